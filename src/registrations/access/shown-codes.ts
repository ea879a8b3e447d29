import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { accessIndexes } from '../intake/access-credentials.js';
import { triedReference } from '../reference.js';
import type { AccessRequest } from './access.dto.js';

/** The registration that codes belong to. */
export interface ShownCase {
  id: string;
  postId: string;
  /** Whether the help word was typed instead of the code: somebody may be forcing the person. */
  duress: boolean;
  /** Whether that word opens nothing any more: under duress the person seemed to be erased. */
  closed: boolean;
}

const TYPED_SQL = `
  SELECT id, post_id AS "postId", access_code_index <> $2 AS duress,
    access_code_index <> $2 AND help_word_closed_at IS NOT NULL AS closed FROM registration
  WHERE reference = $1 AND (access_code_index = $2 OR help_word_index = $3)`;
const SECRET_SQL = `
  SELECT id, post_id AS "postId", false AS duress, false AS closed FROM registration
  WHERE access_secret_index = $2 AND $1 = '' AND $3::bytea IS NULL`;

/**
 * Finds whose secret, or reference and code, somebody shows. A wrong one, a missing one, the help word and a registration that
 * does not exist take the same steps: both indexes are made and looked for in one statement, whichever it is.
 */
@Injectable()
export class ShownCodes {
  constructor(private readonly keyring: Keyring) {}

  /** In the caller's transaction, among the posts it may see. */
  find(tx: EntityManager, request: AccessRequest): Promise<ShownCase | undefined> {
    return this.look(tx, request, '');
  }

  /**
   * The same, and the codes stay what they are until the transaction ends: whoever gives new ones waits for it and ends what it
   * opened, or it waits for them and finds nothing.
   */
  hold(tx: EntityManager, request: AccessRequest): Promise<ShownCase | undefined> {
    return this.look(tx, request, ' FOR KEY SHARE');
  }

  private async look(
    tx: EntityManager,
    request: AccessRequest,
    lock: '' | ' FOR KEY SHARE',
  ): Promise<ShownCase | undefined> {
    const { accessSecret, accessCode = '' } = request;
    const index = accessIndexes(this.keyring);
    const reference = triedReference(request.reference);
    const [found] = await tx.query<ShownCase[]>(
      (accessSecret === undefined ? TYPED_SQL : SECRET_SQL) + lock,
      accessSecret === undefined
        ? [reference, index.code(reference, accessCode), index.helpWord(reference, accessCode)]
        : ['', index.secret(accessSecret), null],
    );
    return found;
  }
}
