import { quantile, rounded } from '../../rehearsal/figures.js';
import type { BenchReport } from '../bench-report.js';
import type { BenchService } from '../bench-service.js';
import { OverHttp, wire } from '../intake/over-http.js';
import { intakeRequests } from '../intake/requests.js';
import { type Growth, growthOf } from './growth.js';
import { approvedApplications, openOffices } from './issued-documents.js';
import { Officers } from './officers.js';

export interface BesidePlan {
  /** Of each of the two measurements, all blocks together. */
  seconds: number;
  /** Registrations a second. */
  rate: number;
  /** Documents that are issued, spread over the blocks and the warming up; those issued are printed again and again. */
  documents: number;
}

/** Short, so that what the machine does besides meets both kinds; long enough for what documents leave behind to fall into its own. */
const BLOCK_SECONDS = 4;
/** Until then processes have started, programs are compiled, and every connection to the database has its plans. */
const WARM_SECONDS = 12;

/**
 * Registrations at a fixed rate, as many alone as beside documents that are issued as fast as they are made (numbered,
 * sealed, stored, drawn, signed, sent), in turns. What grows is the 99th percentile of registering, each counted from when it
 * was due. The control is the same figure for every second block alone against the others: what chance makes.
 */
export async function measureBeside(
  service: BenchService,
  { seconds, rate, documents }: BesidePlan,
  done: (share: number) => void,
): Promise<BenchReport> {
  const { url } = service.running;
  const blocks = Math.max(2, Math.round(seconds / BLOCK_SECONDS));
  const offices = await openOffices(url, service.demonstration);
  const officers = new Officers(url, offices, await approvedApplications(offices, documents), blocks + 2);
  const next = intakeRequests(1);
  const sender = new OverHttp(url, () => wire(url, next()));
  const register = (length: number) => sender.evenly({ rate, seconds: length });
  // the first time they issue only: what there is to print is asked for when they are done
  for (let time = 0; time < 2; time++) await officers.beside(() => register(WARM_SECONDS / 2));
  officers.countAnew();
  const [alone, beside]: [number[][], number[][]] = [[], []];
  let failed = 0;
  for (let block = 0; block < blocks; block++) {
    const calm = await register(seconds / blocks);
    const busy = await officers.beside(() => register(seconds / blocks));
    alone.push(calm.latencies);
    beside.push(busy.latencies);
    failed += calm.failed + calm.shed + busy.failed + busy.shed;
    done((block + 1) / blocks);
  }
  const [of99, of95] = [0.99, 0.95].map((share) => growthOf(alone, beside, share)) as [Growth, Growth];
  const even = (_: unknown, index: number) => index % 2 === 0;
  const odd = (_: unknown, index: number) => index % 2 === 1;
  const control = growthOf(alone.filter(even), alone.filter(odd), 0.99);
  return {
    ratio: rounded(1 / of99.growth),
    growth: rounded(of99.growth),
    growthBetween: of99.between.map(rounded),
    growthOfNothing: rounded(control.growth),
    growthOfNothingBetween: control.between.map(rounded),
    growthOf95th: rounded(of95.growth),
    growthOf95thBetween: of95.between.map(rounded),
    perSecond: rounded(officers.printed / seconds),
    limitPerSecond: rate,
    p95ms: rounded(quantile(beside.flat(), 0.95)),
    p99ms: rounded(quantile(beside.flat(), 0.99)),
    p95msAlone: rounded(quantile(alone.flat(), 0.95)),
    p99msAlone: rounded(quantile(alone.flat(), 0.99)),
    registrations: alone.flat().length + beside.flat().length,
    failed,
    documentsIssued: officers.issued,
    documentsPrinted: officers.printed,
  };
}
