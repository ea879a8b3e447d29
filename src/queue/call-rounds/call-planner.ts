import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Call, planCalls } from '../../appointments/call-plan/plan-calls.js';
import { CallsService } from '../../appointments/calls/calls.service.js';
import { CallReach } from '../../appointments/calls/call-reach.js';
import { Messages } from '../../notifications/messages.service.js';
import { type Caller, systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { TicketRecords } from '../tickets/ticket-records.js';
import { type CallSetting, CallStateReader } from './call-state-reader.js';
import { ALONE_SQL, CALL_IN_SQL } from './state.sql.js';

/** What one round did. */
export interface CallRound {
  setOut: number;
  calledIn: number;
}

const NOTHING: CallRound = { setOut: 0, calledIn: 0 };

/** Carries out the call plan of a post for this moment. Safe to repeat, and from any number of processes. */
@Injectable()
export class CallPlanner {
  constructor(
    private readonly database: Database,
    private readonly states: CallStateReader,
    private readonly calls: CallsService,
    private readonly reach: CallReach,
    private readonly tickets: TicketRecords,
    private readonly messages: Messages,
  ) {}

  /** Nothing where the post calls by hand, or where another process is at it. */
  round(postId: string): Promise<CallRound> {
    return this.database.transaction([postId], async (tx) => {
      const setting = await this.states.setting(tx, postId);
      if (!setting || !(await isAlone(tx, postId))) return NOTHING;
      return this.carryOut(tx, postId, setting);
    });
  }

  /** The round itself, without the lock: the database still lets nobody be called twice. */
  async carryOut(tx: EntityManager, postId: string, setting: CallSetting): Promise<CallRound> {
    const caller = systemCaller(postId, `call-forward ${newId()}`);
    await this.calls.follow(tx, caller, postId, setting);
    const state = await this.states.read(tx, postId, setting);
    const { calls } = planCalls(state);
    const inward = calls.filter(({ to }) => to === 'hall');
    const outward = calls.filter(({ to }) => to === 'zone');
    const cut = await this.reach.cannotReach(
      tx,
      outward.map(({ personId }) => personId),
    );
    const ways = new Map(state.toBeCalled.map(({ personId, travel }) => [personId, travel]));
    const plan = outward
      .filter(({ personId }) => !cut.has(personId))
      .map(({ personId: id, dueAt, expectedAt }) => ({
        id,
        dueAt,
        expectedAt,
        travel: ways.get(id) ?? setting.travelMinutes,
      }));
    return {
      setOut: (await this.calls.call(tx, caller, postId, plan)).length,
      calledIn: await this.callIn(tx, caller, postId, inward),
    };
  }

  /** From the zone into the hall. */
  private async callIn(
    tx: EntityManager,
    caller: Caller,
    postId: string,
    calls: readonly Call[],
  ): Promise<number> {
    if (calls.length === 0) return 0;
    const [called] = await tx.query<[{ id: string; registrationId: string }[], number]>(CALL_IN_SQL, [
      postId,
      calls.map(({ personId }) => personId),
    ]);
    for (const { id, registrationId: recipientId } of called) {
      await this.tickets.record(tx, caller, { id, postId }, 'queue.called-in');
      await this.messages.queue(tx, { postId, recipientId, kind: 'come-now', once: `come-in ${id}` });
    }
    return called.length;
  }
}

const isAlone = async (tx: EntityManager, postId: string): Promise<boolean> =>
  (await tx.query<{ alone: boolean }[]>(ALONE_SQL, [postId]))[0]!.alone;
