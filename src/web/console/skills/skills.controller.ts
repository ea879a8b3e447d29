import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { notFound } from '../../../platform/problems/problem.js';
import { SkillsService } from '../../../queue/skills/skills.service.js';
import { type FormBody, ticked } from '../../forms/check-form.js';
import { type Refusal, refusalOf } from '../../forms/refusal.js';
import { versionIn } from '../../forms/typed-values.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';

/** Languages, services and training of officers, and what counters are made for. */
@PageController()
@Allow('supervisor')
export class SkillsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly skills: SkillsService,
  ) {}

  @Get(paths.skills)
  show(@CurrentVisit() visit: GuardedVisit, @Query('changed') changed: unknown) {
    return this.page(visit, { changed: typeof changed === 'string' ? changed : null });
  }

  @Post(paths.skillsOf(':kind', ':id'))
  async change(
    @CurrentVisit() visit: GuardedVisit,
    @Param('kind') kind: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    if (kind !== 'officers' && kind !== 'counters') throw notFound();
    const change = [visit.caller, id, versionIn(body), ticked(body, 'skills')] as const;
    try {
      await (kind === 'officers'
        ? this.skills.changeOfficer(...change)
        : this.skills.changeCounter(...change));
    } catch (error) {
      return this.page(visit, { refused: refusalOf(error) });
    }
    return this.pages.goTo(visit, `${paths.skills}?changed=${id}`);
  }

  private async page(
    visit: GuardedVisit,
    { changed = null, refused = null }: { changed?: string | null; refused?: Refusal | null },
  ) {
    const skills = await this.skills.read(visit.caller);
    return this.pages.show(visit, 'console/skills', { skills, changed, refused });
  }
}
