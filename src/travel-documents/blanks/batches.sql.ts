import { blankSerial } from './blank-serial.js';
import type { BatchResponse } from './blanks.dto.js';

export interface BatchRow {
  id: string;
  postId: string;
  series: string;
  first: number;
  last: number;
  missing: number;
  receivedBy: string;
  receivedAt: Date;
  countedBy: string | null;
  countedAt: Date | null;
  version: number;
}

export const BATCH_COLUMNS = `id, post_id AS "postId", series, first_number AS first, last_number AS last, missing,
  received_by AS "receivedBy", received_at AS "receivedAt", counted_by AS "countedBy", counted_at AS "countedAt", version`;

/** Batches that share a number with a range. Parameters: series, first, last. */
export const OVERLAPPING = `SELECT FROM blank_batch WHERE series = $1 AND first_number <= $3 AND last_number >= $2 LIMIT 1`;

/** The sheets of a batch, each by its number. Parameters: batch, post, series, first, last, those missing, who counted. */
export const FILL_STOCK = `
  INSERT INTO blank (serial, post_id, batch_id, status, reason, changed_by)
  SELECT serial, $2, $1, CASE WHEN gone THEN 'stolen' ELSE 'in-stock' END, CASE WHEN gone THEN 'missing-at-count' END, $7
  FROM (SELECT $3::text || lpad(n::text, 7, '0') AS serial FROM generate_series($4::integer, $5::integer) n) s,
    LATERAL (SELECT s.serial = ANY ($6::text[]) AS gone) g`;

export const toBatchResponse = (row: BatchRow): BatchResponse => ({
  id: row.id,
  first: blankSerial(row.series, row.first),
  last: blankSerial(row.series, row.last),
  blanks: row.last - row.first + 1,
  missing: row.missing,
  receivedBy: row.receivedBy,
  receivedAt: row.receivedAt.toISOString(),
  countedBy: row.countedBy,
  countedAt: row.countedAt?.toISOString() ?? null,
  version: row.version,
});
