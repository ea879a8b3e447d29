import { Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import {
  concatMap,
  filter,
  interval,
  merge,
  type Observable,
  startWith,
  Subject,
  takeUntil,
  takeWhile,
  throttleTime,
} from 'rxjs';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { SessionsService } from '../../staff/access/sessions.service.js';
import { DuressFlags } from './duress-flags.service.js';

/** An event can be lost with the process that had it to send. */
const ANEW_MS = 15_000;
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
    const changes = this.live
      .of(onlyPost(caller))
      .pipe(filter(({ kind }) => kind === 'duress' || kind === 'connection'));
    return merge(changes, interval(ANEW_MS)).pipe(
      startWith(undefined),
      throttleTime(TOGETHER_MS, undefined, { leading: true, trailing: true }),
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
