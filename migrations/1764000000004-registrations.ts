import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, sealed under a key each; their registrations; what they agreed to. */
export class Registrations1764000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE person (
        id uuid CONSTRAINT person_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT person_post REFERENCES post (id),
        wrapped_key bytea,
        identity_sealed bytea,
        contact_sealed bytea,
        location_sealed bytea,
        name_index bytea,
        document_index bytea,
        phone_index bytea,
        sex char(1) CONSTRAINT person_sex CHECK (sex IN ('F', 'M', 'X')),
        birth_year smallint CONSTRAINT person_birth_year CHECK (birth_year BETWEEN 1890 AND 2200),
        home_province text,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON COLUMN person.wrapped_key IS 'Data key of this person, wrapped by the master key; erased, the person is erased.';
      COMMENT ON COLUMN person.identity_sealed IS 'Names, birth date, documents, family contact (AES-256-GCM).';
      COMMENT ON COLUMN person.contact_sealed IS 'Phone, e-mail, when it is safe to make contact.';
      COMMENT ON COLUMN person.location_sealed IS 'Where the person is now and where they were held.';
      COMMENT ON COLUMN person.name_index IS 'Blind index: folded name, order-free, with birth year.';
      COMMENT ON COLUMN person.sex IS 'As said by the person: F, M, X another or not said. In clear for counts only.';
      CREATE INDEX person_name ON person (name_index);
      CREATE INDEX person_document ON person (document_index) WHERE document_index IS NOT NULL;
      CREATE INDEX person_phone ON person (phone_index) WHERE phone_index IS NOT NULL;

      CREATE TABLE registration (
        id uuid CONSTRAINT registration_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT registration_post REFERENCES post (id),
        person_id uuid NOT NULL CONSTRAINT registration_person REFERENCES person (id),
        reference text NOT NULL CONSTRAINT registration_reference_once UNIQUE,
        access_secret_index bytea NOT NULL CONSTRAINT registration_secret_once UNIQUE,
        access_code_index bytea NOT NULL,
        group_id uuid,
        channel text NOT NULL CONSTRAINT registration_channel CHECK (channel IN ('self', 'kiosk', 'officer', 'organisation')),
        status text NOT NULL DEFAULT 'received' CONSTRAINT registration_status
          CHECK (status IN ('received', 'active', 'merged', 'withdrawn', 'closed')),
        closed_as text CONSTRAINT registration_closed_as
          CHECK (closed_as IN ('departed', 'transferred', 'deported', 'deceased', 'disappeared')),
        needs text[] NOT NULL DEFAULT '{}',
        language text NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT registration_closed_with_reason CHECK ((status = 'closed') = (closed_as IS NOT NULL))
      );
      COMMENT ON COLUMN registration.reference IS 'An address, never a credential: POST-XXXX-XXXX-C, Crockford base32 with check character.';
      COMMENT ON COLUMN registration.group_id IS 'People registered together share one.';
      COMMENT ON COLUMN registration.needs IS 'Urgent needs as reported; triage turns them into a band.';
      CREATE INDEX registration_by_day ON registration (post_id, received_at, id);
      CREATE INDEX registration_person_cases ON registration (person_id);
      CREATE INDEX registration_group ON registration (group_id) WHERE group_id IS NOT NULL;

      CREATE TABLE consent (
        registration_id uuid NOT NULL CONSTRAINT consent_registration REFERENCES registration (id),
        post_id uuid NOT NULL CONSTRAINT consent_post REFERENCES post (id),
        purpose text NOT NULL,
        given boolean NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT consent_pk PRIMARY KEY (registration_id, purpose, at)
      );
      COMMENT ON TABLE consent IS 'One row each time the person agrees or withdraws, by purpose; the latest counts.';

      CALL confine_to_post('person');
      CALL confine_to_post('registration');
      CALL confine_to_post('consent');
      GRANT SELECT, INSERT, UPDATE ON person, registration TO pulang_app;
      GRANT SELECT, INSERT ON consent TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE consent, registration, person');
  }
}
