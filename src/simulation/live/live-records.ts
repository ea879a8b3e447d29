import { Client } from 'pg';
import { Embassy } from '../embassy.js';
import type { Person } from '../person.js';
import type { Scenario } from '../scenario.js';
import { type CompressedDay, minuteOf } from './compressed-day.js';
import { type Player, walkOf } from './player.js';

/** Milliseconds since 1970, as the service wrote them down. */
interface VisitRow {
  registrationId: string;
  expectedAt: number | null;
  arrivedAt: number;
  /** To a counter: perhaps before they were told to come in. */
  calledAt: number | null;
  beganAt: number | null;
  endedAt: number | null;
}

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** Visits of the post, with what was announced when the person was told to set out. */
const VISITS_SQL = `
  SELECT t.registration_id AS "registrationId", ${ms('c.expected_at')} AS "expectedAt", ${ms('t.waiting_since')} AS "arrivedAt",
    ${ms('t.called_at')} AS "calledAt", ${ms('t.serving_since')} AS "beganAt", ${ms('t.ended_at')} AS "endedAt"
  FROM ticket t LEFT JOIN LATERAL (
    SELECT expected_at FROM call_forward WHERE booking_id = t.booking_id AND state = 'arrived' ORDER BY attempt DESC LIMIT 1) c ON true
  ORDER BY t.waiting_since`;

/**
 * What happened at the service, told by its own records, as a run of the simulation would tell it: who was where when.
 * Only when somebody left the zone and walked in they know themselves.
 * @param people everybody, in the order of their ids
 * @param players those who registered, by registration
 */
export async function recordedRun(
  databaseUrl: string,
  postId: string,
  day: CompressedDay,
  scenario: Scenario,
  people: readonly Person[],
  players: ReadonlyMap<string, Player>,
): Promise<Embassy> {
  const visits = await read(databaseUrl, postId);
  const embassy = new Embassy(scenario, people);
  const steps: { at: number; where: 'hallLevel' | 'zoneLevel'; by: number }[] = [];
  const between = (where: 'hallLevel' | 'zoneLevel', from: number, to: number) => {
    if (to > from) steps.push({ at: from, where, by: 1 }, { at: to, where, by: -1 });
  };
  const at = (time: number) => minuteOf(day, time);
  for (const visit of visits) {
    const player = players.get(visit.registrationId)!;
    const { person } = player;
    if (visit.beganAt === null || visit.endedAt === null) {
      embassy.sentAway += 1;
      continue;
    }
    const [began, arrived] = [at(visit.beganAt), at(visit.arrivedAt)];
    const leftZone = Math.min(began, player.toldToComeInAt, at(visit.calledAt ?? Infinity));
    const inHall = Math.min(began, leftZone + walkOf(player));
    // called by number, they are at the counter: what officer and service need until they begin is no wait in the hall
    const atCounter = Math.max(inHall, Math.min(began, at(visit.calledAt ?? Infinity)));
    embassy.services.push({ person, from: began, to: at(visit.endedAt) });
    embassy.waits[person.id] = atCounter - inHall;
    embassy.zoneStays.push(leftZone - arrived);
    between('zoneLevel', arrived, leftZone);
    between('hallLevel', inHall, atCounter);
    if (visit.expectedAt !== null) embassy.firstCallErrors.push(Math.abs(at(visit.expectedAt) - began));
  }
  for (const { at: time, where, by } of steps.sort((a, b) => a.at - b.at || a.by - b.by))
    embassy[where].change(time, by);
  return embassy;
}

async function read(databaseUrl: string, postId: string): Promise<VisitRow[]> {
  const client = new Client({ connectionString: databaseUrl, options: '-c role=pulang_app' });
  await client.connect();
  try {
    await client.query('BEGIN READ ONLY');
    await client.query("SELECT set_config('pulang.posts', $1, true)", [postId]);
    return (await client.query<VisitRow>(VISITS_SQL)).rows;
  } finally {
    await client.end();
  }
}
