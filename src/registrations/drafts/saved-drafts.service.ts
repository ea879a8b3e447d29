import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { open, seal } from '../../platform/crypto/sealing.js';
import { readTyped } from '../../platform/crypto/secret-text.js';
import { Database } from '../../platform/database/database.js';
import { lockNamed } from '../../platform/database/lock-named.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { Problem } from '../../platform/problems/problem.js';
import { SignInLimit } from '../../staff/access/sign-in-limit.js';
import { newAccessCode } from '../intake/access-credentials.js';
import { newReference, triedReference } from '../reference.js';
import type { DraftAccessRequest, DraftContentResponse, SavedDraftResponse } from './saved-drafts.dto.js';

/** Stands where a case has its post: these are no cases. */
export const DRAFT_PREFIX = 'SAV';
export const DRAFTS_KEPT_DAYS = 14;
/** A shelter shares one address; more than its people a day is somebody who fills our disk. */
const MOST_A_DAY = 100;

interface Stored {
  id: string;
  content_sealed: Buffer;
  expires_at: Date;
}

/**
 * Keeps an unfinished registration for its writer to come back to. It is sealed under a key that needs the code, which is
 * kept nowhere: without it the draft cannot be read, by us neither. Nobody is counted by a draft.
 */
@Injectable()
export class SavedDrafts {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly limit: SignInLimit,
    private readonly audit: AuditLog,
    private readonly idempotency: Idempotency,
  ) {}

  /** @param address network address of the sender @throws Problem `too-many-drafts` (429) */
  save(
    caller: Caller,
    content: string,
    address: string,
    idempotent?: IdempotentRequest,
  ): Promise<SavedDraftResponse> {
    return this.database.transaction(caller.posts, (tx) => {
      const work = () => this.insert(tx, caller, content, address);
      return idempotent ? this.idempotency.once(tx, idempotent, work) : work();
    });
  }

  /**
   * Writes over the draft, which is kept as long again.
   * @param seen until when the draft was kept that was read, where nothing newer may be written over
   * @throws Problem `wrong-credentials`, `too-many-attempts`, `stale`
   */
  async replace(
    caller: Caller,
    access: DraftAccessRequest,
    content: string,
    seen?: string,
  ): Promise<SavedDraftResponse> {
    const reference = triedReference(access.reference);
    return this.tried(caller, access, async (tx, { id, expires_at }) => {
      if (seen !== undefined && seen !== expires_at.toISOString()) throw new Problem('stale', 'stale');
      const [rows] = await tx.query<[{ expires_at: Date }[], number]>(
        `UPDATE registration_draft SET content_sealed = $2, saved_at = now(), expires_at = now() + ${LASTS}
         WHERE id = $1 RETURNING expires_at`,
        [id, this.sealed(reference, access.accessCode, content)],
      );
      await this.record(tx, caller, id, 'draft.saved');
      return { reference, accessCode: access.accessCode, expiresAt: rows[0]!.expires_at.toISOString() };
    });
  }

  /** @throws Problem `wrong-credentials` (401), `too-many-attempts` (429) */
  async open(caller: Caller, access: DraftAccessRequest): Promise<DraftContentResponse> {
    return this.tried(caller, access, async (tx, { id, content_sealed, expires_at }) => {
      await this.record(tx, caller, id, 'draft.opened');
      const key = this.key(triedReference(access.reference), access.accessCode);
      return { content: open<string>(key, CONTEXT, content_sealed), expiresAt: expires_at.toISOString() };
    });
  }

  /** Forgets the draft: it became a registration, or is no longer wanted. @throws as {@link open} */
  async remove(caller: Caller, access: DraftAccessRequest): Promise<void> {
    await this.tried(caller, access, async (tx, { id }) => {
      await tx.query('DELETE FROM registration_draft WHERE id = $1', [id]);
      await this.record(tx, caller, id, 'draft.removed');
    });
  }

  private async insert(
    tx: EntityManager,
    caller: Caller,
    content: string,
    address: string,
  ): Promise<SavedDraftResponse> {
    const [id, reference] = [newId(), newReference(DRAFT_PREFIX)];
    const accessCode = newAccessCode();
    const from = this.keyring.blindIndex('draft-address', address);
    await lockNamed(tx, from.toString('hex'));
    const [row] = await tx.query<{ expires_at: Date }[]>(
      `INSERT INTO registration_draft (id, reference, code_index, content_sealed, address_index, expires_at)
       SELECT $1, $2, $3, $4, $5, now() + ${LASTS}
       WHERE (SELECT count(*) FROM registration_draft WHERE address_index = $5 AND saved_at > now() - interval '1 day')
         < ${MOST_A_DAY} RETURNING expires_at`,
      [id, reference, this.index(reference, accessCode), this.sealed(reference, accessCode, content), from],
    );
    if (!row) throw new Problem('too-many', 'too-many-drafts', { retryAfter: 3600 });
    await this.record(tx, caller, id, 'draft.saved');
    return { reference, accessCode, expiresAt: row.expires_at.toISOString() };
  }

  private tried<T>(
    caller: Caller,
    access: DraftAccessRequest,
    work: (tx: EntityManager, draft: Stored) => Promise<T>,
  ): Promise<T> {
    const reference = triedReference(access.reference);
    return this.limit.guess('draft', reference, () =>
      this.database.transaction(caller.posts, async (tx) => {
        const [draft] = await tx.query<Stored[]>(
          `SELECT id, content_sealed, expires_at FROM registration_draft
           WHERE reference = $1 AND code_index = $2 AND expires_at > now() FOR UPDATE`,
          [reference, this.index(reference, access.accessCode)],
        );
        if (!draft) throw new Problem('unauthenticated', 'wrong-credentials');
        return work(tx, draft);
      }),
    );
  }

  private record(tx: EntityManager, caller: Caller, id: string, action: string): Promise<void> {
    return this.audit.record(tx, caller, { action, subject: { kind: 'draft', id }, postId: null });
  }

  private key = (reference: string, code: string): KeyObject =>
    this.keyring.keyWith('drafts', `${reference}\n${readTyped(code)}`);

  private sealed = (reference: string, code: string, content: string): Buffer =>
    seal(this.key(reference, code), CONTEXT, content);

  private index = (reference: string, code: string): Buffer =>
    this.keyring.blindIndex('draft-code', `${reference}\n${readTyped(code)}`);
}

const CONTEXT = 'saved draft';
const LASTS = `interval '${DRAFTS_KEPT_DAYS} days'`;
