const COLUMNS = `id, recipient_id AS "recipientId", kind, state, reason, channel, gateway, address_masked AS address,
  attempts, segments, cost::float AS cost, queued_at AS "queuedAt", queued_at::text AS cursor_at, due_at AS "dueAt",
  sent_at AS "sentAt", delivered_at AS "deliveredAt", version`;

/** Latest first. Parameters: state or null, cursor's time and id or nulls, how many. */
export const LIST_SQL = `
  SELECT ${COLUMNS} FROM message
  WHERE ($1::text IS NULL OR state = $1) AND ($2::timestamptz IS NULL OR (queued_at, id) < ($2, $3::uuid))
  ORDER BY queued_at DESC, id DESC LIMIT $4`;

/** Those that need somebody, oldest first. Parameter: how many. */
export const DEAD_SQL = `
  SELECT ${COLUMNS} FROM message WHERE state IN ('failed', 'uncertain') ORDER BY queued_at, id LIMIT $1`;

/** Locked until the transaction ends. Parameter: message. */
export const ONE_SQL = `SELECT ${COLUMNS}, post_id AS "postId" FROM message WHERE id = $1 FOR UPDATE`;

/** Parameters: message, minutes for which it is useful from now. */
export const RESEND_SQL = `
  UPDATE message SET state = 'queued', reason = NULL, attempts = 0, round = round + 1, due_at = now(), sent_at = NULL,
    expires_at = greatest(expires_at, now() + make_interval(mins => $2)), version = version + 1
  WHERE id = $1 RETURNING ${COLUMNS}`;

/** Of today at the post. Parameters: post, its time zone. */
export const FIGURES_SQL = `
  WITH midnight AS (SELECT date_trunc('day', now() AT TIME ZONE $2) AT TIME ZONE $2 AS at)
  SELECT state, count(*) FILTER (WHERE queued_at >= midnight.at)::int AS messages, count(*)::int AS ever,
    coalesce(sum(cost) FILTER (WHERE claimed_at >= midnight.at), 0)::float AS cost
  FROM message, midnight WHERE post_id = $1 GROUP BY state ORDER BY state`;

/** What a demonstration would have sent, latest first. Parameter: how many. */
export const SHOWN_SQL = `
  SELECT m.id, m.kind, m.state, m.channel, m.address_masked AS address, m.delivered_at AS "deliveredAt", now() AS now, s.words, s.language
  FROM message m JOIN message_shown s ON s.message_id = m.id ORDER BY m.queued_at DESC, m.id DESC LIMIT $1`;
