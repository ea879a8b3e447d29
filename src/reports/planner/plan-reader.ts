import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DEFAULT_SERVICE } from '../../appointments/slots/default-service.js';
import { dayAfter, daysFrom } from '../../platform/clock/calendar-day.js';
import type { Post } from '../../posts/post.entity.js';
import { PostsService } from '../../posts/posts.service.js';
import type { Band } from '../../triage/band.js';
import { presentDay } from '../figures/figure-series.js';
import { MILESTONES } from '../journey/milestones.js';
import type { WorkDay } from './learn-work.js';
import { HORIZON } from './plan.js';
import type { PlanFacts, PostFacts, StageLoad } from './plan-facts.js';
import { type Calendar, openParts } from './open-days.js';
import { ON_EVERY_DAY, PLACES, PLAN_STAGES, type PlanStage } from './plan-stages.js';
import { ARRIVALS, BACKLOG, CLOSED_DAYS, COUNTERS_AT_WORK, FACTS, WORK } from './planner.sql.js';

/** Days that are looked back on. */
const LOOKED_BACK = 14;
type WorkRow = WorkDay & { stage: PlanStage; day: string };
type LoadRow = StageLoad & { people: number; band: Band | null };

/** What the database knows of load, pace and staff: counted there, whoever many people there are. */
@Injectable()
export class PlanReader {
  constructor(private readonly posts: PostsService) {}

  /** As of the start of the caller's transaction, which must see the post. */
  async read(tx: EntityManager, post: Post): Promise<PlanFacts> {
    const today = await presentDay(tx, post);
    const since = dayAfter(today, -LOOKED_BACK);
    const window = [post.id, post.timeZone, since];
    const [facts] = await tx.query<PostFacts[]>(FACTS, window);
    const loads = await tx.query<LoadRow[]>(BACKLOG, [post.id, MILESTONES]);
    const arrivals = await tx.query<{ day: string; people: number }[]>(ARRIVALS, window);
    const work = await tx.query<WorkRow[]>(WORK, window);
    const atWork = await tx.query<{ counters: number }[]>(COUNTERS_AT_WORK, window);
    const closed = await tx.query<{ day: string }[]>(CLOSED_DAYS, [post.id, post.timeZone, HORIZON]);
    const [hours, holidays, counters, services] = await Promise.all([
      this.posts.openingHours(post.id),
      this.posts.holidays(post.id),
      this.posts.counters(post.id),
      this.posts.serviceTypes(post.id),
    ]);
    const calendar = { hours, closed: new Set([...holidays, ...closed].map(({ day }) => day)) };
    return {
      ...facts!,
      loads: PLAN_STAGES.map((stage) => loadOf(stage, loads)),
      byBand: ofStages((stage) => bandsOf(loads.filter((row) => row.stage === stage))),
      arrivals: perDay(arrivals, facts!),
      work: ofStages((stage) => workOf(stage, work, calendar, today)),
      countersAtWork: atWork.map((day) => day.counters),
      counters: counters.length,
      plannedMinutes: (services.find(({ code }) => code === DEFAULT_SERVICE) ?? services[0])?.minutes ?? null,
      calendar,
    };
  }
}

const ofStages = <T>(make: (stage: PlanStage) => T): Record<PlanStage, T> =>
  Object.fromEntries(PLAN_STAGES.map((stage) => [stage, make(stage)])) as Record<PlanStage, T>;

function loadOf(stage: PlanStage, rows: readonly LoadRow[]): StageLoad {
  const found = rows.find((row) => row.stage === stage && row.band === null);
  if (!found) return { stage, people: 0, medianMinutes: null, oldestMinutes: null };
  const { people, medianMinutes, oldestMinutes } = found;
  return { stage, people, medianMinutes, oldestMinutes };
}

function bandsOf(rows: readonly LoadRow[]) {
  const of = (band: Band) => rows.find((row) => row.band === band)?.people ?? 0;
  return { urgent: of('urgent'), high: of('high'), standard: of('standard') };
}

/**
 * Days on which people passed a stage. Permits and seats that did not come on a day count as none from the first one on;
 * officers are only looked at on the days on which they worked.
 */
function workOf(stage: PlanStage, all: readonly WorkRow[], calendar: Calendar, today: string): WorkDay[] {
  const rows = all.filter((row) => row.stage === stage);
  const [first] = rows.map(({ day }) => day).sort();
  if (first === undefined || !PLACES.includes(stage)) return rows;
  const days = daysFrom(first, dayAfter(today, -1));
  const open = openParts(calendar, first, 0, days.length);
  const found = new Map(rows.map((row) => [row.day, row]));
  return days.flatMap((day, at) => {
    const expected = found.has(day) || ON_EVERY_DAY.includes(stage) || open[at]! > 0;
    return expected ? [found.get(day) ?? { people: 0, staff: 1 }] : [];
  });
}

/** From the post's first day on, so that days before there was anything do not count as quiet ones. */
function perDay(counted: readonly { day: string; people: number }[], { today, firstDay }: PostFacts) {
  const earliest = dayAfter(today, -LOOKED_BACK);
  if (firstDay === null) return [];
  const people = new Map(counted.map((row) => [row.day, row.people]));
  const days = daysFrom(firstDay > earliest ? firstDay : earliest, dayAfter(today, -1));
  return days.map((day) => people.get(day) ?? 0);
}
