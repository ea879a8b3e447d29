import { Choice, Count, Id, Instant, Listed, Text, Texts, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/keyset.js';
import { BULK_STATES, type BulkState, ROW_STATES, type RowState } from './bulk-state.js';
import { COLUMN_NAMES, type Column } from './rows/columns.js';
import { TABLE_FORMATS, type TableFormat } from './table/table.js';

export const RECEIPT_STATES = ['none', 'waiting', 'taken', 'expired'] as const;
const TEMPLATE_FORMATS = ['csv', 'xlsx'] as const;
const SEVERITIES = ['fault', 'warning'] as const;

export class BulkIntakeQuery {
  @Text({
    max: 3,
    min: 3,
    pattern: /^[A-Z]{3}$/,
    optional: true,
    example: 'PNH',
    description: 'The post, for whoever works at several.',
  })
  post?: string;
  @Text({
    max: 100,
    optional: true,
    example: 'Shelter Contoh',
    description: 'Whose list staff send: row ids count within it. For programs it is their own organisation.',
  })
  source?: string;
}

export class BulkIntakeResponse {
  @Id() id: string;
  @Choice(BULK_STATES) state: BulkState;
  @Choice(TABLE_FORMATS) format: TableFormat;
  @Count({ example: 120, description: 'Rows with anything in them.' }) rows: number;
  @Count({ example: 117, description: 'Will be registered, or are.' }) valid: number;
  @Count({ example: 2, description: 'Will not; see the faults.' }) faulty: number;
  @Count({ example: 1, description: 'Were registered before, or stand in the list twice.' })
  duplicates: number;
  @Count({ example: 1, description: 'Worth a look.' }) warnings: number;
  @Count({ example: 0, description: 'Registered so far.' }) registered: number;
  @Text({ max: 20, nullable: true, example: 'utf-8', description: 'How the text of a CSV file was read.' })
  encoding: string | null;
  @Text({
    max: 1,
    min: 0,
    nullable: true,
    example: ';',
    description: 'What stands between cells of a CSV file.',
  })
  delimiter: string | null;
  @Texts({ max: 60, maxItems: 100, example: ['Remarks'], description: 'Columns that are not read.' })
  ignoredColumns: string[];
  @Texts({ max: 60, maxItems: 300, example: ['Women'], description: 'Filled sheets that are not read.' })
  ignoredSheets: string[];
  @Text({ max: 100, nullable: true, example: 'Shelter Contoh' }) source: string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) confirmedAt: string | null;
  @Instant({ nullable: true }) finishedAt: string | null;
  @Choice(RECEIPT_STATES) receipts: (typeof RECEIPT_STATES)[number];
  @Instant({ nullable: true, description: 'Receipts are forgotten then.' }) receiptsUntil: string | null;
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}

export class BulkIntakePage {
  @Listed(() => BulkIntakeResponse) items: BulkIntakeResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}

export class BulkFaultResponse {
  @Whole({ min: 1, max: 999_999, example: 7, description: 'As the spreadsheet numbers it.' }) row: number;
  @Choice(COLUMN_NAMES, { example: 'birth_date' }) column: Column;
  @Choice(SEVERITIES, { description: 'A row with a fault is not registered; one with a warning is.' })
  severity: (typeof SEVERITIES)[number];
  @Text({ max: 60, example: 'not-a-date' }) code: string;
  @Text({ max: 400, example: 'This day does not exist. Check day, month and year' }) detail: string;
}

export class BulkFaultPage {
  @Listed(() => BulkFaultResponse) items: BulkFaultResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}

export class BulkRowsQuery extends PageQuery {
  @Choice(ROW_STATES, { optional: true, example: 'valid' }) state?: RowState;
}

/** What will be registered of a row, or was. Empty where nothing of it is kept. */
export class BulkRowResponse {
  @Whole({ min: 1, max: 999_999, example: 2 }) row: number;
  @Choice(ROW_STATES) state: RowState;
  @Text({ max: 64, nullable: true, example: 'C-0012' }) rowId: string | null;
  @Text({ max: 200, nullable: true, example: 'Budi Contoh' }) fullName: string | null;
  @Text({ max: 10, nullable: true, example: '1998-04', description: 'As far as it is known.' })
  birthDate: string | null;
  @Text({ max: 1, nullable: true, example: 'M' }) sex: string | null;
  @Text({ max: 20, nullable: true, example: 'PNH-7K3M-Q2XD-5' }) reference: string | null;
}

export class BulkRowPage {
  @Listed(() => BulkRowResponse) items: BulkRowResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}

/** To be handed to the person: reference and code together open the registration. */
export class BulkReceiptResponse {
  @Whole({ min: 1, max: 999_999, example: 2 }) row: number;
  @Text({ max: 64, nullable: true, example: 'C-0012' }) rowId: string | null;
  @Text({ max: 200, example: 'Budi Contoh' }) fullName: string;
  @Text({ max: 20, example: 'PNH-7K3M-Q2XD-5' }) reference: string;
  @Text({ max: 12, example: '4TRWZ-9K2MX' }) accessCode: string;
}

export class BulkReceiptList {
  @Listed(() => BulkReceiptResponse) items: BulkReceiptResponse[];
}

export class TemplatePath {
  @Choice(TEMPLATE_FORMATS) format: (typeof TEMPLATE_FORMATS)[number];
}
