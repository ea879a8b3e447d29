import { Injectable } from '@nestjs/common';
import { PairsService } from '../../../duplicates/pairs/pairs.service.js';
import type { Caller } from '../../../platform/auth/caller.js';
import { QueueReader } from '../../../queue/board/queue-reader.js';
import { HeldTickets } from '../../../queue/skills/held-tickets.service.js';
import { StagesService } from '../../../reports/stages/stages.service.js';
import type { SupervisorPage } from './supervisor.view.js';

/** How much waits at a post, stage by stage, and who works on it. */
@Injectable()
export class PostLoad {
  constructor(
    private readonly stages: StagesService,
    private readonly queue: QueueReader,
    private readonly pairs: PairsService,
    private readonly held: HeldTickets,
  ) {}

  async of(caller: Caller): Promise<Omit<SupervisorPage, 'callForward' | 'refused'>> {
    const [{ stages, asOf }, hall, duplicates, held] = await Promise.all([
      this.stages.read(caller, {}),
      this.queue.hall(caller),
      this.pairs.waiting(caller),
      this.held.list(caller),
    ]);
    return {
      stages,
      counters: hall.counters,
      hall,
      duplicates: duplicates.waiting,
      held: held.items,
      asOf,
    };
  }
}
