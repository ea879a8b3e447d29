import { type Assumption, assume, ENOUGH_PEOPLE } from './assumptions.js';
import type { Situation, StageState } from './forecast.js';
import { learnArrivals } from './learn-arrivals.js';
import { learnCounters, type LearnedCounters } from './learn-counters.js';
import { learnWork, type LearnedWork } from './learn-work.js';
import { DAY, openParts, usualMinutes } from './open-days.js';
import type { PlanFacts, WhatIf } from './plan-facts.js';
import { PLAN_STAGES, type PlanStage, STAFF_OF } from './plan-stages.js';

/** A situation with what was taken for granted in it, and what waits are worked out from. */
export interface Learned {
  situation: Situation;
  assumptions: Assumption[];
  openMinutes: number;
  /** Variance of a day's arrivals over their mean. */
  dispersion: number;
  counters: LearnedCounters;
}

/** Where too few were assessed to tell. */
const USUAL_URGENT = 0.1;

/**
 * What the facts say about the coming days, with what a supervisor would try in their place.
 * @param days of the forecast, today included
 */
export function situationOf(facts: PlanFacts, what: WhatIf, days: number): Learned {
  const openMinutes = usualMinutes(facts.calendar);
  const arrivals = learnArrivals(facts.arrivals);
  const perDay = what.arrivals ?? arrivals.perDay;
  const noShow = what.noShow === undefined ? undefined : what.noShow / 100;
  const counters = learnCounters(
    { ...facts, atWork: facts.countersAtWork },
    { ...facts, openMinutes },
    { noShow },
  );
  const assumptions = [
    assume(what.arrivals === undefined ? 'arrivals-go-on' : 'arrivals-given', null, Math.round(perDay)),
    ...(arrivals.known ? [] : [assume('arrivals-hardly-known')]),
    ...(facts.calendar.hours.length > 0 ? [] : [assume('hours-assumed')]),
  ];
  const stages = {} as Record<PlanStage, StageState>;
  for (const stage of PLAN_STAGES) {
    const backlog = facts.loads.find((load) => load.stage === stage)?.people ?? 0;
    const waiting = { backlog, urgent: Math.min(facts.byBand[stage].urgent, backlog) };
    if (stage === 'triage') {
      stages[stage] = { ...waiting, perStaff: null, staff: 0, spread: { level: 0, daily: 0 } };
      continue;
    }
    const everybody = stage === 'approval' ? facts.approvers : facts.officers;
    const learned: LearnedWork =
      stage === 'counter'
        ? counters
        : learnWork(stage, facts.work[stage], { backlog, everybody, openMinutes });
    const given = what[STAFF_OF[stage]];
    const { perStaff, spread } = learned;
    stages[stage] = { ...waiting, perStaff, spread, staff: given ?? learned.staff };
    assumptions.push(...learned.assumptions.filter(({ code }) => given === undefined || !OF_STAFF.has(code)));
  }
  const enough = facts.verified >= ENOUGH_PEOPLE;
  if (!enough) assumptions.push(assume('everyone-needs-a-document'));
  assumptions.push(assume('nobody-drops-out'));
  const situation = {
    stages,
    arrivals: [perDay],
    arrivalSpread: arrivals.spread,
    urgentShare: facts.assessed >= ENOUGH_PEOPLE ? facts.urgent / facts.assessed : USUAL_URGENT,
    documentShare: enough ? 1 - facts.withPassport / facts.verified : 1,
    open: openParts(facts.calendar, facts.today, facts.minute, days),
    dayLeft: 1 - facts.minute / DAY,
  };
  return { situation, assumptions, openMinutes, dispersion: arrivals.dispersion, counters };
}

/** Said of staff; whoever gives a number of their own does not rest on it. */
const OF_STAFF: ReadonlySet<Assumption['code']> = new Set(['staff-assumed', 'nobody-passed-yet']);
