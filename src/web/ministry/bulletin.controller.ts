import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { csvAnswer } from '../../platform/http/csv-answer.js';
import { newId } from '../../platform/ids.js';
import { bulletinCsv } from '../../reports/bulletins/bulletin-csv.js';
import { BulletinReader } from '../../reports/bulletins/bulletin-reader.js';
import { BulletinPath, BulletinQuery, RevisionRequest } from '../../reports/bulletins/bulletins.dto.js';
import { BulletinsService } from '../../reports/bulletins/bulletins.service.js';
import { type FormBody, typed } from '../forms/check-form.js';
import { onceOf } from '../forms/once-of.js';
import { answerTo } from '../forms/refusal.js';
import { requestOf } from '../forms/request-of.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import type { BulletinPage } from './bulletin.view.js';

type Moment = Pick<BulletinPage, 'values' | 'refused' | 'errors'>;
const NOTHING: Moment = { values: { because: '' }, refused: null, errors: [] };

/** One day as it was published, to read, to take along and to correct. */
@PageController()
@Allow('analyst', 'supervisor')
export class BulletinPageController {
  constructor(
    private readonly pages: Pages,
    private readonly reader: BulletinReader,
    private readonly bulletins: BulletinsService,
  ) {}

  @Get(paths.bulletin(':day'))
  show(@CurrentVisit() visit: GuardedVisit, @Param() { day }: BulletinPath, @Query() query: BulletinQuery) {
    return this.page(visit, day, query, NOTHING);
  }

  @Get(paths.bulletinCsv(':day'))
  async csv(
    @CurrentVisit() { caller, reply }: GuardedVisit,
    @Param() { day }: BulletinPath,
    @Query() query: BulletinQuery,
  ) {
    const bulletin = await this.reader.read(caller, day, query);
    const name = `bulletin-${bulletin.post}-${day}-revision-${bulletin.revision}.csv`;
    return csvAnswer(reply, name, bulletinCsv(bulletin));
  }

  @Post(paths.bulletinRevision(':day'))
  async revise(@CurrentVisit() visit: GuardedVisit, @Param() { day }: BulletinPath, @Body() body: FormBody) {
    const { once, fields } = onceOf(visit, `bulletin ${day}`, body);
    const post = typed(fields, 'post') || undefined;
    try {
      await this.bulletins.revise(visit.caller, day, requestOf(RevisionRequest, fields), once);
    } catch (error) {
      const values = { because: typed(fields, 'because') };
      return this.page(visit, day, { post }, { values, ...answerTo(error) });
    }
    return this.pages.goTo(
      visit,
      `${paths.bulletin(day)}?${new URLSearchParams(post ? { post } : {}).toString()}`,
    );
  }

  private async page(visit: GuardedVisit, day: string, query: BulletinQuery, moment: Moment) {
    const bulletin = await this.reader.read(visit.caller, day, query);
    const { revision } =
      query.revision === undefined
        ? bulletin
        : await this.reader.read(visit.caller, day, { ...query, revision: undefined });
    const model = { bulletin, newest: revision === bulletin.revision, formKey: newId(), ...moment };
    return this.pages.show(visit, 'ministry/bulletin', model);
  }
}
