import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Translator } from '../../platform/i18n/translator.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { invalid, notFound, Problem } from '../../platform/problems/problem.js';
import { PostsService } from '../../posts/posts.service.js';
import { isService, languageSkill, PROTECTION, serviceSkill, WORKING } from './skills.js';
import type { CounterSkillsResponse, OfficerSkillsResponse, PostSkillsResponse } from './skills.dto.js';
import {
  CHANGE_COUNTER_SQL,
  CHANGE_OFFICER_SQL,
  COUNTER_LAST_SQL,
  COUNTER_SQL,
  COUNTERS_SQL,
  OFFICER_LAST_SQL,
  OFFICER_SQL,
  OFFICERS_SQL,
} from './skills.sql.js';

/** What is changed, and how it is read and written. */
interface Holder {
  kind: 'account' | 'counter';
  read: string;
  write: string;
  /** Who changed it last. */
  last: string;
}
const OFFICER: Holder = {
  kind: 'account',
  read: OFFICER_SQL,
  write: CHANGE_OFFICER_SQL,
  last: OFFICER_LAST_SQL,
};
const COUNTER: Holder = {
  kind: 'counter',
  read: COUNTER_SQL,
  write: CHANGE_COUNTER_SQL,
  last: COUNTER_LAST_SQL,
};

/** Which officers and counters of a post can do what; a supervisor says so, and it holds from the next call on. */
@Injectable()
export class SkillsService {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly audit: AuditLog,
    private readonly live: LiveEvents,
    private readonly translator: Translator,
  ) {}

  async read(caller: Caller): Promise<PostSkillsResponse> {
    const postId = onlyPost(caller);
    const choices = await this.choices(postId);
    return this.database.transaction([postId], async (tx) => ({
      choices,
      officers: await tx.query<OfficerSkillsResponse[]>(OFFICERS_SQL, [postId]),
      counters: await tx.query<CounterSkillsResponse[]>(COUNTERS_SQL, [postId]),
    }));
  }

  /** @throws Problem `not-found`, `skills-changed` (412), `invalid-input` for a skill that cannot be given */
  async changeOfficer(caller: Caller, id: string, version: number, skills: readonly string[]) {
    const allowed = await this.choices(onlyPost(caller));
    return this.change<OfficerSkillsResponse>(caller, OFFICER, id, version, requireGiven(skills, allowed));
  }

  /** @throws Problem as {@link changeOfficer} */
  async changeCounter(caller: Caller, id: string, version: number, skills: readonly string[]) {
    const allowed = (await this.choices(onlyPost(caller))).filter(isService);
    return this.change<CounterSkillsResponse>(caller, COUNTER, id, version, requireGiven(skills, allowed));
  }

  private change<T extends { version: number }>(
    caller: Caller,
    { kind, read, write, last }: Holder,
    id: string,
    version: number,
    skills: readonly string[],
  ): Promise<T> {
    const postId = onlyPost(caller);
    const one = async (tx: EntityManager) => (await tx.query<T[]>(read, [postId, id]))[0];
    return this.database.transaction([postId], async (tx) => {
      const before = await one(tx);
      if (!before) throw notFound();
      const [changed] = await tx.query<unknown[]>(write, [postId, id, skills, caller.id, version]);
      if (!changed) throw await changedMeanwhile(tx, kind, last, [postId, id]);
      const subject = { kind, id };
      await this.audit.record(tx, caller, {
        action: 'queue.skills-changed',
        subject,
        postId,
        detail: { skills },
      });
      this.live.announce(tx, { postId, kind: 'counters' });
      return (await one(tx))!;
    });
  }

  private async choices(postId: string): Promise<string[]> {
    const services = await this.posts.serviceTypes(postId);
    return [
      PROTECTION,
      ...this.translator
        .languages('everyone')
        .map(({ locale }) => languageSkill(locale))
        .filter((skill) => !WORKING.has(skill)),
      ...services.map(({ code }) => serviceSkill(code)),
    ];
  }
}

/** Tells a supervisor who came too late who gave whom other skills. */
async function changedMeanwhile(
  tx: EntityManager,
  kind: Holder['kind'],
  last: string,
  holder: [postId: string, id: string],
): Promise<Problem> {
  const [change] = await tx.query<{ who: string; whose: string }[]>(last, holder);
  return change
    ? new Problem('stale', 'skills-changed', { params: { kind, ...change } })
    : new Problem('stale', 'stale');
}

function requireGiven(skills: readonly string[], allowed: readonly string[]): readonly string[] {
  if (skills.some((skill) => !allowed.includes(skill)))
    throw invalid({ pointer: '/skills', code: 'not-a-choice' });
  return skills;
}
