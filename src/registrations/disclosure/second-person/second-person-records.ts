import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../../../platform/crypto/keyring.js';
import { PersonKey } from '../../../platform/crypto/person-key.js';
import { Problem } from '../../../platform/problems/problem.js';
import type { SecondPersonRequestResponse } from './second-person.dto.js';
import type { SecondPersonKind } from './second-person-state.js';
import { IN_FORCE_SQL, KEPT_AWAY_SQL } from './second-person.sql.js';

export interface SecondPersonRow extends Omit<
  SecondPersonRequestResponse,
  'reason' | 'askedAt' | 'lapsesAt' | 'decidedAt' | 'openUntil'
> {
  postId: string;
  reason: Buffer;
  personId: string;
  key: Buffer | null;
  askedAt: Date;
  lapsesAt: Date;
  decidedAt: Date | null;
  openUntil: Date | null;
}

/** Under what name a reason is sealed with the key of the person whom it is about, whatever was asked for. */
export const REASON = 'whereabouts-reason';

/** What is kept of who asked to see what nobody sees alone. */
@Injectable()
export class SecondPersonRecords {
  constructor(private readonly keyring: Keyring) {}

  /**
   * Joins the caller's transaction. @returns the request that lets this account see it
   * @throws Problem `tied-to-person` (409), `second-person-missing` (403) where nobody else has agreed to it, and it was not opened because of danger
   */
  async requireOpen(
    tx: EntityManager,
    accountId: string | null,
    registrationId: string,
    kind: SecondPersonKind,
  ): Promise<string> {
    if ((await tx.query<unknown[]>(KEPT_AWAY_SQL, [registrationId, accountId])).length > 0)
      throw new Problem('conflict', 'tied-to-person');
    const [open] = await tx.query<{ id: string }[]>(IN_FORCE_SQL, [registrationId, accountId, kind]);
    if (!open) throw new Problem('forbidden', 'second-person-missing');
    return open.id;
  }

  toResponse({ reason, personId, key, ...row }: SecondPersonRow): SecondPersonRequestResponse {
    return {
      id: row.id,
      registrationId: row.registrationId,
      reference: row.reference,
      kind: row.kind,
      state: row.state,
      reason: key && PersonKey.unwrap(this.keyring, personId, key).open<string>(REASON, reason),
      askedBy: row.askedBy,
      askedByName: row.askedByName,
      askedAt: row.askedAt.toISOString(),
      lapsesAt: row.lapsesAt.toISOString(),
      decidedByName: row.decidedByName,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      openUntil: row.openUntil?.toISOString() ?? null,
      open: row.open,
    };
  }
}
