import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { StatementsOpening } from '../registrations/disclosure/second-person/statements-opening.js';
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
    private readonly opening: StatementsOpening,
  ) {}

  /** @throws Problem `not-found`, 409: `erased`, `tied-to-person`; `second-person-missing` (403), `too-many-cases` (429) */
  disclose(caller: Caller, registrationId: string, reason: string): Promise<StatementsResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const key = await this.opening.open(tx, caller, registrationId, 'identity.disclosed', reason);
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
