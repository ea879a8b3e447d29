import { Body, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, AskAgain } from '../../../platform/auth/allow.js';
import { notFound } from '../../../platform/problems/problem.js';
import {
  FamilyApplicationRequest,
  FamilyDeclineRequest,
} from '../../../travel-documents/families/families.dto.js';
import { FamiliesService } from '../../../travel-documents/families/families.service.js';
import { FamilyApplications } from '../../../travel-documents/families/family-applications.service.js';
import { type FormBody, ticked } from '../../forms/check-form.js';
import { answerTo } from '../../forms/refusal.js';
import { requestOf } from '../../forms/request-of.js';
import { sentForm } from '../../forms/sent-form.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import type { SentAct } from './case-section.js';
import { familyErrors, familyOfForm, familyPlaces } from './family-of-form.js';
import { FamilyPages } from './family-pages.js';
import { FAMILY_ACTS, type FamilyAct } from './family.view.js';

/** Documents for those who registered together: nobody is left behind for want of a paper. */
@PageController()
@Allow('officer', 'approver')
export class FamilyPageController {
  private readonly acts: Readonly<Record<FamilyAct, (sent: SentAct) => Promise<unknown>>> = {
    apply: ({ caller, registrationId, fields, once }) =>
      this.applying.apply(
        caller,
        registrationId,
        requestOf(FamilyApplicationRequest, familyOfForm(fields), familyPlaces(fields)),
        once,
      ),
    approve: ({ caller, subject, version, fields }) =>
      this.families.decide(caller, subject, version, { status: 'approved', seen: ticked(fields, 'seen') }),
    decline: ({ caller, subject, version, fields }) => {
      const { reason } = requestOf(FamilyDeclineRequest, fields);
      return this.families.decide(caller, subject, version, { status: 'declined', reason });
    },
    issue: ({ caller, subject, version }) => this.families.issue(caller, subject, version),
  };

  constructor(
    private readonly pages: Pages,
    private readonly family: FamilyPages,
    private readonly applying: FamilyApplications,
    private readonly families: FamiliesService,
  ) {}

  @Get(paths.caseFamily(':id'))
  async show(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    return this.pages.show(visit, 'console/family', await this.family.of(visit.caller, id, {}));
  }

  @Post(paths.caseFamilyAct(':id', ':act'))
  @AskAgain('second-factor', ({ params }) => (params as { act: string }).act === 'approve')
  async act(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('act') act: string,
    @Body() body: FormBody,
  ) {
    const may = visit.caller.role === 'officer' ? ['apply', 'issue'] : ['approve', 'decline'];
    if (!isAct(act) || !may.includes(act)) throw notFound();
    const sent = sentForm(visit, `case ${id} family-${act}`, body);
    try {
      await this.acts[act]({ ...sent, registrationId: id });
    } catch (error) {
      const { errors: found, refused } = answerTo(error, familyPlaces(body));
      const moment = { values: body, ticked: ticked(body, 'member'), refused };
      const model = await this.family.of(visit.caller, id, { ...moment, errors: familyErrors(found, body) });
      const errors = model.errors.map((error) => ({
        ...error,
        of: model.members.find(({ registrationId }) => error.field.endsWith(registrationId))?.reference,
      }));
      return this.pages.show(visit, 'console/family', { ...model, errors });
    }
    return this.pages.goTo(visit, paths.caseFamily(id));
  }
}

const isAct = (text: string): text is FamilyAct => (FAMILY_ACTS as readonly string[]).includes(text);
