import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { csvAnswer } from '../../../platform/http/csv-answer.js';
import { BulkIntakes } from '../../../registrations/bulk/bulk-intakes.service.js';
import { BulkReader } from '../../../registrations/bulk/bulk-reader.service.js';
import { receiptsCsv } from '../../../registrations/bulk/receipts-csv.js';
import { BulkReceipts } from '../../../registrations/bulk/receipts.service.js';
import type { FormBody } from '../../forms/check-form.js';
import { refusalOf } from '../../forms/refusal.js';
import { versionIn } from '../../forms/typed-values.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { type ListPage, percentDone } from './lists.view.js';

const FAULTS = 100;
const ROWS = 20;

/** One list: looked at, confirmed or discarded, watched, and its receipts taken. */
@PageController()
@Allow('officer', 'supervisor')
export class ListController {
  constructor(
    private readonly pages: Pages,
    private readonly reader: BulkReader,
    private readonly intakes: BulkIntakes,
    private readonly receipts: BulkReceipts,
  ) {}

  @Get(paths.list(':id'))
  show(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('after') after?: string,
  ) {
    return this.page(visit, id, null, after);
  }

  /** Only how far it is, to be put into the page that is open. */
  @Get(paths.listProgress(':id'))
  async progress(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    const list = await this.reader.read(visit.caller, id);
    return this.pages.show(visit, 'console/list-progress', { list, percent: percentDone(list) });
  }

  @Post(paths.listAct(':id', 'confirmation'))
  confirm(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    return this.done(
      visit,
      id,
      () => this.intakes.confirm(visit.caller, id, versionIn(body)),
      paths.list(id),
    );
  }

  @Post(paths.listAct(':id', 'discarding'))
  discard(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    return this.done(visit, id, () => this.intakes.discard(visit.caller, id, versionIn(body)), paths.lists);
  }

  /** Once. A form, so that no link or reload takes them by mistake. */
  @Post(paths.listAct(':id', 'receipts'))
  async take(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    try {
      const { items } = await this.receipts.take(visit.caller, id);
      return csvAnswer(visit.reply.status(200), 'receipts.csv', receiptsCsv(items));
    } catch (error) {
      return this.page(visit, id, refusalOf(error));
    }
  }

  private async done(visit: GuardedVisit, id: string, act: () => Promise<unknown>, then: string) {
    try {
      await act();
    } catch (error) {
      return this.page(visit, id, refusalOf(error));
    }
    return this.pages.goTo(visit, then);
  }

  private async page(visit: GuardedVisit, id: string, refused: ListPage['refused'], after?: string) {
    const { caller } = visit;
    const list = await this.reader.read(caller, id);
    const { items: faults, next } = await this.reader.faults(caller, id, { limit: FAULTS, after });
    const { items: rows } =
      list.state === 'checked'
        ? await this.reader.rows(caller, id, { state: 'valid', limit: ROWS })
        : { items: [] };
    const moreFaults = next && `${paths.list(id)}?after=${encodeURIComponent(next)}`;
    const model = { list, percent: percentDone(list), faults, moreFaults, rows, refused };
    return this.pages.show(visit, 'console/list', model);
  }
}
