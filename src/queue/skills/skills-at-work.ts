import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Lacking, lackingAt, type SkilledCounter } from './calling-rule.js';

const SKILLS = `
  s.counter_id AS "counterId", coalesce(o.skills, '{}') || coalesce(c.skills, '{}') AS skills
  FROM counter_session s
  LEFT JOIN officer_skills o ON o.post_id = s.post_id AND o.account_id = s.account_id
  LEFT JOIN counter_skills c ON c.counter_id = s.counter_id`;

/** Counters that take people, and that of session $2 itself. Post $1. */
const AT_WORK_SQL = `
  SELECT s.id AS "sessionId", ${SKILLS}
  WHERE s.post_id = $1 AND s.closed_at IS NULL AND (s.paused_at IS NULL OR s.id = $2) ORDER BY s.id`;

const TRAINED_SQL = `
  SELECT FROM officer_skills o JOIN account a ON a.id = o.account_id AND a.active
  WHERE o.post_id = $1 AND 'protection' = ANY (o.skills) LIMIT 1`;

/** Reads who at a post can do what, in the caller's transaction. */
@Injectable()
export class SkillsAtWork {
  /** What keeps the counter of a session from calling some of those who wait. */
  async lackingAt(tx: EntityManager, postId: string, sessionId: string): Promise<Lacking> {
    const [counters, trained] = await Promise.all([
      tx.query<(SkilledCounter & { sessionId: string })[]>(AT_WORK_SQL, [postId, sessionId]),
      tx.query<unknown[]>(TRAINED_SQL, [postId]),
    ]);
    const own = counters.find((counter) => counter.sessionId === sessionId);
    const others = counters.filter((counter) => counter !== own);
    return lackingAt(own ?? { counterId: '', skills: [] }, others, trained.length > 0);
  }
}

/** Whether needs can matter at the post of session `s` at all: else nobody is asked for them. */
export const ANYONE_SKILLED = `(
  EXISTS (SELECT FROM officer_skills o WHERE o.post_id = s.post_id)
  OR EXISTS (SELECT FROM counter_skills k WHERE k.post_id = s.post_id)
  OR EXISTS (SELECT FROM ticket w WHERE w.post_id = s.post_id AND w.status = 'waiting' AND w.counter_id IS NOT NULL))`;
