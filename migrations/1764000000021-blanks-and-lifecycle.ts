import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Blank sheets under the control of two people, fuller applications, what becomes of documents, and daily exports. */
export class BlanksAndLifecycle1764000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE post ADD COLUMN blanks_required boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN post.blanks_required IS
        'Documents are printed on numbered blanks. True from the first counted batch on; before, on plain security paper.';
      CREATE TABLE blank_batch (
        id uuid CONSTRAINT blank_batch_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT blank_batch_post REFERENCES post (id),
        series char(3) NOT NULL CONSTRAINT blank_batch_series CHECK (series ~ '^[A-Z]{3}$'),
        first_number integer NOT NULL,
        last_number integer NOT NULL,
        received_by uuid NOT NULL CONSTRAINT blank_batch_receiver REFERENCES account (id),
        received_at timestamptz NOT NULL DEFAULT now(),
        counted_by uuid CONSTRAINT blank_batch_counter REFERENCES account (id),
        counted_at timestamptz,
        missing integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT blank_batch_range CHECK (first_number >= 0 AND last_number <= 9999999
          AND last_number BETWEEN first_number AND first_number + 9999),
        CONSTRAINT receiver_is_never_counter CHECK (counted_by <> received_by),
        CONSTRAINT blank_batch_counted CHECK ((counted_by IS NULL) = (counted_at IS NULL))
      );
      COMMENT ON TABLE blank_batch IS 'Received by one, counted by another; only then are its blanks in stock.';
      CREATE INDEX blank_batch_of_post ON blank_batch (post_id, received_at);

      CREATE TABLE blank (
        serial char(10) CONSTRAINT blank_pk PRIMARY KEY CONSTRAINT blank_serial_form CHECK (serial ~ '^[A-Z]{3}[0-9]{7}$'),
        post_id uuid NOT NULL CONSTRAINT blank_post REFERENCES post (id),
        batch_id uuid NOT NULL CONSTRAINT blank_batch_of REFERENCES blank_batch (id),
        status text NOT NULL CONSTRAINT blank_status CHECK (status IN ('in-stock', 'issued', 'spoiled', 'stolen', 'destroyed')),
        document_id uuid CONSTRAINT blank_document REFERENCES travel_document (id),
        reason text CONSTRAINT blank_reason_form CHECK (reason ~ '^[a-z]+(-[a-z]+)*$'),
        replaced_by char(10) CONSTRAINT blank_replacement REFERENCES blank (serial) CONSTRAINT blank_replaces_one UNIQUE,
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT blank_issued_for_a_document CHECK (status <> 'issued' OR document_id IS NOT NULL),
        CONSTRAINT blank_ended_with_reason CHECK ((status IN ('spoiled', 'stolen')) <= (reason IS NOT NULL))
      );
      COMMENT ON COLUMN blank.document_id IS 'What was printed on it, whatever became of the sheet.';
      CREATE INDEX blank_next ON blank (post_id, serial) WHERE status = 'in-stock';
      CREATE INDEX blank_left ON blank (post_id, changed_at) WHERE status <> 'in-stock';
      CREATE UNIQUE INDEX one_good_blank_a_document ON blank (document_id) WHERE status = 'issued';
      CREATE FUNCTION blank_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.serial <> OLD.serial OR NEW.document_id <> OLD.document_id OR (NEW.status <> OLD.status AND NOT (CASE OLD.status
          WHEN 'in-stock' THEN NEW.status IN ('issued', 'spoiled', 'stolen')
          WHEN 'issued' THEN NEW.status = 'spoiled'
          WHEN 'spoiled' THEN NEW.status IN ('stolen', 'destroyed')
          ELSE false END))
        THEN RAISE EXCEPTION 'a blank never goes back' USING ERRCODE = 'check_violation', CONSTRAINT = 'blank_goes_forward';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER blank_goes_forward BEFORE UPDATE ON blank FOR EACH ROW EXECUTE FUNCTION blank_goes_forward();

      ALTER TABLE travel_document ADD COLUMN blank_serial char(10)
        CONSTRAINT travel_document_blank REFERENCES blank (serial) CONSTRAINT blank_used_once UNIQUE;
      COMMENT ON COLUMN travel_document.blank_serial IS 'The sheet it is printed on; null on plain security paper.';

      CREATE TABLE blank_destruction (
        id uuid CONSTRAINT blank_destruction_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT blank_destruction_post REFERENCES post (id),
        serials text[] NOT NULL CONSTRAINT blank_destruction_of_some CHECK (cardinality(serials) BETWEEN 1 AND 500),
        proposed_by uuid NOT NULL CONSTRAINT blank_destruction_maker REFERENCES account (id),
        proposed_at timestamptz NOT NULL DEFAULT now(),
        witnessed_by uuid CONSTRAINT blank_destruction_witness REFERENCES account (id),
        witnessed_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT nobody_destroys_alone CHECK (witnessed_by <> proposed_by)
      );
      COMMENT ON TABLE blank_destruction IS 'Spoiled blanks are destroyed by one and witnessed by another.';
      CREATE UNIQUE INDEX one_open_destruction_per_post ON blank_destruction (post_id) WHERE witnessed_by IS NULL;

      CREATE TABLE blank_count (
        id uuid CONSTRAINT blank_count_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT blank_count_post REFERENCES post (id),
        first_by uuid NOT NULL CONSTRAINT blank_count_first REFERENCES account (id),
        first_at timestamptz NOT NULL DEFAULT now(),
        first_counted integer NOT NULL CONSTRAINT blank_count_not_negative CHECK (first_counted >= 0),
        first_expected integer NOT NULL,
        second_by uuid CONSTRAINT blank_count_second REFERENCES account (id),
        second_at timestamptz,
        second_counted integer,
        second_expected integer,
        explanation text CONSTRAINT blank_count_explanation_form CHECK (explanation ~ '^[a-z]+(-[a-z]+)*$'),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT two_count_each_shift CHECK (second_by <> first_by),
        CONSTRAINT both_find_the_same CHECK (second_counted - second_expected = first_counted - first_expected),
        CONSTRAINT difference_is_explained CHECK (second_by IS NULL OR second_counted = second_expected OR explanation IS NOT NULL)
      );
      COMMENT ON TABLE blank_count IS 'Each shift two people count what is in stock, each against the register of their own moment.';
      CREATE UNIQUE INDEX one_open_count_per_post ON blank_count (post_id) WHERE second_by IS NULL;
      CREATE INDEX blank_count_of_post ON blank_count (post_id, first_at);

      CALL confine_to_post('blank_batch');
      CALL confine_to_post('blank');
      CALL confine_to_post('blank_destruction');
      CALL confine_to_post('blank_count');
      GRANT SELECT, INSERT, UPDATE ON blank_batch, blank, blank_destruction, blank_count TO pulang_app;
      GRANT DELETE ON blank_count TO pulang_app;
    `);
    await db.query(`
      ALTER TABLE post ADD COLUMN document_fee numeric(10, 2) NOT NULL DEFAULT 100000
          CONSTRAINT post_document_fee_not_negative CHECK (document_fee >= 0),
        ADD COLUMN document_fee_currency char(3) NOT NULL DEFAULT 'IDR';
      COMMENT ON COLUMN post.document_fee IS 'What a travel document costs where the fee is not waived; configuration.';
      ALTER TABLE document_application
        ADD COLUMN fee_amount numeric(10, 2) NOT NULL DEFAULT 0,
        ADD COLUMN fee_currency char(3) NOT NULL DEFAULT 'IDR',
        ADD COLUMN waiver_reason text CONSTRAINT document_application_waiver_form CHECK (waiver_reason ~ '^[a-z]+(-[a-z]+)*$'),
        ADD COLUMN receipt_number text,
        ADD COLUMN journey_on date,
        ADD COLUMN validity_reason text CONSTRAINT document_application_validity_form CHECK (validity_reason ~ '^[a-z]+(-[a-z]+)*$'),
        ADD COLUMN old_passport_sealed bytea,
        ADD COLUMN old_passport_index bytea,
        ADD COLUMN old_passport_state text CONSTRAINT document_application_old_state
          CHECK (old_passport_state IN ('lost', 'stolen', 'expired', 'kept-by-others', 'in-hand')),
        ADD COLUMN flags text[] NOT NULL DEFAULT '{}',
        ADD COLUMN family_id uuid,
        ADD COLUMN replaces_id uuid CONSTRAINT document_application_replaces REFERENCES travel_document (id),
        ADD COLUMN replaces_reason text CONSTRAINT document_application_replaces_why
          CHECK (replaces_reason IN ('lost', 'stolen', 'damaged')),
        ADD CONSTRAINT document_application_replaces_both CHECK ((replaces_id IS NULL) = (replaces_reason IS NULL)),
        ADD CONSTRAINT one_receipt_pays_once UNIQUE (post_id, receipt_number);
      COMMENT ON COLUMN document_application.old_passport_index IS 'Blind index of the number, dropped when the person is erased.';
      COMMENT ON COLUMN document_application.flags IS 'What whoever approves must look at: codes, found when it was applied for.';
      COMMENT ON COLUMN document_application.family_id IS 'Applied for, approved and issued together, all or none.';
      CREATE INDEX document_application_family ON document_application (family_id) WHERE family_id IS NOT NULL;
      CREATE INDEX document_application_old_passport ON document_application (old_passport_index)
        WHERE old_passport_index IS NOT NULL;

      ALTER TABLE travel_document
        ADD COLUMN collected_at timestamptz,
        ADD COLUMN collected_by uuid,
        ADD COLUMN collected_as text CONSTRAINT travel_document_collected_as CHECK (collected_as IN ('holder', 'authorised')),
        ADD COLUMN collector_sealed bytea,
        ADD COLUMN handed_in_at timestamptz,
        ADD COLUMN handed_in_by uuid,
        ADD CONSTRAINT collected_by_authorisation CHECK (collected_as <> 'authorised' OR collector_sealed IS NOT NULL);
      COMMENT ON COLUMN travel_document.collected_by IS 'The officer who saw the signature.';
      COMMENT ON COLUMN travel_document.collector_sealed IS 'Who collected it for the holder, and on what authorisation.';
      CREATE INDEX travel_document_ended ON travel_document (post_id, ended_at) WHERE ended_at IS NOT NULL;

      ALTER TABLE departure ADD COLUMN route text[] NOT NULL DEFAULT '{}';
      COMMENT ON COLUMN departure.route IS
        'Countries of the ticket in order, the last where it ends (ISO 3166 alpha-3); empty where nobody said.';

      CREATE TABLE document_export (
        post_id uuid NOT NULL CONSTRAINT document_export_post REFERENCES post (id),
        day date NOT NULL,
        rows jsonb NOT NULL,
        frozen_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT document_export_pk PRIMARY KEY (post_id, day)
      );
      COMMENT ON TABLE document_export IS 'Numbers that are no longer good, by the day of the post, as given to the national bureau. No personal data.';
      CALL confine_to_post('document_export');
      GRANT SELECT, INSERT ON document_export TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE document_export;
      ALTER TABLE departure DROP COLUMN route;
      DROP INDEX travel_document_ended;
      ALTER TABLE travel_document DROP COLUMN blank_serial, DROP COLUMN collected_at, DROP COLUMN collected_by,
        DROP COLUMN collected_as, DROP COLUMN collector_sealed, DROP COLUMN handed_in_at, DROP COLUMN handed_in_by;
      ALTER TABLE document_application DROP COLUMN fee_amount, DROP COLUMN fee_currency, DROP COLUMN waiver_reason,
        DROP COLUMN receipt_number, DROP COLUMN journey_on, DROP COLUMN validity_reason, DROP COLUMN old_passport_sealed,
        DROP COLUMN old_passport_index, DROP COLUMN old_passport_state, DROP COLUMN flags, DROP COLUMN family_id,
        DROP COLUMN replaces_id, DROP COLUMN replaces_reason;
      DROP TABLE blank_count, blank_destruction, blank, blank_batch;
      DROP FUNCTION blank_goes_forward;
      ALTER TABLE post DROP COLUMN blanks_required, DROP COLUMN document_fee, DROP COLUMN document_fee_currency;
    `);
  }
}
