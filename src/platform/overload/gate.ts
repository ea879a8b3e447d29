import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import { readableAddress } from '../http/readable-address.js';
import { newId } from '../ids.js';
import type { Admission } from './admission.js';
import { hasCredential, isApi, isFree } from './callers.js';
import { ConnectionLedger } from './door/connection-ledger.js';
import { readIntroduction } from './door/introduction.js';
import type { QuickRefusal } from './quick-refusal.js';

/** As long as Fastify keeps connections of which nothing is heard. */
const KEEP_ALIVE_MS = 72_000;

const arrivals = new WeakMap<IncomingMessage, () => void>();

/** A request has been received as a whole, or given up; the first time counts. */
export function arrived(request: IncomingMessage): void {
  arrivals.get(request)?.();
  arrivals.delete(request);
}

/**
 * The first thing that a request meets in the service, before the framework: while there is no room, requests of the API are refused
 * here, unread. Where a door stands in front, most of those have been refused there.
 */
export class Gate {
  private readonly ledger = new ConnectionLedger();
  private readonly numbers = new WeakMap<Socket, number>();
  private listener?: Server;
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
    this.listener = server;
    return server;
  };

  /** From now on connections come from a door, which introduces each. @returns what the door must share with us */
  standBehindDoor() {
    const server = this.listener!;
    const take = server.listeners('connection') as ((socket: Socket) => void)[];
    server.removeAllListeners('connection');
    server.on('connection', (socket: Socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', (bytes: Buffer) => {
        const introduction = readIntroduction(bytes);
        if (!introduction) return socket.destroy();
        const { number, address, rest } = introduction;
        if (number !== undefined) this.numbers.set(socket, number);
        Object.defineProperty(socket, 'remoteAddress', { value: address });
        for (const listener of take) listener.call(server, socket);
        if (rest.length > 0) socket.emit('data', rest);
      });
    });
    const { memory, most } = this.admission!;
    return { most, counts: memory, rows: this.ledger.memory, patienceMs: KEEP_ALIVE_MS };
  }

  private turnsAway(request: IncomingMessage, response: ServerResponse): boolean {
    this.tellDoor(request.socket, response);
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

  private tellDoor(socket: Socket, response: ServerResponse): void {
    const number = this.numbers.get(socket);
    if (number === undefined) return;
    if (this.ledger.meet(number)) this.admission?.met();
    response.once('finish', () => this.ledger.answered(number, socket.bytesWritten));
  }
}
