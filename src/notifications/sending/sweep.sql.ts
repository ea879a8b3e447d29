/**
 * Messages whose worker was lost between claiming and writing down. Where the gateway knows a repetition they wait again,
 * else they are uncertain. Parameters: minutes after which a worker is lost, gateways that know a repetition.
 */
export const LOST_SQL = `
  UPDATE message SET version = version + 1, due_at = now(), reason = 'interrupted',
    state = CASE WHEN gateway = ANY ($2) THEN 'queued' ELSE 'uncertain' END
  WHERE state = 'sending' AND claimed_at < now() - make_interval(mins => $1)
  RETURNING kind, state, channel`;

/** Posts that have something due. */
export const POSTS_DUE_SQL = `
  SELECT DISTINCT post_id AS "postId" FROM message WHERE state = 'queued' AND due_at <= now()`;

/** Parts of text messages that no receipt came for within an hour, for two days. Parameter: how many. */
export const UNANSWERED_SQL = `
  SELECT p.provider_id AS "providerId" FROM message m JOIN message_part p ON p.message_id = m.id AND p.round = m.round
  WHERE m.gateway = 'smpp' AND m.state = 'sent' AND p.delivered IS NULL
    AND m.claimed_at BETWEEN now() - interval '2 days' AND now() - interval '1 hour'
  ORDER BY random() LIMIT $1`;

const OVER = "state IN ('sent', 'delivered', 'failed', 'suppressed', 'uncertain')";

/** As long as each post says; nothing within a day of its saying so, so that a slip can be put right. */
export const FORGET_SQL = `
  DELETE FROM message m USING post p WHERE p.id = m.post_id AND m.${OVER}
    AND m.queued_at < now() - make_interval(days => p.message_days)
    AND coalesce(p.retention_changed_at < now() - interval '1 day', true)`;

/** Parameters: post, days. */
export const FORGETTABLE_SQL = `
  SELECT count(*)::int AS messages FROM message
  WHERE post_id = $1 AND ${OVER} AND queued_at < now() - make_interval(days => $2)`;

export const FORGET_EARLY_RECEIPTS_SQL =
  "DELETE FROM message_early_receipt WHERE received_at < now() - interval '1 day'";
