import { createHash } from 'node:crypto';
import { Get, Post, Query } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { sentFile } from '../../../platform/http/sent-file.js';
import { newId } from '../../../platform/ids.js';
import { Problem } from '../../../platform/problems/problem.js';
import { BulkReader } from '../../../registrations/bulk/bulk-reader.service.js';
import { BulkIntakeQuery } from '../../../registrations/bulk/bulk-intakes.dto.js';
import { BulkChecking } from '../../../registrations/bulk/checking.service.js';
import { TableReader } from '../../../registrations/bulk/table/table-reader.js';
import type { FieldError } from '../../forms/form.view.js';
import { onceOf } from '../../forms/once-of.js';
import { requestOf } from '../../forms/request-of.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';

const SHOWN = 20;

/** Lists of people from shelters and organisations: sent here, and found again. */
@PageController()
@Allow('officer', 'supervisor')
export class ListsController {
  constructor(
    private readonly pages: Pages,
    private readonly tables: TableReader,
    private readonly checking: BulkChecking,
    private readonly reader: BulkReader,
  ) {}

  @Get(paths.lists)
  show(@CurrentVisit() visit: GuardedVisit, @Query('after') after?: string) {
    return this.page(visit, { after });
  }

  /** The key follows from the form that was opened, so that a double click sends one list. */
  @Post(paths.lists)
  async send(@CurrentVisit() visit: GuardedVisit) {
    let source = '';
    try {
      const { bytes, fields } = await sentFile(visit.request, 'file');
      source = fields['source'] ?? '';
      const table = await this.tables.read(bytes);
      const query = requestOf(BulkIntakeQuery, { source });
      const file = createHash('sha256').update(bytes).digest('base64');
      const { once } = onceOf(visit, 'list', { formKey: fields['formKey'], file });
      const list = await this.checking.check(visit.caller, table, query, once);
      return this.pages.goTo(visit, paths.list(list.id));
    } catch (error) {
      if (!(error instanceof Problem) || !['invalid', 'too-large'].includes(error.kind)) throw error;
      const found = error.options.errors ?? [{ pointer: '/file', code: 'too-long', params: undefined }];
      const errors = found.map(({ pointer, code, params }) => ({
        field: pointer === '/source' ? 'source' : 'file',
        code,
        params,
      }));
      return this.page(visit, { source, errors });
    }
  }

  private async page(
    visit: GuardedVisit,
    moment: { after?: string; source?: string; errors?: readonly FieldError[] },
  ) {
    const { after, source = '', errors = [] } = moment;
    const { items, next } = await this.reader.list(visit.caller, { limit: SHOWN, after });
    const more = next && `${paths.lists}?after=${encodeURIComponent(next)}`;
    return this.pages.show(visit, 'console/lists', {
      lists: items,
      next: more,
      source,
      formKey: newId(),
      errors,
    });
  }
}
