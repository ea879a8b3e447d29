/** Marks a part as delivered or not and gives the message. Parameters: gateway, id, whether delivered. */
export const PART_SQL = `
  UPDATE message_part SET delivered = $3 WHERE gateway = $1 AND provider_id = $2
  RETURNING message_id AS id, round, post_id AS "postId"`;

/** The messages that a receipt without a known id can be about: none, or one. Parameters: gateway, reference. */
export const BY_REFERENCE_SQL = `
  SELECT id, round, post_id AS "postId" FROM message
  WHERE gateway = $1 AND reference = $2 AND state = 'uncertain' AND claimed_at > now() - interval '2 days'
  LIMIT 2`;

/** The message by its key. Parameters: gateway, message, round. */
export const BY_KEY_SQL =
  'SELECT id, round, post_id AS "postId" FROM message WHERE gateway = $1 AND id = $2 AND round = $3';

/**
 * Delivered when every part is, failed when one will never be. Parameters: message, round, whether delivered, states that
 * lead to it.
 */
export const RECEIVED_SQL = `
  UPDATE message m SET version = version + 1, sent_at = coalesce(sent_at, now()),
    state = CASE WHEN $3 THEN 'delivered' ELSE 'failed' END, reason = CASE WHEN $3 THEN NULL ELSE 'undelivered' END,
    delivered_at = CASE WHEN $3 THEN now() END
  WHERE id = $1 AND round = $2 AND state = ANY ($4) AND (NOT $3 OR NOT EXISTS (
    SELECT FROM message_part p WHERE p.message_id = m.id AND p.round = m.round AND p.delivered IS DISTINCT FROM true))
  RETURNING kind, channel, recipient_id AS "recipientId"`;

/** Parameters: gateway, id, whether delivered, reference. */
export const EARLY_SQL = `
  INSERT INTO message_early_receipt (gateway, provider_id, delivered, reference) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING`;

/** Parameters: gateway, ids. */
export const READ_EARLY_SQL = `
  SELECT gateway, provider_id AS "providerId", delivered, reference FROM message_early_receipt
  WHERE gateway = $1 AND provider_id = ANY ($2)`;

/** Those by whose reference a doubt may be resolved. */
export const EARLY_BY_REFERENCE_SQL = `
  SELECT gateway, provider_id AS "providerId", delivered, reference FROM message_early_receipt
  WHERE reference IS NOT NULL AND received_at < now() - interval '1 minute' LIMIT 200`;

/** Parameters: gateway, id. */
export const FORGET_EARLY_SQL = 'DELETE FROM message_early_receipt WHERE gateway = $1 AND provider_id = $2';
