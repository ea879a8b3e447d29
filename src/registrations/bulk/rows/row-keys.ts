import { createHash } from 'node:crypto';
import type { Keyring } from '../../../platform/crypto/keyring.js';
import { foldName } from '../../person-index.js';
import { textOf } from '../table/table.js';
import { COLUMN_NAMES } from './columns.js';
import type { RowIndexes } from './list-check.js';

/**
 * Keys by which a row is known again: the organisation's own row id where there is one, and all that the row says
 * otherwise. Kept as blind indexes, so that nothing can be read from them.
 * @param scope whose row ids these are; without one, row ids of two organisations could be taken for each other, so a
 *   row id then counts as one more thing that the row says
 */
export const rowKeys = (keyring: Keyring, postId: string, scope: string | undefined): RowIndexes => ({
  key: ({ rowId }, cells) => {
    const known =
      rowId !== undefined && scope !== undefined
        ? `${scope}\nid\n${rowId}`
        : `${scope ?? ''}\nrow\n${digest(COLUMN_NAMES.map((column) => textOf(cells.get(column))))}`;
    return keyring.blindIndex('bulk-row', `${postId}\n${known}`);
  },
  person: ({ request }) =>
    keyring.blindIndex('bulk-person', `${foldName(request.fullName ?? '')}\n${request.birthDate.year ?? ''}`),
});

const digest = (cells: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(cells)).digest('base64');
