import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../../platform/ids.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostRounds } from '../../posts/post-rounds.js';
import { DEFAULT_SERVICE } from '../slots/default-service.js';
import { SlotFilling } from '../slots/slot-filling.service.js';
import { Unseated } from './unseated.js';

/** Keeps the next two weeks planned at every post, and nobody on a seat that is planned no longer. */
@Injectable()
export class SlotRounds implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly rounds: PostRounds,
    private readonly filling: SlotFilling,
    private readonly unseated: Unseated,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('appointments.fill-slots', '7 * * * *', () => this.fillSlots());
  }

  fillSlots(): Promise<void> {
    return this.rounds.atEach(async (tx, postId) => {
      await this.filling.fill(tx, postId, DEFAULT_SERVICE);
      await this.unseated.announce(tx, postId, `fill-slots ${newId()}`);
    });
  }
}
