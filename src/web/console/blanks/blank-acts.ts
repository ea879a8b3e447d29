import { Injectable } from '@nestjs/common';
import { BatchesService } from '../../../travel-documents/blanks/batches.service.js';
import {
  BatchCountRequest,
  BatchRequest,
  SpoilageRequest,
  TheftRequest,
} from '../../../travel-documents/blanks/blanks.dto.js';
import { DestructionsService } from '../../../travel-documents/blanks/destructions.service.js';
import { ShiftCountsService } from '../../../travel-documents/blanks/shift-counts.service.js';
import { StockService } from '../../../travel-documents/blanks/stock.service.js';
import { DestructionRequest, ShiftCountRequest } from '../../../travel-documents/blanks/two-person.dto.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { requestOf } from '../../forms/request-of.js';
import type { SentForm } from '../../forms/sent-form.js';
import type { BlankAct } from './blanks.view.js';

/** What the forms of the page do. */
@Injectable()
export class BlankActs {
  private readonly acts: Readonly<Record<BlankAct, (sent: SentForm) => Promise<unknown>>> = {
    receive: ({ caller, fields, once }) =>
      this.batches.receive(caller, requestOf(BatchRequest, fields), once),
    'count-batch': ({ caller, subject, version, fields }) =>
      this.batches.count(
        caller,
        subject,
        version,
        requestOf(BatchCountRequest, withSerials(fields, 'missing')),
      ),
    'count-first': ({ caller, fields, once }) =>
      this.counts.begin(caller, requestOf(ShiftCountRequest, fields), once),
    'count-second': ({ caller, subject, version, fields }) =>
      this.counts.confirm(caller, subject, version, requestOf(ShiftCountRequest, fields)),
    'count-drop': ({ caller, subject }) => this.counts.drop(caller, subject),
    spoil: ({ caller, fields }) => this.stock.spoil(caller, requestOf(SpoilageRequest, upper(fields))),
    steal: ({ caller, fields }) =>
      this.stock.steal(caller, requestOf(TheftRequest, withSerials(fields, 'serials'))),
    destroy: ({ caller, fields, once }) =>
      this.destructions.propose(caller, requestOf(DestructionRequest, withSerials(fields, 'serials')), once),
    witness: ({ caller, subject, version }) => this.destructions.witness(caller, subject, version),
  };

  constructor(
    private readonly batches: BatchesService,
    private readonly stock: StockService,
    private readonly counts: ShiftCountsService,
    private readonly destructions: DestructionsService,
  ) {}

  do(act: BlankAct, sent: SentForm): Promise<unknown> {
    return this.acts[act](sent);
  }
}

const upper = (fields: FormBody): FormBody => ({
  ...fields,
  serial: typed(fields, 'serial').trim().toUpperCase(),
});

/** Serials as people list them: between spaces, commas or lines. */
const withSerials = (fields: FormBody, name: string): FormBody => ({
  ...fields,
  [name]: typed(fields, name)
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((serial) => serial !== ''),
});
