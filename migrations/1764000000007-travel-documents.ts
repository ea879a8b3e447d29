import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Emergency travel documents: applied for by one officer, approved by another, issued once, revocable. */
export class TravelDocuments1764000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE document_series (
        prefix char(2) CONSTRAINT document_series_pk PRIMARY KEY
          CONSTRAINT document_series_form CHECK (prefix ~ '^[A-Z]{2}$'),
        post_id uuid NOT NULL CONSTRAINT document_series_post REFERENCES post (id)
          CONSTRAINT document_series_one_per_post UNIQUE,
        last_number integer NOT NULL DEFAULT 0 CONSTRAINT document_series_range CHECK (last_number BETWEEN 0 AND 9999999)
      );
      COMMENT ON TABLE document_series IS 'Document numbers are the prefix and seven digits, without gaps; the prefix tells the post.';

      CREATE TABLE document_application (
        id uuid CONSTRAINT document_application_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT document_application_post REFERENCES post (id),
        registration_id uuid NOT NULL CONSTRAINT document_application_registration REFERENCES registration (id),
        status text NOT NULL CONSTRAINT document_application_status
          CHECK (status IN ('applied', 'approved', 'declined', 'issued')),
        holder_sealed bytea NOT NULL,
        destination char(3) NOT NULL,
        transit text[] NOT NULL DEFAULT '{}',
        valid_until date NOT NULL,
        fee_waived boolean NOT NULL,
        applied_by uuid NOT NULL CONSTRAINT document_application_maker REFERENCES account (id),
        applied_at timestamptz NOT NULL DEFAULT now(),
        decided_by uuid CONSTRAINT document_application_approver REFERENCES account (id),
        decided_at timestamptz,
        decline_reason text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT maker_is_never_approver CHECK (decided_by <> applied_by),
        CONSTRAINT document_application_decided CHECK ((status = 'applied') = (decided_by IS NULL))
      );
      COMMENT ON COLUMN document_application.holder_sealed IS 'Name, birth, sex and place of birth as they will be printed.';
      CREATE UNIQUE INDEX one_open_application_per_person ON document_application (registration_id)
        WHERE status IN ('applied', 'approved');

      CREATE TABLE travel_document (
        id uuid CONSTRAINT travel_document_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT travel_document_post REFERENCES post (id),
        application_id uuid NOT NULL CONSTRAINT travel_document_application REFERENCES document_application (id)
          CONSTRAINT one_document_per_application UNIQUE,
        registration_id uuid NOT NULL CONSTRAINT travel_document_registration REFERENCES registration (id),
        person_id uuid NOT NULL CONSTRAINT travel_document_person REFERENCES person (id),
        number char(9) NOT NULL CONSTRAINT document_number_once UNIQUE,
        status text NOT NULL CONSTRAINT travel_document_status
          CHECK (status IN ('issued', 'collected', 'used', 'void', 'revoked')),
        content_sealed bytea NOT NULL,
        seal_sealed bytea NOT NULL,
        certificate_reference text NOT NULL,
        issued_by uuid NOT NULL CONSTRAINT travel_document_issuer REFERENCES account (id),
        issued_at timestamptz NOT NULL DEFAULT now(),
        valid_until date NOT NULL,
        ended_at timestamptz,
        ended_reason text,
        version integer NOT NULL DEFAULT 1
      );
      COMMENT ON COLUMN travel_document.content_sealed IS 'Everything printed, so that the same document can be drawn again.';
      COMMENT ON COLUMN travel_document.seal_sealed IS 'The visible digital seal as encoded and signed (ICAO Doc 9303-13); it repeats the printed lines.';
      CREATE UNIQUE INDEX one_valid_document_per_person ON travel_document (person_id)
        WHERE status IN ('issued', 'collected');
      CREATE INDEX travel_document_of ON travel_document (registration_id, issued_at) INCLUDE (post_id);

      CALL confine_to_post('document_application');
      CALL confine_to_post('travel_document');
      GRANT SELECT, INSERT, UPDATE ON document_application, travel_document TO pulang_app;
      GRANT SELECT, INSERT, UPDATE ON document_series TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE travel_document, document_application, document_series');
  }
}
