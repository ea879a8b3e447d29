import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller.js';
import { newId } from '../../../platform/ids.js';
import { BatchesService } from '../../../travel-documents/blanks/batches.service.js';
import { DestructionsService } from '../../../travel-documents/blanks/destructions.service.js';
import { ShiftCountsService } from '../../../travel-documents/blanks/shift-counts.service.js';
import { StockService } from '../../../travel-documents/blanks/stock.service.js';
import { StaffNames } from '../staff-names.js';
import type { BlanksPage } from './blanks.view.js';

type Moment = Partial<Pick<BlanksPage, 'act' | 'values' | 'errors' | 'refused' | 'done'>>;

/** Puts the page of blanks together. */
@Injectable()
export class BlankPages {
  constructor(
    private readonly batches: BatchesService,
    private readonly stock: StockService,
    private readonly counts: ShiftCountsService,
    private readonly destructions: DestructionsService,
    private readonly names: StaffNames,
  ) {}

  async of(caller: Caller, moment: Moment): Promise<BlanksPage> {
    const [stock, { items: batches }, { items: counts }, { items: destructions }, { items: spent }] =
      await Promise.all([
        this.stock.read(caller),
        this.batches.list(caller),
        this.counts.list(caller),
        this.destructions.list(caller),
        this.stock.spent(caller),
      ]);
    const name = await this.names.of(
      [
        ...batches.flatMap(({ receivedBy, countedBy }) => [receivedBy, countedBy]),
        ...counts.flatMap(({ firstBy, secondBy }) => [firstBy, secondBy]),
        ...destructions.map(({ proposedBy }) => proposedBy),
      ].filter((id) => id !== null),
    );
    const named = (id: string | null) => (id === null ? '' : name(id));
    const open = counts.find(({ secondBy }) => secondBy === null);
    const laidOut = destructions.find(({ witnessedBy }) => witnessedBy === null);
    const laid = new Set(laidOut?.serials);
    return {
      stock,
      uncounted: batches
        .filter(({ countedBy }) => countedBy === null)
        .map((batch) => ({ ...batch, own: batch.receivedBy === caller.id }))
        // one form at a time, for the first that the reader may count
        .sort((a, b) => Number(a.own) - Number(b.own)),
      batches: batches.map((batch) => ({
        ...batch,
        received: named(batch.receivedBy),
        counted: named(batch.countedBy),
      })),
      open: open ? { ...open, own: open.firstBy === caller.id, by: named(open.firstBy) } : null,
      counts: counts
        .filter(({ secondBy }) => secondBy !== null)
        .map((count) => ({ ...count, first: named(count.firstBy), second: named(count.secondBy) })),
      spent,
      spoiled: spent
        .filter(({ status, serial }) => status === 'spoiled' && !laid.has(serial))
        .map(({ serial }) => serial),
      laidOut: laidOut
        ? { ...laidOut, own: laidOut.proposedBy === caller.id, by: named(laidOut.proposedBy) }
        : null,
      may: { keep: caller.role !== 'approver', steal: caller.role === 'supervisor' },
      formKey: newId(),
      act: null,
      values: {},
      errors: [],
      refused: null,
      done: null,
      ...moment,
    };
  }
}
