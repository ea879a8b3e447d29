import { Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { type Observable, Subject, takeUntil, takeWhile } from 'rxjs';
import type { Caller } from '../../platform/auth/caller.js';
import { SessionsService } from './sessions.service.js';

/** Server-sent events go on as long as the session of whoever listens, and no longer than the process. */
@Injectable()
export class SessionStreams implements OnModuleDestroy {
  private readonly stopped = new Subject<void>();

  constructor(private readonly sessions: SessionsService) {}

  /** Streams end when the process stops, before its connections are closed. */
  onModuleDestroy(): void {
    this.stopped.next();
    this.stopped.complete();
  }

  /** @param events of which the first that is nothing ends the stream */
  of(events: Observable<MessageEvent | undefined>): Observable<MessageEvent> {
    return events.pipe(
      takeWhile((event) => event !== undefined),
      takeUntil(this.stopped),
    );
  }

  /**
   * What is told while the session goes on. Nothing once it is over, or where nobody can say: the receiver then asks to be
   * let in again.
   */
  async told({ sessionId }: Caller, event: () => Promise<MessageEvent>): Promise<MessageEvent | undefined> {
    try {
      return (await this.sessions.byId(sessionId ?? '')) && (await event());
    } catch {
      return undefined;
    }
  }
}
