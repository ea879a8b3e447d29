import type { BlankResponse } from './blanks.dto.js';

export type BlankRow = Omit<BlankResponse, 'changedAt'> & {
  changedAt: Date;
  batchId: string;
  postId: string;
};

export const BLANK_COLUMNS = `serial, status, reason, document_id AS "documentId", replaced_by AS "replacedBy",
  changed_at AS "changedAt", batch_id AS "batchId", post_id AS "postId"`;

/** Parameter: post. */
export const FIGURES = `
  SELECT p.blanks_required AS required, now() AS "asOf",
    (SELECT min(serial) FROM blank WHERE post_id = p.id AND status = 'in-stock') AS next,
    (SELECT count(*)::integer FROM blank WHERE post_id = p.id AND status = 'in-stock') AS "inStock",
    (SELECT coalesce(json_agg(f ORDER BY f.status), '[]') FROM
      (SELECT status, count(*)::integer AS blanks FROM blank WHERE post_id = p.id GROUP BY status) f) AS figures
  FROM post p WHERE p.id = $1`;

export const toBlankResponse = ({ batchId: _, postId: __, changedAt, ...row }: BlankRow): BlankResponse => ({
  ...row,
  changedAt: changedAt.toISOString(),
});
