import { showProgress } from '../../platform/command-line/progress-bar.js';
import { Api } from '../../rehearsal/api.js';
import { assembleCrew } from '../../rehearsal/crew.js';
import { Latencies, type LatencySummary } from '../../rehearsal/latencies.js';
import type { Metrics } from '../metrics.js';
import type { Scenario } from '../scenario.js';
import { type Agreement, agreements } from './agreement.js';
import { type CompressedDay, compressedDay, minuteOf } from './compressed-day.js';
import { expectedRuns, measuredLive } from './expected-runs.js';
import { LiveDrive } from './live-drive.js';
import { GRACE, livePeople, liveScenario, WAY } from './live-people.js';
import { rehearse } from './rehearsal.js';
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
  /** Minute of the day from which people could register. */
  from: number;
  /** How long the service took for each act, in milliseconds. */
  latencies: LatencySummary[];
  live: Metrics;
  agreements: Agreement[];
  errors: string[];
  ok: boolean;
}

/** Real time before opening: the first register, are booked, called, and come. */
const LEAD_MS = 45_000;

/** Plays a day against a service of its own over HTTP, then simulates it many times with the same people, and compares. */
export async function runLive({ people, seed, realMinutes }: LiveOptions): Promise<LiveReport> {
  const began = performance.now();
  const scenario = liveScenario(people);
  let day = compressedDay(Date.now(), realMinutes, LEAD_MS);
  const newDay = () => (day = compressedDay(Date.now(), realMinutes, LEAD_MS));
  const service = await startLiveService(scenario.counters, newDay);
  try {
    const { registered, players, errors, from, latencies } = await play(service, day, scenario, seed);
    const { databaseUrl, demonstration } = service;
    const run = await recordedRun(databaseUrl, demonstration.postId, day, scenario, registered, players);
    const live = measuredLive(run);
    const simulated = expectedRuns(scenario, registered, day.minuteSeconds);
    const compared = agreements(live, simulated);
    return {
      people,
      seed,
      counters: scenario.counters,
      minuteSeconds: day.minuteSeconds,
      seconds: Math.round((performance.now() - began) / 1000),
      from,
      latencies: latencies.summary(),
      live,
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
  const latencies = new Latencies();
  const everyone = new Api(url, latencies);
  const crew = await assembleCrew(everyone, demonstration);
  await callByThePlan(crew.supervisor);
  await rehearse(crew.officers);
  const from = minuteOf(day, Date.now());
  const registered = livePeople(scenario, seed, from);
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
  return { registered, players: drive.players, errors: drive.errors, from, latencies };
}

async function callByThePlan(supervisor: Api): Promise<void> {
  const { etag } = await supervisor.get('call-forward', '/v1/call-forward');
  await supervisor.send('call-forward', 'PUT', '/v1/call-forward', {
    body: { automatic: true, travelMinutes: WAY, graceMinutes: GRACE },
    ifMatch: etag,
  });
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(Math.floor(minute % 60)).padStart(2, '0')}`;
