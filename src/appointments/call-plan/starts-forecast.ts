import type { CallState, CounterAtWork, OpenHours } from './call-state.js';
import type { CallParameters } from './call-parameters.js';
import { serviceLaw } from './service-law.js';

/** Minutes ahead for which calls are planned: the longest way with time to spare. */
export const HORIZON = 150;

/**
 * How many people the counters will have taken by now, in 1, 2... minutes, if somebody always waits: each counter
 * first ends what it does (by the time served so far), then goes on from service to service. Before opening nothing,
 * at opening one for each counter, after closing no more.
 */
export function expectedStarts(state: CallState, hours: OpenHours, horizon = HORIZON): Float64Array {
  const { now, counters, parameters } = state;
  const { service } = parameters;
  const opening = Math.max(0, Math.ceil(hours.opensAt - now));
  const closing = Math.min(horizon, Math.floor(hours.closesAt - now));
  const first = new Float64Array(horizon + 1);
  for (const counter of counters) addFirstStart(first, counter, now, opening, parameters);
  const { renewals } = serviceLaw(service.mean, service.cv);
  const starts = new Float64Array(horizon + 1);
  for (let k = 0; k <= closing; k++) {
    const begun = first[k]!;
    if (begun < 1e-6) continue;
    for (let i = k; i <= closing; i++) starts[i]! += begun * (1 + renewals[i - k]!);
  }
  for (let i = Math.max(0, closing + 1); i <= horizon; i++) starts[i] = closing < 0 ? 0 : starts[closing]!;
  return starts;
}

function addFirstStart(
  first: Float64Array,
  { state, serving }: CounterAtWork,
  now: number,
  opening: number,
  { service }: CallParameters,
): void {
  if (state !== 'open') return;
  if (!serving || opening > 0) {
    if (opening < first.length) first[opening]! += 1;
    return;
  }
  const law = serviceLaw(serviceMean(service, serving), service.cv);
  const served = Math.max(0, now - serving.since);
  const ended = law.within(served);
  const left = Math.max(1e-6, 1 - ended);
  for (let i = 1, before = 0; i < first.length; i++) {
    const by = (law.within(served + i) - ended) / left;
    first[i]! += by - before;
    before = by;
    if (by > 0.9999) break;
  }
}

/** @returns the expected service time of a case type with an officer */
export function serviceMean(
  { mean, byCaseType, byOfficer }: CallParameters['service'],
  { caseType, officerId }: { caseType: string; officerId?: string },
): number {
  return (byCaseType[caseType] ?? mean) * (officerId === undefined ? 1 : (byOfficer[officerId] ?? 1));
}
