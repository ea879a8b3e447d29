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

/** Parameter: days. */
export const FORGET_SQL = `
  DELETE FROM message WHERE queued_at < now() - make_interval(days => $1)
    AND state IN ('sent', 'delivered', 'failed', 'suppressed', 'uncertain')`;

export const FORGET_EARLY_RECEIPTS_SQL =
  "DELETE FROM message_early_receipt WHERE received_at < now() - interval '1 day'";
