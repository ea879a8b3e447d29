/** What was sent to an address last, within a week, at any post. Parameter: index. */
export const ANSWERED_SQL = `
  SELECT id, post_id AS "postId", recipient_id AS "recipientId", kind FROM message
  WHERE address_index = $1 AND claimed_at > now() - interval '7 days'
  ORDER BY claimed_at DESC LIMIT 1`;

/** No row where this answer is known already. Parameters: id, post, message, reply, gateway, the gateway's id or null. */
export const REPLY_SQL = `
  INSERT INTO message_reply (id, post_id, message_id, reply, gateway, provider_id) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT ON CONSTRAINT message_reply_once DO NOTHING RETURNING id`;

/** Parameters: index, posts. */
export const STOP_SQL = `
  INSERT INTO message_stop (post_id, address_index) SELECT unnest($2::uuid[]), $1 ON CONFLICT DO NOTHING`;

/** Parameter: index. */
export const START_SQL = 'DELETE FROM message_stop WHERE address_index = $1';
