import { Injectable } from '@nestjs/common';
import { type Caller, onlyPost } from '../../../platform/auth/caller.js';
import { PostsService } from '../../../posts/posts.service.js';
import { QueueReader } from '../../../queue/board/queue-reader.js';
import { CountersService } from '../../../queue/counters/counters.service.js';
import { TicketsService } from '../../../queue/tickets/tickets.service.js';
import { unlessNone } from '../../../platform/problems/unless-none.js';
import { DeskTicket } from './desk-ticket.js';
import type { TodayPage, WaitingPanel } from './today.view.js';

/** An officer's day as the queue has it now. */
@Injectable()
export class Desk {
  constructor(
    private readonly counters: CountersService,
    private readonly tickets: TicketsService,
    private readonly queue: QueueReader,
    private readonly posts: PostsService,
    private readonly ticket: DeskTicket,
  ) {}

  /** @param lastTicket what the officer acted on last, if that may be taken back */
  async of(caller: Caller, lastTicket?: string): Promise<Omit<TodayPage, 'nobody' | 'refused'>> {
    const [own, hall, parked, counters] = await Promise.all([
      unlessNone(this.counters.read(caller)),
      this.queue.hall(caller),
      this.tickets.parked(caller),
      this.posts.counters(onlyPost(caller)),
    ]);
    const taken = new Set(
      hall.counters.filter(({ state }) => state !== 'closed').map(({ number }) => number),
    );
    return {
      counter: own && { number: own.number, state: own.state },
      ...(await this.ticket.of(caller, own?.ticket ?? null, lastTicket)),
      freeCounters: own ? [] : counters.filter(({ number }) => !taken.has(number)),
      parked: parked.items,
      hall: panelOf(hall),
    };
  }

  async waiting(caller: Caller): Promise<WaitingPanel> {
    return panelOf(await this.queue.hall(caller));
  }
}

const panelOf = ({ waiting, byBand, longestMinutes, asOf }: WaitingPanel): WaitingPanel => ({
  waiting,
  byBand: { ...byBand },
  longestMinutes,
  asOf,
});
