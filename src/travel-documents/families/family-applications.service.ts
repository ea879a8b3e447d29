import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { GroupReader } from '../../registrations/groups/group-reader.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { ApplicationRecords } from '../applications/application-records.js';
import type { FamilyApplicationRequest, FamilyResponse } from './families.dto.js';
import { familyRefusal, findFamily, requireAllOpen } from './family-record.js';

/** Applies for the documents of those who registered together: all or none, on the same way. */
@Injectable()
export class FamilyApplications {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly groups: GroupReader,
    private readonly life: RegistrationLife,
    private readonly records: ApplicationRecords,
  ) {}

  /** @throws Problem as an application of one, and `not-one-group` (409), `invalid-input` (422: not one way for all) */
  async apply(
    caller: Caller,
    registrationId: string,
    { members }: FamilyApplicationRequest,
    idempotent: IdempotentRequest,
  ): Promise<FamilyResponse> {
    requireOneWay(members);
    return this.idempotency
      .transaction(caller.posts, idempotent, async (tx) => {
        const group = new Set(await this.groups.groupOf(tx, registrationId));
        if (members.some((member) => !group.has(member.registrationId)))
          throw new Problem('conflict', 'not-one-group');
        await requireAllOpen(tx, this.life, members);
        const familyId = newId();
        for (const [index, { registrationId: id, application }] of members.entries())
          await this.records.write(tx, caller, id, application, familyId).catch(pointTo(index));
        return findFamily(tx, familyId);
      })
      .catch(familyRefusal);
  }
}

/** One way, at least two, nobody twice. */
function requireOneWay(members: FamilyApplicationRequest['members']): void {
  const ways = new Set(
    members.map(({ application: { destination, transit } }) =>
      JSON.stringify([destination ?? null, transit]),
    ),
  );
  const people = new Set(members.map(({ registrationId }) => registrationId));
  if (members.length < 2 || people.size < members.length)
    throw invalid({ pointer: '/members', code: 'not-a-family' });
  if (ways.size > 1) throw invalid({ pointer: '/members', code: 'not-one-way' });
}

/** What is wrong with one's application, as the request of all has it. */
const pointTo =
  (index: number) =>
  (error: unknown): never => {
    if (!(error instanceof Problem) || !error.options.errors) throw error;
    throw invalid(
      ...error.options.errors.map(({ pointer, ...fault }) => ({
        ...fault,
        pointer: `/members/${index}/application${pointer}`,
      })),
    );
  };
