import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { CANDIDATES_SQL } from '../../duplicates/candidates/candidates.sql.js';
import { CandidateSearch } from '../../duplicates/candidates/candidate-search.js';
import { hashedKeys } from '../../duplicates/candidates/hashed-keys.js';
import { OpenedPeople, type OpenedPerson } from '../../duplicates/candidates/opened-people.js';
import { blockingKeys } from '../../duplicates/matching/blocking-keys.js';
import { DEFAULT_MODEL } from '../../duplicates/matching/model.js';
import { MatchingModels } from '../../duplicates/weights/matching-models.js';
import type { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { quantile, rounded } from '../../rehearsal/figures.js';
import type { BenchReport } from '../bench-report.js';
import { personOf, reportedAgain } from './population.js';
import { randomNumbers } from './random.js';
import { featuresOfPerson, idOf, POST, writePeople } from './register.js';

/** Somebody new, every second of whom has reported before. */
interface Probe extends OpenedPerson {
  /** Whose registration should be found. */
  before: string | undefined;
}

export interface Measured {
  people: number;
  probes: number;
}

/**
 * Searches for one person after another: the bare statement by the plain driver, then ours (in a transaction, in the role of
 * the application, under row-level security, keys hashed), then ours with opening, comparing and weighing all that was found.
 */
export async function measureCandidates(
  bare: pg.Client,
  database: Database,
  keyring: Keyring,
  { people, probes: count }: Measured,
): Promise<BenchReport> {
  const search = new CandidateSearch(keyring, new OpenedPeople(keyring));
  const models = new MatchingModels(keyring);
  const probes = Array.from({ length: count }, (_, n) => probeOf(n, people));
  const plain = (probe: Probe) => {
    const keys = hashedKeys(keyring, POST, blockingKeys(probe.features));
    return () =>
      bare.query({ name: 'candidates', text: CANDIDATES_SQL, values: [POST, keys, probe.registrationId] });
  };
  const within = <T>(work: (tx: EntityManager) => Promise<T>) => database.transaction([POST], work);
  const found = await warmUp(probes, (probe) => within((tx) => search.ids(tx, POST, probe)));
  await writePeople(bare, keyring, new Set(found.flat()));
  const [limit, ours, whole]: [number[], number[], number[]] = [[], [], []];
  for (const probe of probes) {
    limit.push(await timed(plain(probe)));
    ours.push(await timed(() => within((tx) => search.ids(tx, POST, probe))));
    whole.push(
      await timed(() =>
        within(async (tx) => {
          for (const { features } of await search.of(tx, POST, probe))
            models.weigh(POST, DEFAULT_MODEL, probe.features, features);
        }),
      ),
    );
  }
  const again = probes
    .map(({ before }, n) => ({ before, among: found[n]! }))
    .filter(({ before }) => before !== undefined);
  const [perSecond, limitPerSecond] = [rate(ours), rate(limit)];
  return {
    ratio: rounded(perSecond / limitPerSecond),
    perSecond: Math.round(perSecond),
    limitPerSecond: Math.round(limitPerSecond),
    p95ms: rounded(quantile(ours, 0.95)),
    p99ms: rounded(quantile(ours, 0.99)),
    statementP95ms: rounded(quantile(limit, 0.95)),
    withScoringP95ms: rounded(quantile(whole, 0.95)),
    withScoringP99ms: rounded(quantile(whole, 0.99)),
    candidates: rounded(found.reduce((sum, ids) => sum + ids.length, 0) / found.length),
    foundAgain: rounded(again.filter(({ before, among }) => among.includes(before!)).length / again.length),
    people,
    probes: count,
  };
}

/** As everywhere in production: plans are made and pages are in memory before it counts. */
async function warmUp<T>(probes: readonly Probe[], search: (probe: Probe) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (const probe of probes) found.push(await search(probe));
  return found;
}

function probeOf(n: number, people: number): Probe {
  const random = randomNumbers(1_000_000_007 + n);
  const registrationId = idOf(people + n);
  if (n % 2 === 0)
    return { registrationId, features: featuresOfPerson(personOf(people + n)), before: undefined };
  const index = Math.floor(random() * people);
  const features = featuresOfPerson(reportedAgain(personOf(index), random));
  return { registrationId, features, before: idOf(index) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const rate = (milliseconds: readonly number[]) =>
  (1000 * milliseconds.length) / milliseconds.reduce((sum, one) => sum + one, 0);
