import { showProgress } from '../../platform/command-line/progress-bar.js';
import { Api } from '../../surge/api.js';
import { assembleCrew } from '../../surge/crew.js';
import { Latencies } from '../../surge/latencies.js';
import { Embassy } from '../embassy.js';
import { measure, type Metrics } from '../metrics.js';
import type { Person } from '../person.js';
import { policyOf } from '../policies/policies.js';
import type { Scenario } from '../scenario.js';
import { type Agreement, agreements } from './agreement.js';
import { type CompressedDay, compressedDay, minuteOf } from './compressed-day.js';
import { LiveDrive } from './live-drive.js';
import { GRACE, livePeople, liveScenario, WAY } from './live-people.js';
import { recordedRun } from './live-records.js';
import { type LiveService, startLiveService } from './live-service.js';

export interface LiveOptions {
  people: number;
  seed: number;
  /** Real minutes into which the day of eight hours is pressed. */
  realMinutes: number;
}

export interface LiveReport {
  people: number;
  seed: number;
  counters: number;
  /** Real seconds of a minute of the day. */
  minuteSeconds: number;
  seconds: number;
  live: Metrics;
  simulated: Metrics;
  agreements: Agreement[];
  errors: string[];
  ok: boolean;
}

/** Real time before opening: the first register, are booked, called, and come. */
const LEAD_MS = 45_000;

/** Plays a day against a service of its own over HTTP, then simulates it with the same people, and compares. */
export async function runLive({ people, seed, realMinutes }: LiveOptions): Promise<LiveReport> {
  const began = performance.now();
  const scenario = liveScenario(people);
  let day = compressedDay(Date.now(), realMinutes, LEAD_MS);
  const newDay = () => (day = compressedDay(Date.now(), realMinutes, LEAD_MS));
  const service = await startLiveService(scenario.counters, newDay);
  try {
    const { registered, players, errors } = await play(service, day, scenario, seed);
    const { databaseUrl, demonstration } = service;
    const run = await recordedRun(databaseUrl, demonstration.postId, day, scenario, players);
    const live = measure(run);
    const simulated = measure(simulate(scenario, registered));
    const compared = agreements(live, simulated);
    return {
      people,
      seed,
      counters: scenario.counters,
      minuteSeconds: day.minuteSeconds,
      seconds: Math.round((performance.now() - began) / 1000),
      live,
      simulated,
      agreements: compared,
      errors: [...new Set(errors)],
      ok: errors.length === 0 && compared.every(({ agrees }) => agrees),
    };
  } finally {
    await service.stop();
  }
}

async function play(
  { url, demonstration }: LiveService,
  day: CompressedDay,
  scenario: Scenario,
  seed: number,
) {
  const everyone = new Api(url, new Latencies());
  const crew = await assembleCrew(everyone, demonstration);
  await callByThePlan(crew.supervisor);
  const registered = livePeople(scenario, seed, minuteOf(day, Date.now()));
  const drive = new LiveDrive(day, crew, everyone);
  const endProgress = showProgress(() => ({
    share: Math.max(0, (drive.minute - 480) / 600),
    text: `${clock(drive.minute)}, registered ${drive.players.size}, served ${drive.served} of ${registered.length}`,
  }));
  try {
    await drive.play(registered, seed);
  } finally {
    endProgress();
  }
  const players = new Map<string, Person>([...drive.players].map(([id, { person }]) => [id, person]));
  return { registered, players, errors: drive.errors };
}

async function callByThePlan(supervisor: Api): Promise<void> {
  const { etag } = await supervisor.get('call-forward', '/v1/call-forward');
  await supervisor.send('call-forward', 'PUT', '/v1/call-forward', {
    body: { automatic: true, travelMinutes: WAY, graceMinutes: GRACE },
    ifMatch: etag,
  });
}

function simulate(scenario: Scenario, people: readonly Person[]): Embassy {
  const embassy = new Embassy(scenario, people);
  embassy.policy = policyOf('pulang', embassy, 0);
  embassy.run(1);
  return embassy;
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(Math.floor(minute % 60)).padStart(2, '0')}`;
