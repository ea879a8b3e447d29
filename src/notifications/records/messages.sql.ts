/** Queues what is not queued yet. Parameter: rows as JSON. */
export const QUEUE_SQL = `
  INSERT INTO message (id, post_id, recipient_id, kind, facts, once, priority, due_at, expires_at)
  SELECT id, post_id, recipient_id, kind, facts, once, priority, coalesce(due_at, now()),
    coalesce(due_at, now()) + make_interval(mins => useful_minutes)
  FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, post_id uuid, recipient_id uuid, kind text, facts jsonb, once text,
    priority smallint, due_at timestamptz, useful_minutes integer)
  ON CONFLICT ON CONSTRAINT message_once DO NOTHING RETURNING id`;

/** What is due, the most pressing first; rows that somebody else is changing are passed over. Parameters: post, how many. */
export const DUE_SQL = `
  SELECT id, recipient_id AS "recipientId", kind, facts, attempts, round, reference, expires_at AS "expiresAt",
    now() AS now
  FROM message WHERE post_id = $1 AND state = 'queued' AND due_at <= now()
  ORDER BY priority, due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`;

/** What was handed over, or perhaps was. */
const GONE = "state IN ('sending', 'uncertain', 'sent', 'delivered', 'failed')";

/** What left this post within an hour and a day. Parameter: post. */
export const POST_LOAD_SQL = `
  SELECT count(*) FILTER (WHERE claimed_at > now() - interval '1 hour')::int AS hour, count(*)::int AS day
  FROM message WHERE post_id = $1 AND claimed_at > now() - interval '1 day' AND ${GONE}`;

/** What went to each of these people within a day; being registered never takes the place of being called. Parameter: recipients. */
export const PERSON_LOAD_SQL = `
  SELECT recipient_id AS "recipientId", count(*)::int AS day FROM message
  WHERE recipient_id = ANY ($1::uuid[]) AND claimed_at > now() - interval '1 day' AND kind <> 'registered' AND ${GONE}
  GROUP BY 1`;

/** Of these addresses those that said stop. Parameter: indexes. */
export const STOPPED_SQL =
  'SELECT address_index AS "addressIndex" FROM message_stop WHERE address_index = ANY ($1::bytea[])';

/** Writes down what was decided about messages that were due. Parameter: rows as JSON. */
export const DECIDE_SQL = `
  UPDATE message m SET state = d.state, reason = d.reason, due_at = coalesce(d.due_at, m.due_at), channel = d.channel,
    gateway = d.gateway, address_index = decode(d.address_index, 'hex'), address_masked = d.address_masked,
    segments = d.segments, cost = d.cost, attempts = m.attempts + (d.state = 'sending')::int,
    claimed_at = CASE WHEN d.state = 'sending' THEN clock_timestamp() ELSE m.claimed_at END, version = m.version + 1
  FROM jsonb_to_recordset($1::jsonb) AS d (id uuid, state text, reason text, due_at timestamptz, channel text,
    gateway text, address_index text, address_masked text, segments integer, cost numeric)
  WHERE m.id = d.id AND m.state = 'queued'`;

/**
 * Reserves places in the one order in which a gateway is given messages, over all processes.
 * Parameters: gateway, how many, how many a second. @returns milliseconds until the first place
 */
export const PACE_SQL = `
  INSERT INTO message_pace AS pace VALUES ($1, clock_timestamp() + $2 * interval '1 second' / $3)
  ON CONFLICT ON CONSTRAINT message_pace_pk DO UPDATE
    SET next_at = greatest(pace.next_at, clock_timestamp()) + $2 * interval '1 second' / $3
  RETURNING greatest(0, extract(epoch FROM next_at - clock_timestamp()) * 1000 - $2 * 1000.0 / $3)::float AS "waitMs"`;

/**
 * Writes down what became of handing over. A message that was given up as uncertain meanwhile takes the answer too; one
 * that was sent again on purpose does not. Parameters: message, attempt, round, state, reason, seconds until the next try.
 */
export const SETTLE_SQL = `
  UPDATE message SET state = $4, reason = $5, version = version + 1,
    due_at = CASE WHEN $4 = 'queued' THEN least(now() + make_interval(secs => $6), expires_at) ELSE due_at END,
    sent_at = CASE WHEN $4 IN ('sent', 'delivered') THEN now() END,
    delivered_at = CASE WHEN $4 = 'delivered' THEN now() END
  WHERE id = $1 AND attempts = $2 AND round = $3 AND state = ANY ($7) RETURNING id`;

/** Parameters: message, round, post, gateway, ids. An id that a gateway used before stays with what it was. */
export const PARTS_SQL = `
  INSERT INTO message_part (message_id, round, number, post_id, gateway, provider_id)
  SELECT $1, $2, ids.number, $3, $4, ids.id FROM unnest($5::text[]) WITH ORDINALITY AS ids (id, number)
  ON CONFLICT DO NOTHING`;
