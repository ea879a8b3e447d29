/** Parameter: post. */
export const PERIODS_SQL = `
  SELECT retention_days AS "caseDays", message_days AS "messageDays", retention_version AS version,
    retention_changed_at AS "changedAt" FROM post WHERE id = $1`;

/** Cases that are over by this period; the most, since one that a duty keeps is not erased yet. Parameters: post, days. */
export const CASES_DUE_SQL = `
  SELECT count(*)::int AS cases FROM registration WHERE post_id = $1 AND status IN ('closed', 'withdrawn', 'merged')
    AND erased_at IS NULL AND closed_at < now() - make_interval(days => $2)`;
