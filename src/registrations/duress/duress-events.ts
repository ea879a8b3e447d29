import { Injectable, type MessageEvent } from '@nestjs/common';
import { concatMap, type Observable } from 'rxjs';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { readAnew } from '../../platform/live/read-anew.js';
import { SessionStreams } from '../../staff/access/session-streams.js';
import { DuressFlags } from './duress-flags.service.js';

const TOGETHER_MS = 300;

/** Tells those who may know that a flag was raised: how many wait, never whose. Ends with the caller's session. */
@Injectable()
export class DuressEvents {
  constructor(
    private readonly live: LiveEvents,
    private readonly flags: DuressFlags,
    private readonly streams: SessionStreams,
  ) {}

  of(caller: Caller): Observable<MessageEvent> {
    const postId = onlyPost(caller);
    const waiting = async () => ({ type: 'flags', data: { waiting: await this.flags.waiting(postId) } });
    return this.streams.of(
      readAnew(this.live.of(postId, 'duress'), TOGETHER_MS).pipe(
        concatMap(() => this.streams.told(caller, waiting)),
      ),
    );
  }
}
