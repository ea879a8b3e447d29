import type { EntityManager } from 'typeorm';
import { Departure } from './departure.entity.js';
import type { DepartureResponse } from './departures.dto.js';

/** The newest journey of a registration, if one was ever planned. */
export async function latestDeparture(tx: EntityManager, registrationId: string): Promise<Departure | null> {
  return tx.findOne(Departure, { where: { registrationId }, order: { plannedAt: 'DESC', id: 'DESC' } });
}

export const toDepartureResponse = (departure: Departure): DepartureResponse => ({
  id: departure.id,
  registrationId: departure.registrationId,
  status: departure.status,
  carrier: departure.carrier,
  serviceNumber: departure.serviceNumber,
  from: departure.leavesFrom,
  to: departure.arrivesAtPlace,
  route: departure.route,
  scheduledAt: departure.scheduledAt.toISOString(),
  plannedAt: departure.plannedAt.toISOString(),
  clearedAt: departure.clearedAt?.toISOString() ?? null,
  boardedAt: departure.boardedAt?.toISOString() ?? null,
  departedAt: departure.departedAt?.toISOString() ?? null,
  arrivedAt: departure.arrivedAt?.toISOString() ?? null,
  version: departure.version,
});
