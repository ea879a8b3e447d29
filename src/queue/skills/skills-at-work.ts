import type { EntityManager } from 'typeorm';
import { together } from '../../platform/database/together.js';
import { type Lacking, lackingAt, type SkilledCounter } from './calling-rule.js';

/** A counter that takes people, with what it and its officer can do. */
export interface CounterSkilledNow extends SkilledCounter {
  sessionId: string;
}

export interface SkillsNow {
  counters: CounterSkilledNow[];
  /** Whether the post has anybody who is trained in protection, at work or not. */
  isAnyoneTrained: boolean;
}

/** Counters that take people, and that of session $2 itself. Post $1. */
const AT_WORK_SQL = `
  SELECT s.id AS "sessionId", s.counter_id AS "counterId", coalesce(o.skills, '{}') || coalesce(c.skills, '{}') AS skills
  FROM counter_session s
  LEFT JOIN officer_skills o ON o.post_id = s.post_id AND o.account_id = s.account_id
  LEFT JOIN counter_skills c ON c.counter_id = s.counter_id
  WHERE s.post_id = $1 AND s.closed_at IS NULL AND (s.paused_at IS NULL OR s.id = $2) ORDER BY s.id`;

const TRAINED_SQL = `
  SELECT FROM officer_skills o JOIN account a ON a.id = o.account_id AND a.active
  WHERE o.post_id = $1 AND 'protection' = ANY (o.skills) LIMIT 1`;

/** Who at a post can do what now, in the caller's transaction. @param sessionId a counter that is told also while it is paused */
export async function skillsAtWork(
  tx: EntityManager,
  postId: string,
  sessionId: string | null,
): Promise<SkillsNow> {
  const [counters, trained] = await together(
    tx.query<CounterSkilledNow[]>(AT_WORK_SQL, [postId, sessionId]),
    tx.query<unknown[]>(TRAINED_SQL, [postId]),
  );
  return { counters, isAnyoneTrained: trained.length > 0 };
}

/** What keeps the counter of a session from calling some of those who wait now. */
export async function lackingNow(tx: EntityManager, postId: string, sessionId: string): Promise<Lacking> {
  const { counters, isAnyoneTrained } = await skillsAtWork(tx, postId, sessionId);
  const own = counters.find((counter) => counter.sessionId === sessionId);
  const others = counters.filter((counter) => counter !== own);
  return lackingAt(own ?? { counterId: '', skills: [] }, others, isAnyoneTrained);
}

/** Whether needs can matter at the post of session `s` at all: else nobody is asked for them. */
export const ANYONE_SKILLED = `(
  EXISTS (SELECT FROM officer_skills o WHERE o.post_id = s.post_id)
  OR EXISTS (SELECT FROM counter_skills k WHERE k.post_id = s.post_id)
  OR EXISTS (SELECT FROM ticket w WHERE w.post_id = s.post_id AND w.status = 'waiting' AND w.counter_id IS NOT NULL))`;
