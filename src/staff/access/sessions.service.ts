import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SecondFactorState } from '../../platform/auth/caller.js';
import type { Role } from '../../platform/auth/roles.js';
import { newId } from '../../platform/ids.js';
import { CONFIRMED_MINUTES, SESSION_HOURS } from './session-lifetime.js';
import { type IssuedTokens, SessionTokens } from './session-tokens.js';

export interface SessionGrant {
  role: Role;
  subjectId: string;
  postIds: readonly string[];
  /** Opened with the help word; the row carries it, and no token says so. */
  duress?: boolean;
  /** `none` unless said otherwise. */
  secondFactor?: SecondFactorState;
  /** False unless said otherwise. */
  passwordOwed?: boolean;
}

export interface OpenSession extends SessionGrant {
  id: string;
  secondFactor: SecondFactorState;
  passwordOwed: boolean;
  /** Asked of the account each time: it ends, and begins anew, while sessions are open. */
  countersignatureOwed: boolean;
  /** Its holder proved a short while ago that it is them. */
  confirmed: boolean;
}

/** Opens, looks up and ends the sessions behind tokens, for every kind of caller. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secrets: SessionTokens,
  ) {}

  async open(tx: EntityManager, grant: SessionGrant): Promise<IssuedTokens> {
    const id = newId();
    const refreshToken = this.secrets.first();
    await tx.query(
      `INSERT INTO session (id, role, subject_id, post_ids, refresh_index, family_index, expires_at, duress, second_factor,
         password_owed)
       VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(hours => $7), $8, $9, $10)`,
      [
        id,
        grant.role,
        grant.subjectId,
        [...grant.postIds],
        this.secrets.index(refreshToken),
        this.secrets.familyIndex(refreshToken),
        SESSION_HOURS[grant.role],
        grant.duress ?? false,
        grant.secondFactor ?? 'none',
        grant.passwordOwed ?? false,
      ],
    );
    return this.secrets.issue(id, refreshToken);
  }

  /** The session that a token names, unless it has ended. */
  byId(id: string): Promise<OpenSession | undefined> {
    return this.find('id = $1', id);
  }

  /** The session of a page's cookie, unless it has ended. */
  bySecret(secret: string): Promise<OpenSession | undefined> {
    return this.find('(refresh_index = $1 OR previous_index = $1)', this.secrets.index(secret));
  }

  async end(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query(
      'UPDATE session SET ended_at = now(), refresh_index = NULL WHERE id = $1 AND ended_at IS NULL',
      [sessionId],
    );
  }

  /** Ends every session of an account, registration, device or client. */
  async endAllOf(tx: EntityManager, subjectId: string): Promise<void> {
    await tx.query(
      'UPDATE session SET ended_at = now(), refresh_index = NULL WHERE subject_id = $1 AND ended_at IS NULL',
      [subjectId],
    );
  }

  /** Ends every session that was opened with the help word of a registration; those of its codes go on. */
  async endForcedOf(tx: EntityManager, subjectId: string): Promise<void> {
    await tx.query(
      'UPDATE session SET ended_at = now(), refresh_index = NULL WHERE subject_id = $1 AND duress AND ended_at IS NULL',
      [subjectId],
    );
  }

  private async find(condition: string, value: string | Buffer): Promise<OpenSession | undefined> {
    const [session] = await this.dataSource.query<OpenSession[]>(
      `SELECT id, role, subject_id AS "subjectId", post_ids AS "postIds", duress, second_factor AS "secondFactor",
         password_owed AS "passwordOwed", EXISTS (SELECT FROM waiting_account w WHERE w.id = subject_id) AS "countersignatureOwed",
         confirmed_at > now() - make_interval(mins => ${CONFIRMED_MINUTES}) AS confirmed
       FROM session
       WHERE ${condition} AND ended_at IS NULL AND expires_at > now()`,
      [value],
    );
    return session;
  }
}
