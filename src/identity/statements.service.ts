import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { CaseLog } from '../registrations/case-log.js';
import { OpenedCases } from '../registrations/disclosure/opened-cases.js';
import { SecondPersonRecords } from '../registrations/disclosure/second-person/second-person-records.js';
import { PeopleService } from '../registrations/people.service.js';
import type { EvidenceKind } from './evidence-kinds.js';
import type { StatementsResponse } from './statements.dto.js';

const STATEMENTS_SQL = `
  SELECT id, kind, statement_sealed FROM identity_evidence WHERE registration_id = $1 ORDER BY recorded_at, id`;

interface StatementRow {
  id: string;
  kind: EvidenceKind;
  statement_sealed: Buffer;
}

/** Shows what the evidence of somebody's identity says, for a reason that is kept, once a second person has agreed. Whoever wrote it asks too. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly secondPersons: SecondPersonRecords,
    private readonly opened: OpenedCases,
    private readonly log: CaseLog,
  ) {}

  /** @throws Problem `not-found`, 409: `erased`, `tied-to-person`; `second-person-missing` (403), `too-many-cases` (429) */
  disclose(caller: Caller, registrationId: string, reason: string): Promise<StatementsResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registration(tx, registrationId);
      const request = await this.secondPersons.requireOpen(tx, caller.id, registrationId, 'statements');
      await this.opened.count(tx, caller, registration);
      const key = this.people.key(registration.person);
      await this.log.record(tx, caller, registration, 'identity.disclosed', {
        request,
        reasonSealed: key.seal('disclosure-reason', reason).toString('base64'),
      });
      const rows = await tx.query<StatementRow[]>(STATEMENTS_SQL, [registrationId]);
      return {
        statements: rows.map(({ id, kind, statement_sealed }) => ({
          evidenceId: id,
          kind,
          statement: key.open<string>('identity-statement', statement_sealed),
        })),
      };
    });
  }
}
