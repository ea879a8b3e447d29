import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Environment } from '../../platform/config/environment.js';
import type { MessageKind } from '../message-kinds.js';
import { PERSON_LOAD_SQL, POST_LOAD_SQL } from '../records/messages.sql.js';
import type { Circumstances } from './decide.js';
import type { DueMessage } from './claimed.js';

/** Of what a post may send, as much as may have gone when somebody is told that they are registered: the rest is for calls. */
const SHARE_OF_REGISTERED = 0.75;

type Addressed = Pick<DueMessage, 'recipientId' | 'kind'>;

/** How much more may be sent now. */
export interface Left {
  of(message: Addressed): Pick<Circumstances, 'leftForPost' | 'leftForPerson'>;
  /** Counts one that goes. */
  take(message: Addressed): void;
}

/** What a post may send in an hour and a day, and a person be sent in a day. */
@Injectable()
export class MessageLimits {
  constructor(private readonly environment: Environment) {}

  /** Joins the caller's transaction. Exact only for whoever holds the post's lock for claims. */
  async left(tx: EntityManager, postId: string, messages: readonly Addressed[]): Promise<Left> {
    const { MESSAGES_PER_HOUR, MESSAGES_PER_DAY, MESSAGES_TO_PERSON } = this.environment;
    const [load] = await tx.query<{ hour: number; day: number }[]>(POST_LOAD_SQL, [postId]);
    const people = await tx.query<{ recipientId: string; day: number }[]>(PERSON_LOAD_SQL, [
      messages.map(({ recipientId }) => recipientId),
    ]);
    const toPerson = new Map(people.map(({ recipientId, day }) => [recipientId, day]));
    let taken = 0;
    const leftForPost = (kind: MessageKind) => {
      const share = kind === 'registered' ? SHARE_OF_REGISTERED : 1;
      return Math.min(MESSAGES_PER_HOUR * share - load!.hour, MESSAGES_PER_DAY * share - load!.day) - taken;
    };
    return {
      of: ({ recipientId, kind }) => ({
        leftForPost: leftForPost(kind),
        leftForPerson: MESSAGES_TO_PERSON - (toPerson.get(recipientId) ?? 0),
      }),
      take: ({ recipientId, kind }) => {
        taken++;
        if (kind !== 'registered') toPerson.set(recipientId, (toPerson.get(recipientId) ?? 0) + 1);
      },
    };
  }
}
