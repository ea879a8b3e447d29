import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every number of a person's papers leads to them, not that of the first alone. */
export class FurtherDocuments1764000000052 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE further_document (
        person_id uuid NOT NULL CONSTRAINT further_document_person REFERENCES person (id),
        post_id uuid NOT NULL CONSTRAINT further_document_post REFERENCES post (id),
        document_index bytea NOT NULL,
        CONSTRAINT further_document_pk PRIMARY KEY (person_id, document_index)
      );
      COMMENT ON TABLE further_document IS
        'Blind indexes of the numbers that a person told besides that in person.document_index. Gone when the person is erased.';
      CREATE INDEX further_document_number ON further_document (document_index);
      COMMENT ON COLUMN person.document_index IS 'Blind index: number of the first of the papers, a passport before a card; others in further_document.';

      CREATE TABLE further_document_awaited (
        person_id uuid CONSTRAINT further_document_awaited_pk PRIMARY KEY
          CONSTRAINT further_document_awaited_person REFERENCES person (id),
        post_id uuid NOT NULL CONSTRAINT further_document_awaited_post REFERENCES post (id)
      );
      COMMENT ON TABLE further_document_awaited IS
        'People whose papers were told before further_document was there, until a job has read them: they are sealed, SQL cannot. Only ever gets shorter.';
      CREATE INDEX further_document_awaited_of_post ON further_document_awaited (post_id);
      INSERT INTO further_document_awaited (person_id, post_id)
        SELECT id, post_id FROM person WHERE wrapped_key IS NOT NULL AND document_index IS NOT NULL;

      CREATE FUNCTION erase_further_documents() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM further_document WHERE person_id = NEW.id;
        DELETE FROM further_document_awaited WHERE person_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER erase_further_documents AFTER UPDATE OF wrapped_key ON person FOR EACH ROW
        WHEN (OLD.wrapped_key IS NOT NULL AND NEW.wrapped_key IS NULL) EXECUTE FUNCTION erase_further_documents();
      COMMENT ON FUNCTION erase_further_documents() IS 'Whoever is erased is found by none of their papers, from the same transaction on.';

      CALL confine_to_post('further_document');
      CALL confine_to_post('further_document_awaited');
      GRANT SELECT, INSERT, DELETE ON further_document TO pulang_app;
      GRANT SELECT, DELETE ON further_document_awaited TO pulang_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER erase_further_documents ON person;
      DROP FUNCTION erase_further_documents;
      DROP TABLE further_document_awaited, further_document;
      COMMENT ON COLUMN person.document_index IS NULL`);
  }
}
