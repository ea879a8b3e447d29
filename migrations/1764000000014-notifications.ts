import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages to people: an outbox whose rows say what to tell whom, never the words, the address or anything personal. */
export class Notifications1764000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE message_reference AS integer MINVALUE 1 MAXVALUE 65535 CYCLE;
      COMMENT ON SEQUENCE message_reference IS 'SMPP user_message_reference has 16 bits and starts again at 1.';
      CREATE TABLE message (
        id uuid CONSTRAINT message_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT message_post REFERENCES post (id),
        recipient_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT message_kind_form CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
        facts jsonb NOT NULL DEFAULT '{}',
        once text NOT NULL,
        priority smallint NOT NULL,
        state text NOT NULL DEFAULT 'queued' CONSTRAINT message_state CHECK
          (state IN ('queued', 'sending', 'uncertain', 'sent', 'delivered', 'failed', 'suppressed')),
        reason text CONSTRAINT message_reason_form CHECK (reason ~ '^[a-z]+(-[a-z]+)*$'),
        due_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        round integer NOT NULL DEFAULT 1,
        reference integer NOT NULL DEFAULT nextval('message_reference'),
        channel text CONSTRAINT message_channel CHECK (channel IN ('sms', 'email')),
        gateway text CONSTRAINT message_gateway CHECK (gateway IN ('smpp', 'http', 'smtp', 'demonstration')),
        address_index bytea,
        address_masked text,
        segments integer,
        cost numeric(12,4),
        queued_at timestamptz NOT NULL DEFAULT now(),
        claimed_at timestamptz,
        sent_at timestamptz,
        delivered_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT message_once UNIQUE (post_id, once),
        CONSTRAINT message_claimed CHECK (state NOT IN ('sending', 'uncertain', 'sent', 'delivered') OR claimed_at IS NOT NULL),
        CONSTRAINT message_sent CHECK ((state IN ('sent', 'delivered')) <= (sent_at IS NOT NULL))
      );
      COMMENT ON TABLE message IS 'The outbox. Words are made and addresses looked up when a message is sent, and are not kept.';
      COMMENT ON COLUMN message.recipient_id IS 'Known to the stage that keeps contact details; no reference, because this stage is below it.';
      COMMENT ON COLUMN message.once IS 'What must be told once only: the second attempt to queue it changes nothing.';
      COMMENT ON COLUMN message.state IS 'sending: claimed, and perhaps handed over; uncertain: nobody knows whether it was, so nobody sends it again unasked.';
      COMMENT ON COLUMN message.round IS 'Rises when a supervisor has it sent again: with id, the key by which a gateway knows a repetition.';
      COMMENT ON COLUMN message.address_index IS 'Blind index of the address, by which a reply finds its way back.';
      CREATE INDEX message_due ON message (post_id, priority, due_at, id) WHERE state = 'queued';
      CREATE INDEX message_claimed_at ON message (post_id, claimed_at) WHERE claimed_at IS NOT NULL;
      CREATE INDEX message_of_recipient ON message (recipient_id, claimed_at) WHERE claimed_at IS NOT NULL;
      CREATE INDEX message_to_address ON message (address_index, claimed_at) WHERE address_index IS NOT NULL;
      CREATE INDEX message_listed ON message (post_id, queued_at, id);
      CREATE INDEX message_undecided ON message (post_id, claimed_at) WHERE state IN ('sending', 'uncertain', 'sent');

      CREATE TABLE message_part (
        message_id uuid NOT NULL CONSTRAINT message_part_message REFERENCES message (id) ON DELETE CASCADE,
        round integer NOT NULL,
        number smallint NOT NULL,
        post_id uuid NOT NULL CONSTRAINT message_part_post REFERENCES post (id),
        gateway text NOT NULL,
        provider_id text NOT NULL,
        delivered boolean,
        CONSTRAINT message_part_pk PRIMARY KEY (message_id, round, number),
        CONSTRAINT message_part_provider_once UNIQUE (gateway, provider_id)
      );
      COMMENT ON TABLE message_part IS 'What a gateway calls a message, or each part of a long one: by which its receipts are understood.';

      CREATE TABLE message_reply (
        id uuid CONSTRAINT message_reply_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT message_reply_post REFERENCES post (id),
        message_id uuid NOT NULL CONSTRAINT message_reply_message REFERENCES message (id) ON DELETE CASCADE,
        reply text NOT NULL CONSTRAINT message_reply_known
          CHECK (reply IN ('on-my-way', 'ten-minutes', 'cannot-come', 'stop', 'start', 'other')),
        gateway text NOT NULL,
        provider_id text,
        received_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT message_reply_once UNIQUE (gateway, provider_id)
      );
      COMMENT ON TABLE message_reply IS 'What a person answered, as one of a few meanings; their words are not kept.';
      CREATE INDEX message_reply_of_message ON message_reply (message_id);

      CREATE TABLE message_stop (
        post_id uuid NOT NULL CONSTRAINT message_stop_post REFERENCES post (id),
        address_index bytea NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT message_stop_pk PRIMARY KEY (post_id, address_index)
      );
      COMMENT ON TABLE message_stop IS 'Addresses that answered "stop", as blind indexes.';

      CREATE TABLE message_shown (
        message_id uuid CONSTRAINT message_shown_pk PRIMARY KEY
          CONSTRAINT message_shown_message REFERENCES message (id) ON DELETE CASCADE,
        post_id uuid NOT NULL CONSTRAINT message_shown_post REFERENCES post (id),
        words text NOT NULL,
        language text NOT NULL
      );
      COMMENT ON TABLE message_shown IS 'What a demonstration would have sent. Empty wherever messages are really sent.';

      CREATE TABLE message_pace (
        gateway text CONSTRAINT message_pace_pk PRIMARY KEY,
        next_at timestamptz NOT NULL
      );
      COMMENT ON TABLE message_pace IS 'When each gateway may be given the next message, over all processes.';

      CREATE TABLE message_early_receipt (
        gateway text NOT NULL,
        provider_id text NOT NULL,
        delivered boolean NOT NULL,
        reference integer,
        received_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT message_early_receipt_pk PRIMARY KEY (gateway, provider_id)
      );
      COMMENT ON TABLE message_early_receipt IS
        'Receipts that came before it was written down what they are about; taken up a moment later, forgotten after a day.';

      CALL confine_to_post('message');
      CALL confine_to_post('message_part');
      CALL confine_to_post('message_reply');
      CALL confine_to_post('message_stop');
      CALL confine_to_post('message_shown');
      GRANT USAGE ON SEQUENCE message_reference TO pulang_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON message TO pulang_app;
      GRANT SELECT, INSERT, UPDATE ON message_part, message_pace TO pulang_app;
      GRANT SELECT, INSERT ON message_reply, message_shown TO pulang_app;
      GRANT SELECT, INSERT, DELETE ON message_stop, message_early_receipt TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE message_early_receipt, message_pace, message_shown, message_stop, message_reply, message_part, message',
    );
    await db.query('DROP SEQUENCE message_reference');
  }
}
