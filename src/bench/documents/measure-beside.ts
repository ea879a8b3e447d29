import { setTimeout as sleep } from 'node:timers/promises';
import { type BenchReport, quantile } from '../bench-report.js';
import type { BenchService } from '../bench-service.js';
import { OverHttp, wire } from '../intake/over-http.js';
import { intakeRequests } from '../intake/requests.js';
import { approvedApplications, type Offices, openOffices } from './issued-documents.js';

export interface BesidePlan {
  /** Of each of the two measurements, all rounds together. */
  seconds: number;
  /** Registrations a second. */
  rate: number;
  /** Documents that are issued; afterwards the same are printed again. */
  documents: number;
}

const ROUNDS = 4;
/** Until then threads have started, and programs are compiled. */
const WARM_MS = 6000;
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
  const issuing = new Issuing(offices, await approvedApplications(offices, documents));
  const next = intakeRequests(1);
  const sender = new OverHttp(url, () => wire(url, next()));
  const registrations = (length: number) => sender.evenly({ rate, seconds: length });
  await issuing.for(WARM_MS);
  await registrations(3);
  const [alone, beside]: [number[], number[]] = [[], []];
  let failed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const calm = await registrations(seconds / ROUNDS);
    alone.push(...calm.latencies);
    const stop = issuing.start();
    const busy = await registrations(seconds / ROUNDS);
    await stop();
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

/** Officers who issue and print one document after the other. */
class Issuing {
  issued = 0;
  printed = 0;
  private readonly files: string[] = [];
  private turn = 0;

  constructor(
    private readonly offices: Offices,
    private readonly approved: { path: string; etag: string | null }[],
  ) {}

  /** @returns what ends it, after the documents under way */
  start(): () => Promise<void> {
    let on = true;
    const officers = Array.from({ length: OFFICERS }, async () => {
      while (on) await this.make();
    });
    return async () => {
      on = false;
      await Promise.all(officers);
    };
  }

  async for(milliseconds: number): Promise<void> {
    const stop = this.start();
    await sleep(milliseconds);
    await stop();
    this.issued = this.printed = 0;
  }

  private async make(): Promise<void> {
    const { officer } = this.offices;
    const application = this.approved.pop();
    if (application) {
      const { body } = await officer.post<{ id: string }>('issue', `${application.path}/document`, {
        ifMatch: application.etag,
      });
      this.issued += 1;
      this.files.push(`/v1/travel-documents/${body.id}/file`);
    }
    const file = this.files[this.turn++ % this.files.length];
    if (file === undefined) return;
    await officer.get('print', file);
    this.printed += 1;
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
