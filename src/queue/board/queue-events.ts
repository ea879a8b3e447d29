import { Injectable, Logger, type MessageEvent } from '@nestjs/common';
import {
  catchError,
  concatMap,
  EMPTY,
  interval,
  map,
  merge,
  type Observable,
  of,
  ReplaySubject,
  scan,
  share,
} from 'rxjs';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { readAnew } from '../../platform/live/read-anew.js';
import { SessionStreams } from '../../staff/access/session-streams.js';
import { type BoardState, nextBoard } from './board-state.js';
import { QueueReader } from './queue-reader.js';

const BEAT_MS = 15_000;
/** Changes that come closer together are shown together. */
const TOGETHER_MS = 100;

type Calls = Awaited<ReturnType<QueueReader['calls']>>;

/**
 * The board as server-sent events: `calls` at once, after each change and every 15 seconds, as is `beat`. However many boards
 * and consoles listen, each process reads a change of a post once.
 */
@Injectable()
export class QueueEvents {
  private readonly logger = new Logger(QueueEvents.name);
  private readonly feeds = new Map<string, Observable<Calls>>();

  constructor(
    private readonly live: LiveEvents,
    private readonly reader: QueueReader,
    private readonly streams: SessionStreams,
  ) {}

  /** Ends with the caller's session: a board that was taken away shows nothing more. */
  of(caller: Caller): Observable<MessageEvent> {
    const calls = this.feed(onlyPost(caller)).pipe(
      scan(nextBoard, undefined as BoardState | undefined),
      map((state) => ({ type: 'calls', data: state!.board })),
    );
    const beats = interval(BEAT_MS).pipe(
      concatMap(() => this.streams.told(caller, () => Promise.resolve({ type: 'beat', data: {} }))),
    );
    return this.streams.of(merge(calls, beats));
  }

  private feed(postId: string): Observable<Calls> {
    const known = this.feeds.get(postId);
    if (known) return known;
    const feed = readAnew(this.live.of(postId, 'queue', 'counters'), TOGETHER_MS).pipe(
      concatMap(() => this.read(postId)),
      share({ connector: () => new ReplaySubject<Calls>(1) }),
    );
    this.feeds.set(postId, feed);
    return feed;
  }

  /** A read that fails is told by the missing beats and made up for by the next event. */
  private read(postId: string): Observable<Calls> {
    return of(postId).pipe(
      concatMap((id) => this.reader.calls(id)),
      catchError((error: unknown) => {
        this.logger.error({ err: error }, 'the board could not be read');
        return EMPTY;
      }),
    );
  }
}
