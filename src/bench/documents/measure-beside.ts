import { type BenchReport, quantile } from '../bench-report.js';
import type { BenchService } from '../bench-service.js';
import { OverHttp, wire } from '../intake/over-http.js';
import { intakeRequests } from '../intake/requests.js';
import { Sender } from '../intake/sender.js';
import { approvedApplications, type Offices, openOffices } from './issued-documents.js';

export interface BesidePlan {
  /** Of each of the two measurements, all rounds together. */
  seconds: number;
  /** Registrations a second. */
  rate: number;
  /** Documents that are issued, spread over the rounds and the warming up; those issued are printed again and again. */
  documents: number;
}

const ROUNDS = 4;
/** Until then processes have started, programs are compiled, and every connection to the database has its plans. */
const WARM_SECONDS = 12;
/** Requests for documents under way at any time: more than are drawn at once. */
const OFFICERS = 4;

/**
 * Registrations at a fixed rate, alone and with documents issued as fast as they are made (numbered, sealed, stored,
 * drawn, signed, sent), in turns. What grows is the 99th percentile of registering.
 */
export async function measureBeside(
  service: BenchService,
  { seconds, rate, documents }: BesidePlan,
  done: (share: number) => void,
): Promise<BenchReport> {
  const { url } = service.running;
  const offices = await openOffices(url, service.demonstration);
  const issuing = new Issuing(url, offices, await approvedApplications(offices, documents), ROUNDS + 1);
  const next = intakeRequests(1);
  const sender = new OverHttp(url, () => wire(url, next()));
  const registrations = (length: number) => sender.evenly({ rate, seconds: length });
  await issuing.beside(() => registrations(WARM_SECONDS));
  issuing.countAnew();
  const [alone, beside]: [number[], number[]] = [[], []];
  let failed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const calm = await registrations(seconds / ROUNDS);
    alone.push(...calm.latencies);
    const busy = await issuing.beside(() => registrations(seconds / ROUNDS));
    beside.push(...busy.latencies);
    failed += calm.failed + calm.shed + busy.failed + busy.shed;
    done((round + 1) / ROUNDS);
  }
  const [p99Alone, p99] = [quantile(alone, 0.99), quantile(beside, 0.99)];
  return {
    ratio: rounded(p99Alone / p99),
    growth: rounded(p99 / p99Alone),
    perSecond: rounded(issuing.printed / seconds),
    limitPerSecond: rate,
    p95ms: rounded(quantile(beside, 0.95)),
    p99ms: rounded(p99),
    p95msAlone: rounded(quantile(alone, 0.95)),
    p99msAlone: rounded(p99Alone),
    registrations: alone.length + beside.length,
    failed,
    documentsIssued: issuing.issued,
    documentsPrinted: issuing.printed,
  };
}

/**
 * Officers who issue and print one document after the other. They read as little as those who register: what the sender of
 * registrations does beside them, in the same process, must not count as the service's.
 */
class Issuing {
  issued = 0;
  printed = 0;
  private readonly files: string[] = [];
  private readonly share: number;
  private turn = 0;
  private left = 0;

  /** @param times how often it works */
  constructor(
    private readonly url: string,
    private readonly offices: Offices,
    private readonly approved: { path: string; etag: string | null }[],
    times: number,
  ) {
    this.share = Math.ceil(approved.length / times);
  }

  /** Until the work is done; the documents under way then are finished. */
  async beside<T>(work: () => Promise<T>): Promise<T> {
    let on = true;
    this.left = this.share;
    const officers = Array.from({ length: OFFICERS }, async () => {
      const printer = new Sender(new URL(this.url));
      while (on) await this.make(printer);
      printer.close();
    });
    try {
      return await work();
    } finally {
      on = false;
      await Promise.all(officers);
    }
  }

  countAnew(): void {
    this.issued = this.printed = 0;
  }

  private async make(printer: Sender): Promise<void> {
    const { officer } = this.offices;
    const application = this.left-- > 0 ? this.approved.pop() : undefined;
    if (application) {
      const { body } = await officer.post<{ id: string }>('issue', `${application.path}/document`, {
        ifMatch: application.etag,
      });
      this.issued += 1;
      this.files.push(`/v1/travel-documents/${body.id}/file`);
    }
    const file = this.files[this.turn++ % this.files.length];
    if (file === undefined) return;
    const status = await printer.send(requestFor(this.url, file, await officer.bearer()));
    if (status !== 200) throw new Error(`a sheet was not printed: ${status}`);
    this.printed += 1;
  }
}

const requestFor = (url: string, path: string, bearer: string): Buffer =>
  Buffer.from(
    `GET ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nAuthorization: Bearer ${bearer}\r\n\r\n`,
  );

const rounded = (value: number): number => Math.round(value * 100) / 100;
