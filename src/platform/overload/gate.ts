import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { readableAddress } from '../http/readable-address.js';
import { newId } from '../ids.js';
import type { Admission } from './admission.js';
import type { QuickRefusal } from './quick-refusal.js';

/** As long as Fastify keeps connections of which nothing is heard. */
const KEEP_ALIVE_MS = 72_000;

/** Must be answered whatever the load: whether we live, and files that cost nothing. */
const ALWAYS = /^\/(health\/|metrics|assets\/)/;
/** Stay open for hours and do no work meanwhile. */
const STREAMS = /^[^?]*\/events(\?|$)/;

export const isApi = (url: string): boolean => url.startsWith('/v1/');

/** Whether a request takes no place. */
export const isFree = (url: string): boolean => ALWAYS.test(url) || STREAMS.test(url);

export const hasCredential = ({ authorization, cookie }: IncomingMessage['headers']): boolean =>
  authorization !== undefined || (cookie ?? '').includes('session=');

const arrivals = new WeakMap<IncomingMessage, () => void>();

/** A request has been received as a whole, or given up; the first time counts. */
export function arrived(request: IncomingMessage): void {
  arrivals.get(request)?.();
  arrivals.delete(request);
}

/**
 * The first thing that a request meets, before the framework: while there is no room, requests of the API are refused here,
 * unread. At five times the peak four of five requests are refused, and each costs what it would take to accept others.
 */
export class Gate {
  private admission?: Admission;
  private refusal?: QuickRefusal;

  /** Lets everything through until then. */
  guard(admission: Admission, refusal: QuickRefusal): void {
    this.admission = admission;
    this.refusal = refusal;
  }

  /** The server that the framework listens with. */
  readonly server = (inside: RequestListener): Server => {
    const server = createServer((request, response) => {
      if (!this.turnsAway(request, response)) inside(request, response);
    });
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    return server;
  };

  private turnsAway(request: IncomingMessage, response: ServerResponse): boolean {
    const url = readableAddress(request);
    if (!this.admission || !isApi(url) || isFree(url)) return false;
    if (!this.admission.hasRoom(hasCredential(request.headers))) {
      this.refusal!.send(request, response, newId());
      return true;
    }
    arrivals.set(request, this.admission.approach());
    response.once('close', () => arrived(request));
    return false;
  }
}
