import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller.js';
import { newId } from '../../../platform/ids.js';
import { GroupReader } from '../../../registrations/groups/group-reader.js';
import { ApplicationReader } from '../../../travel-documents/applications/application-reader.js';
import type { ApplicationResponse } from '../../../travel-documents/applications/applications.dto.js';
import type { FamilyAct, FamilyPage } from './family.view.js';

type Moment = Partial<Pick<FamilyPage, 'values' | 'ticked' | 'errors' | 'refused'>>;

/** Puts the page of those who registered together. */
@Injectable()
export class FamilyPages {
  constructor(
    private readonly groups: GroupReader,
    private readonly applications: ApplicationReader,
  ) {}

  /** @throws Problem `not-found` */
  async of(caller: Caller, id: string, moment: Moment): Promise<FamilyPage> {
    const { items } = await this.groups.companions(caller, id);
    const ids = items.map(({ id: registrationId }) => registrationId);
    const latest = await this.applications.latestOf(caller, ids);
    const lines = items.map(({ id: registrationId, reference, maskedName }) => {
      const application = latest.get(registrationId) ?? null;
      return { registrationId, reference, maskedName, application, content: null };
    });
    const open = lines.map(({ application }) => application).find(isOpenFamily);
    const family = open ? await this.applications.family(caller, open.familyId!) : null;
    const status = open?.status === 'approved' ? ('approved' as const) : ('applied' as const);
    const may = actsFor(caller, family && { status, applications: family.applications });
    return {
      id,
      members: may.includes('approve')
        ? await Promise.all(
            lines.map(async (line) => ({
              ...line,
              content:
                line.application?.familyId === family?.id && isOpenFamily(line.application)
                  ? await this.applications.content(caller, line.application.id)
                  : null,
            })),
          )
        : lines,
      family: family && { id: family.id, version: family.version, status },
      may,
      formKey: newId(),
      values: {},
      ticked: null,
      errors: [],
      refused: null,
      ...moment,
    };
  }
}

const isOpenFamily = (application: ApplicationResponse | null): application is ApplicationResponse =>
  application !== null &&
  application.familyId !== null &&
  (application.status === 'applied' || application.status === 'approved');

/** Nobody approves their own work. */
function actsFor(
  { role, id }: Caller,
  family: { status: 'applied' | 'approved'; applications: readonly ApplicationResponse[] } | null,
): FamilyAct[] {
  if (!family) return role === 'officer' ? ['apply'] : [];
  if (family.status === 'approved') return role === 'officer' ? ['issue'] : [];
  const own = family.applications.some(({ appliedBy }) => appliedBy === id);
  return role === 'approver' && !own ? ['approve', 'decline'] : [];
}
