import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { Problem } from '../../platform/problems/problem.js';
import { RegistrationGroupRequest } from '../../registrations/groups/groups.dto.js';
import { GroupsService } from '../../registrations/groups/groups.service.js';
import { SavedDrafts } from '../../registrations/drafts/saved-drafts.service.js';
import { IntakeService } from '../../registrations/intake/intake.service.js';
import { maskNames } from '../../registrations/mask.js';
import type { GuardedVisit } from '../frame/visit.js';
import type { PageContext } from '../page-context.js';
import { DonePages } from './done-pages.js';
import type { Draft } from './draft.js';
import { everybody } from './people-of-draft.js';
import { toRequest } from './report-faults.js';
import { reportOf } from './report.js';

/** Registers the people of a draft in which nothing is wrong: one, or all of a group, once however often it is sent. */
@Injectable()
export class Registering {
  constructor(
    private readonly intake: IntakeService,
    private readonly groups: GroupsService,
    private readonly saved: SavedDrafts,
    private readonly done: DonePages,
  ) {}

  /** Leads on to the receipts, one each, whoever began first. @throws Problem `already-registered` (409, with other answers) */
  async register(
    visit: GuardedVisit,
    draft: Draft,
    surface: PageContext['surface'],
  ): Promise<Buffer | string> {
    const { caller } = visit;
    const people = everybody(draft);
    const [post, alone] = [people[0]!.post, people.length === 1];
    const ids = people.map(({ id }) => id);
    const once = (body: object) => ({ key: draft.key, scope: `page register ${caller.id ?? ''}`, body });
    const receipts = await (
      alone ? this.one(caller, draft, once) : this.all(caller, people, ids, once)
    ).catch(alreadyRegistered);
    if (draft.saved) await this.saved.remove(caller, draft.saved).catch(() => undefined);
    const names = maskNames(people.map(({ fullName }) => fullName));
    const named = receipts.map((receipt, index) => ({
      ...receipt,
      post,
      silent: people[index]!.method === 'none',
      who: alone ? '' : names[index]!,
    }));
    return this.done.give(visit, surface, named);
  }

  private async one(caller: GuardedVisit['caller'], { answers }: Draft, once: Once) {
    const request = toRequest(reportOf(answers));
    return [await this.intake.register(caller, request, once(request))];
  }

  private async all(
    caller: GuardedVisit['caller'],
    people: ReturnType<typeof everybody>,
    ids: readonly string[],
    once: Once,
  ) {
    const members = people.map((answers) => {
      const guardian = ids.indexOf(answers.guardian);
      return { ...toRequest(reportOf(answers)), ...(guardian >= 0 && { guardian }) };
    });
    const request = plainToInstance(RegistrationGroupRequest, { members });
    return (await this.groups.register(caller, request, once(request))).members;
  }
}

type Once = (body: object) => { key: string; scope: string; body: object };

/** Somebody went back after registering, changed an answer and sent it again. */
function alreadyRegistered(error: unknown): never {
  if (error instanceof Problem && error.code === 'idempotency-key-reused')
    throw new Problem('conflict', 'already-registered');
  throw error;
}
