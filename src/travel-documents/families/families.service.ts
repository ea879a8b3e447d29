import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { invalid, notFound, Problem } from '../../platform/problems/problem.js';
import { GroupReader } from '../../registrations/groups/group-reader.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { ApplicationReader } from '../applications/application-reader.js';
import { ApplicationRecords } from '../applications/application-records.js';
import { applicationRefusal } from '../applications/application-refusal.js';
import type { ApplicationResponse } from '../applications/applications.dto.js';
import { readFamily } from '../applications/applications.sql.js';
import { type ApplicationDecision, ApplicationsService } from '../applications/applications.service.js';
import { IssuanceService } from '../issuance/issuance.service.js';
import { signerAway } from '../pki/signer/signer-away.js';
import { Turns } from '../turns.js';
import type { FamilyApplicationRequest, FamilyDocuments, FamilyResponse } from './families.dto.js';

/**
 * Everybody has a document of their own, children too; those who registered together are applied for, decided on and
 * issued together, on the same way, all or none. Registrations are locked in the order of their ids.
 */
@Injectable()
export class FamiliesService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly reader: ApplicationReader,
    private readonly groups: GroupReader,
    private readonly life: RegistrationLife,
    private readonly records: ApplicationRecords,
    private readonly applications: ApplicationsService,
    private readonly issuance: IssuanceService,
    private readonly turns: Turns,
  ) {}

  /** @throws Problem as an application of one, and `not-one-group` (409), `invalid-input` (422: not one way for all) */
  async apply(
    caller: Caller,
    registrationId: string,
    { members }: FamilyApplicationRequest,
    idempotent: IdempotentRequest,
  ): Promise<FamilyResponse> {
    requireOneWay(members);
    return this.all(caller, (tx) =>
      this.idempotency.once(tx, idempotent, async () => {
        const group = new Set(await this.groups.groupOf(tx, registrationId));
        if (members.some((member) => !group.has(member.registrationId)))
          throw new Problem('conflict', 'not-one-group');
        await this.lock(tx, members);
        const familyId = newId();
        for (const [index, { registrationId: id, application }] of members.entries())
          await this.records.write(tx, caller, id, application, familyId).catch(pointTo(index));
        return this.find(tx, familyId);
      }),
    );
  }

  /** On record as a read of each. @throws Problem `not-found` */
  async read(caller: Caller, familyId: string): Promise<FamilyResponse> {
    return familyOf(familyId, await this.reader.family(caller, familyId));
  }

  /** @throws Problem `not-found`, `stale` (412), `same-person` (403), `not-in-this-state` (409) */
  decide(
    caller: Caller,
    familyId: string,
    version: number,
    decision: ApplicationDecision,
  ): Promise<FamilyResponse> {
    return this.together(caller, familyId, version, async (tx, applications) => {
      for (const { id, version: own } of applications)
        await this.applications.decideIn(tx, caller, id, own, decision);
      return this.find(tx, familyId);
    });
  }

  /** @throws Problem as the issue of one */
  issue(caller: Caller, familyId: string, version: number): Promise<FamilyDocuments> {
    return this.turns.takeForRequest(() =>
      this.together(caller, familyId, version, async (tx, applications) => {
        const items = [];
        for (const { version: own, ...application } of applications)
          items.push(await this.issuance.issueIn(tx, caller, application, own));
        return { id: familyId, items };
      }),
    );
  }

  private together<T>(
    caller: Caller,
    familyId: string,
    version: number,
    act: (tx: EntityManager, applications: readonly ApplicationResponse[]) => Promise<T>,
  ): Promise<T> {
    return this.all(caller, async (tx) => {
      await this.lock(tx, stillAsked(await this.find(tx, familyId)));
      const family = await this.find(tx, familyId);
      requireVersion(family.version, version);
      const applications = stillAsked(family);
      if (applications.length === 0) throw new Problem('conflict', 'not-in-this-state');
      return act(tx, applications);
    });
  }

  /** One transaction: what fails for one fails for all. */
  private async all<T>(caller: Caller, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(caller.posts, work);
    } catch (error) {
      throw signerAway(applicationRefusal(error));
    }
  }

  private async lock(tx: EntityManager, members: readonly { registrationId: string }[]): Promise<void> {
    for (const id of members.map(({ registrationId }) => registrationId).sort())
      await this.life.requireOpen(tx, id);
  }

  private async find(tx: EntityManager, id: string): Promise<FamilyResponse> {
    const applications = await readFamily(tx, id);
    if (applications.length === 0) throw notFound();
    return familyOf(id, applications);
  }
}

const familyOf = (id: string, applications: ApplicationResponse[]): FamilyResponse => ({
  id,
  applications,
  version: applications.reduce((sum, { version }) => sum + version, 0),
});

/** The applications of those who are still to have a document: whoever no longer wants help does not hold up the others. */
const stillAsked = ({ applications }: FamilyResponse): ApplicationResponse[] =>
  applications.filter(({ status }) => status === 'applied' || status === 'approved');

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
