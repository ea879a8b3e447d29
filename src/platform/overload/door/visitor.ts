import { connect, type Socket } from 'node:net';
import type { Admission } from '../admission.js';
import { type BusyAnswers } from '../busy-answer.js';
import { hasCredential, isApi, isFree } from '../callers.js';
import { readableAddress } from '../../http/readable-address.js';
import { newId } from '../../ids.js';
import type { ConnectionLedger } from './connection-ledger.js';
import { announce } from './introduction.js';
import { RequestCourse } from './request-course.js';
import type { RequestHead } from './request-head.js';

/** What everybody who comes needs. */
export interface DoorWork {
  admission: Admission;
  answers: BusyAnswers;
  ledger: ConnectionLedger;
  /** Where the service listens: a path. */
  service: string;
  /** So long a connection is kept on which nothing is heard. */
  patienceMs: number;
  /** Sends what comes within some milliseconds together. */
  soon(act: () => void): void;
}

/**
 * One connection at the door. Its bytes go to the service and back as they are, but for whole requests of the API that come
 * alone while there is no room: they are answered here. Whatever is not certain is let by, and the service decides.
 */
export class Visitor {
  private readonly number: number | undefined;
  private readonly course = new RequestCourse();
  private service?: Socket;
  /** A refusal that waits for others. */
  private refusal?: () => void;

  constructor(
    private readonly client: Socket,
    private readonly work: DoorWork,
  ) {
    this.number = work.ledger.take();
    client.setTimeout(work.patienceMs, () => client.destroy());
    client.on('data', (bytes) => this.hear(bytes));
    client.on('drain', () => this.service?.resume());
    client.on('end', () => this.hangUp());
    client.on('error', () => client.destroy());
    client.on('close', () => (this.service ? this.service.destroy() : this.leave()));
  }

  private hear(bytes: Buffer): void {
    // in their order
    this.refusal?.();
    const head = this.course.follow(bytes);
    if (head && this.number !== undefined && this.turnsAway(head, this.number)) return;
    this.service ??= this.enter();
    if (!this.service.write(bytes)) this.client.pause();
  }

  /** @returns whether the request goes no further */
  private turnsAway(head: RequestHead, number: number): boolean {
    const { admission, ledger } = this.work;
    const url = readableAddress(head);
    if (!isApi(url) || isFree(url)) return false;
    if (admission.hasRoom(hasCredential(head.headers))) {
      if (ledger.send(number)) admission.letBy();
      return false;
    }
    if (!ledger.isAnswered(number, this.course.begun - 1, this.service?.bytesRead ?? 0)) return false;
    this.course.takeBack();
    admission.refuse();
    const refusal = () => {
      this.refusal = undefined;
      this.refuse({ ...head, url });
    };
    this.refusal = refusal;
    this.work.soon(() => this.refusal === refusal && refusal());
    return true;
  }

  private refuse({ url, headers }: RequestHead): void {
    if (this.client.destroyed) return;
    const { head, text } = this.work.answers.to({ url, ...headers }, newId());
    const last = /\bclose\b/i.test(headers.connection ?? '');
    const end = last
      ? { connection: 'close' }
      : { connection: 'keep-alive', 'keep-alive': `timeout=${this.work.patienceMs / 1000}` };
    const lines = Object.entries({ ...head, date: new Date().toUTCString(), ...end }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    this.client.write(`HTTP/1.1 503 Service Unavailable\r\n${lines.join('')}\r\n${text}`);
    if (last) this.client.end();
  }

  private enter(): Socket {
    const service = connect({ path: this.work.service, allowHalfOpen: true });
    // from now on the service knows how long it waits for somebody
    this.client.setTimeout(0);
    service.write(announce({ number: this.number, address: this.client.remoteAddress }));
    service.on('data', (bytes) => {
      if (!this.client.write(bytes)) service.pause();
    });
    service.on('drain', () => this.client.resume());
    // it never only stops speaking: it is done
    service.on('end', () => service.end());
    service.on('error', () => service.destroy());
    service.on('close', () => {
      this.client.setTimeout(this.work.patienceMs).destroySoon();
      this.leave();
    });
    return service;
  }

  private hangUp(): void {
    this.refusal?.();
    if (this.service) this.service.end();
    else this.client.end();
  }

  private leave(): void {
    if (this.number === undefined) return;
    if (this.work.ledger.meet(this.number)) this.work.admission.met();
    this.work.ledger.giveBack(this.number);
  }
}
