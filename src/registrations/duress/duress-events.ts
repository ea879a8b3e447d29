import { Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { concatMap, type Observable, Subject, takeUntil, takeWhile } from 'rxjs';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { readAnew } from '../../platform/live/read-anew.js';
import { SessionsService } from '../../staff/access/sessions.service.js';
import { DuressFlags } from './duress-flags.service.js';

const TOGETHER_MS = 300;

/** Tells those who may know that a flag was raised: how many wait, never whose. Ends with the caller's session. */
@Injectable()
export class DuressEvents implements OnModuleDestroy {
  private readonly stopped = new Subject<void>();

  constructor(
    private readonly live: LiveEvents,
    private readonly flags: DuressFlags,
    private readonly sessions: SessionsService,
  ) {}

  /** Streams end when the process stops, before its connections are closed. */
  onModuleDestroy(): void {
    this.stopped.next();
    this.stopped.complete();
  }

  of(caller: Caller): Observable<MessageEvent> {
    return readAnew(this.live.of(onlyPost(caller), 'duress'), TOGETHER_MS).pipe(
      concatMap(() => this.told(caller)),
      takeWhile((event) => event !== undefined),
      takeUntil(this.stopped),
    );
  }

  /** Nothing once the session is over, or where nobody can say: the receiver then asks to be let in again. */
  private async told(caller: Caller): Promise<MessageEvent | undefined> {
    try {
      if (!(await this.sessions.byId(caller.sessionId ?? ''))) return undefined;
      return { type: 'flags', data: { waiting: await this.flags.waiting(onlyPost(caller)) } };
    } catch {
      return undefined;
    }
  }
}
