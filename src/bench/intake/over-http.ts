import { arriveEvenly } from './pace.js';
import type { IntakeRequest } from './requests.js';
import { Sender } from './sender.js';

/** More are never open at once; whoever comes then waits until one is free. */
const MOST_SENDERS = 4000;
/** As a proxy in front keeps them open. */
const OPEN_BEFORE = 400;
/** The first answers come a little after the first requests; what is done a second is counted from then on. */
const SETTLING_MS = 1000;

export interface Answered {
  /** Registrations accepted (201), and a second. */
  accepted: number;
  perSecond: number;
  /** Refused for the time being (503). */
  shed: number;
  /** No answer, or another one. */
  failed: number;
  /** Milliseconds until the answer, accepted ones: from sending, or from when they were due. */
  latencies: number[];
}

/** A report as a proxy passes it on. */
export function wire(url: string, { key, address, report }: IntakeRequest): Buffer {
  const body = JSON.stringify(report);
  return Buffer.from(
    `POST /v1/registrations HTTP/1.1\r\nHost: ${new URL(url).host}\r\nIdempotency-Key: ${key}\r\n` +
      `X-Forwarded-For: ${address}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** Sends requests to the service and counts what comes back. */
export class OverHttp {
  constructor(
    private readonly url: string,
    private readonly next: () => Buffer | undefined,
  ) {}

  /** So many senders, each sending when it has been answered, for so long or until there are no more requests. */
  async asFastAsAnswered({ senders, seconds }: { senders: number; seconds?: number }): Promise<Answered> {
    const tally = new Tally();
    const until = performance.now() + (seconds ?? Number.POSITIVE_INFINITY) * 1000;
    const work = async () => {
      const sender = new Sender(new URL(this.url));
      while (performance.now() < until) {
        const request = this.next();
        if (!request) break;
        const sent = performance.now();
        tally.count(await sender.send(request), performance.now() - sent);
      }
      sender.close();
    };
    await Promise.all(Array.from({ length: senders }, work));
    return tally.result();
  }

  /** So many a second, evenly, whether or not those before have been answered. */
  async evenly({ rate, seconds }: { rate: number; seconds: number }): Promise<Answered> {
    const free = await Promise.all(
      Array.from({ length: OPEN_BEFORE }, () => new Sender(new URL(this.url)).connect()),
    );
    const waiting: (() => void)[] = [];
    const answers: Promise<void>[] = [];
    let open = free.length;
    const tally = new Tally();
    const takeSender = async (): Promise<Sender> => {
      while (free.length === 0 && open >= MOST_SENDERS)
        await new Promise<void>((resolve) => waiting.push(resolve));
      const sender = free.pop();
      if (sender) return sender;
      open += 1;
      return new Sender(new URL(this.url));
    };
    const ask = async (due: number) => {
      const request = this.next();
      if (!request) return;
      const sender = await takeSender();
      tally.count(await sender.send(request), performance.now() - due);
      free.push(sender);
      waiting.shift()?.();
    };
    await arriveEvenly(rate, seconds, (due) => answers.push(ask(due)));
    const perSecond = tally.perSecond(Math.min(SETTLING_MS, seconds * 200));
    await Promise.all(answers);
    free.forEach((sender) => sender.close());
    return { ...tally.result(), perSecond };
  }
}

class Tally {
  private readonly started = performance.now();
  private readonly accepted: { at: number; milliseconds: number }[] = [];
  private shed = 0;
  private failed = 0;

  count(status: number, milliseconds: number): void {
    if (status === 201) this.accepted.push({ at: performance.now(), milliseconds });
    else if (status === 503) this.shed += 1;
    else this.failed += 1;
  }

  /** Accepted a second, from some milliseconds after the start until now. */
  perSecond(after = 0): number {
    const from = this.started + after;
    const counted = this.accepted.filter(({ at }) => at >= from).length;
    return (counted * 1000) / (performance.now() - from);
  }

  result(): Answered {
    const { accepted, shed, failed } = this;
    const latencies = accepted.map(({ milliseconds }) => milliseconds);
    return { accepted: accepted.length, perSecond: this.perSecond(), shed, failed, latencies };
  }
}
