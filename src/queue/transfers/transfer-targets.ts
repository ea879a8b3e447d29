import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { Counter } from '../../posts/counter.entity.js';
import { ServiceType } from '../../posts/service-type.entity.js';
import { PROTECTION, serviceSkill } from '../skills/skills.js';
import { type SkillsNow, skillsAtWork } from '../skills/skills-at-work.js';
import type { LockedTicket } from '../tickets/locked-ticket.sql.js';
import type { HandOver } from './handed-over.js';
import type { TransferRequest } from './transfers.dto.js';

export interface Target {
  to: HandOver;
  serviceTypeId?: string;
}

/** Reads where somebody may be handed over to: only where somebody at work can take them, so that they do not come back. */
@Injectable()
export class TransferTargets {
  /** @throws Problem `invalid-input`, 409: `counter-not-open`, `nobody-has-skill`, `counter-not-trained` */
  async of(tx: EntityManager, ticket: LockedTicket, request: TransferRequest): Promise<Target> {
    const { counterId, service, skill } = request;
    if ([counterId, service, skill].filter((target) => target !== undefined).length !== 1)
      throw invalid({ pointer: '/counterId', code: 'required' });
    const now = await skillsAtWork(tx, ticket.postId, null);
    if (counterId !== undefined) return this.counter(tx, ticket, now, counterId);
    if (service !== undefined) return this.service(tx, ticket, now, service);
    requireElsewhere(ticket, now, skill!);
    return { to: { skill: skill! } };
  }

  private async counter(
    tx: EntityManager,
    { postId, needs, counterSessionId }: LockedTicket,
    { counters, isAnyoneTrained }: SkillsNow,
    counterId: string,
  ): Promise<Target> {
    if (!(await tx.existsBy(Counter, { id: counterId, postId })))
      throw invalid({ pointer: '/counterId', code: 'not-a-choice' });
    const target = counters.find((counter) => counter.counterId === counterId);
    if (!target || target.sessionId === counterSessionId) throw new Problem('conflict', 'counter-not-open');
    if (isAnyoneTrained && needs.includes(PROTECTION) && !target.skills.includes(PROTECTION))
      throw new Problem('conflict', 'counter-not-trained');
    return { to: { counterId } };
  }

  private async service(
    tx: EntityManager,
    ticket: LockedTicket,
    now: SkillsNow,
    service: string,
  ): Promise<Target> {
    const known = await tx.findOneBy(ServiceType, { postId: ticket.postId, code: service });
    if (!known) throw invalid({ pointer: '/service', code: 'not-a-choice' });
    requireElsewhere(ticket, now, serviceSkill(service));
    return { to: { service }, serviceTypeId: known.id };
  }
}

/** Somebody else at work has the skill; or, for protection, the post has somebody trained whom a supervisor can bring. */
function requireElsewhere(
  { counterSessionId }: LockedTicket,
  { counters, isAnyoneTrained }: SkillsNow,
  skill: string,
): void {
  const others = counters.filter(({ sessionId }) => sessionId !== counterSessionId);
  if (skill === PROTECTION ? isAnyoneTrained : others.some(({ skills }) => skills.includes(skill))) return;
  throw new Problem('conflict', 'nobody-has-skill');
}
