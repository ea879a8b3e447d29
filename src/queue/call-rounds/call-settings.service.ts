import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { planCalls } from '../../appointments/call-plan/plan-calls.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { lockNamed } from '../../platform/database/lock-named.js';
import { nowIn } from '../../platform/database/now-in.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { PostsService } from '../../posts/posts.service.js';
import type { CallSettingRequest, CallSettingResponse, CallPlanResponse } from './call-setting.dto.js';
import { CallStateReader } from './call-state-reader.js';

const SETTING_SQL = `
  SELECT automatic, travel_minutes AS "travelMinutes", grace_minutes AS "graceMinutes", version
  FROM call_forward_setting WHERE post_id = $1`;

/** The row is there from the first change on. Parameters: post, automatic, travel, grace. */
const CHANGE_SQL = `
  INSERT INTO call_forward_setting (post_id, automatic, travel_minutes, grace_minutes, version) VALUES ($1, $2, $3, $4, 2)
  ON CONFLICT (post_id) DO UPDATE SET automatic = excluded.automatic, travel_minutes = excluded.travel_minutes,
    grace_minutes = excluded.grace_minutes, changed_at = now(), version = call_forward_setting.version + 1`;

const BY_HAND: CallSettingResponse = {
  automatic: false,
  travelMinutes: 30,
  graceMinutes: 20,
  version: 1,
};

/** How a post calls people, and what the plan sees, for its supervisor. */
@Injectable()
export class CallSettings {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly states: CallStateReader,
    private readonly audit: AuditLog,
  ) {}

  read(caller: Caller): Promise<CallSettingResponse> {
    return this.database.transaction(caller.posts, (tx) => this.of(tx, onlyPost(caller)));
  }

  /** @throws Problem `stale` (412) */
  change(
    caller: Caller,
    version: number,
    { automatic, travelMinutes, graceMinutes }: CallSettingRequest,
  ): Promise<CallSettingResponse> {
    const postId = onlyPost(caller);
    return this.database.transaction([postId], async (tx) => {
      await lockNamed(tx, `call-forward setting ${postId}`);
      requireVersion((await this.of(tx, postId)).version, version);
      await tx.query(CHANGE_SQL, [postId, automatic, travelMinutes, graceMinutes]);
      await this.audit.record(tx, caller, {
        action: 'appointment.call-forward-set',
        subject: { kind: 'post', id: postId },
        postId,
        detail: { automatic, travelMinutes, graceMinutes },
      });
      return this.of(tx, postId);
    });
  }

  /** What the plan would do now, also where it is off. */
  plan(caller: Caller): Promise<CallPlanResponse> {
    const postId = onlyPost(caller);
    return this.database.transaction([postId], async (tx) => {
      const setting = await this.of(tx, postId);
      const { timeZone } = await this.posts.byId(postId);
      const now = await nowIn(tx);
      const state = await this.states.read(tx, postId, { ...setting, timeZone, now });
      const { service, showUp } = state.parameters;
      return {
        automatic: setting.automatic,
        inLine: state.toBeCalled.length,
        called: state.underWay.filter(({ by }) => by === 'message').length,
        atTold: state.underWay.filter(({ by }) => by === 'paper').length,
        inZone: state.zone.length,
        inHall: state.hall.length + state.underWay.filter(({ by }) => by === 'zone').length,
        counters: state.counters.filter((counter) => counter.state === 'open').length,
        dueNow: planCalls(state).calls.length,
        serviceMinutes: Math.round(service.mean * 10) / 10,
        showUp: Math.round(showUp * 100) / 100,
        asOf: now.toISOString(),
      };
    });
  }

  private async of(tx: EntityManager, postId: string): Promise<CallSettingResponse> {
    return (await tx.query<CallSettingResponse[]>(SETTING_SQL, [postId]))[0] ?? BY_HAND;
  }
}
