import { randomUUID } from 'node:crypto';
import type { Api } from '../../rehearsal/api.js';

const ROUNDS = 5;

/**
 * Officers try every act in vain while nobody has come: a service that opens its doors has run for a while. The first
 * answers of one that was started just now take minutes of the pressed day.
 */
export async function rehearse(officers: readonly Api[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) await Promise.all(officers.map(tryEverything));
}

async function tryEverything(officer: Api): Promise<void> {
  await officer.post('rehearsal', '/v1/counter-sessions/current/next');
  const nobody = `/v1/tickets/${randomUUID()}`;
  const inVain = { ifMatch: '"v1"', also: [404] };
  await officer.post('rehearsal', `${nobody}/start`, inVain);
  await officer.post('rehearsal', `${nobody}/finish`, { ...inVain, body: { outcome: 'done' } });
}
