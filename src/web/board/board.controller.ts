import { Get, type MessageEvent, Sse } from '@nestjs/common';
import { SkipThrottle } from '@nestjs/throttler';
import type { Observable } from 'rxjs';
import { Allow } from '../../platform/auth/allow.js';
import { onlyPost } from '../../platform/auth/caller.js';
import { QueueEvents } from '../../queue/board/queue-events.js';
import { QueueReader } from '../../queue/board/queue-reader.js';
import { ticketNumber } from '../../queue/tickets/ticket-number.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';

/** The board in the hall: numbers and counters, nothing else, on a screen that an administrator enrolled. */
@PageController()
@Allow('board')
export class BoardController {
  constructor(
    private readonly pages: Pages,
    private readonly queue: QueueReader,
    private readonly events: QueueEvents,
  ) {}

  @Get(paths.board)
  async show(@CurrentVisit() visit: GuardedVisit) {
    const { calls, asOf } = await this.queue.calls(onlyPost(visit.caller));
    return this.pages.show(visit, 'board/board', {
      calls: calls.map(({ number, counter }) => ({ number: ticketNumber(number), counter: String(counter) })),
      asOf: asOf.toISOString(),
    });
  }

  /** The same again at every change, for the page's script. */
  @Sse(paths.boardEvents)
  @SkipThrottle()
  stream(@CurrentVisit() { caller }: GuardedVisit): Observable<MessageEvent> {
    return this.events.of(caller);
  }
}
