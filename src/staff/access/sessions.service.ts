import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { DataSource, type EntityManager } from 'typeorm';
import type { SecondFactorState } from '../../platform/auth/caller.js';
import type { Role } from '../../platform/auth/roles.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { randomSecret } from '../../platform/crypto/secret-text.js';
import { newId } from '../../platform/ids.js';
import { familyOf, newRefreshToken } from './refresh-token.js';
import {
  ACCESS_TOKEN_SECONDS,
  CONFIRMED_MINUTES,
  DEVICE_SECRET_DAYS,
  SESSION_HOURS,
} from './session-lifetime.js';

export interface SessionGrant {
  role: Role;
  subjectId: string;
  postIds: readonly string[];
  /** Opened with the help word; the row carries it, and no token says so. */
  duress?: boolean;
  /** `none` unless said otherwise. */
  secondFactor?: SecondFactorState;
}

/** What a caller gets: a short-lived access token, and a secret to ask for the next one. Pages keep the secret in a cookie. */
export interface IssuedTokens {
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
}

export interface OpenSession extends SessionGrant {
  id: string;
  secondFactor: SecondFactorState;
  /** Its holder proved a short while ago that it is them. */
  confirmed: boolean;
}

/** Parameters: session, hash of the secret that came or null, hash of the next, hours that the session lives, days of a secret. */
const GO_ON_SQL = `
  UPDATE session s SET expires_at = now() + make_interval(hours => $4), refresh_index = x.refresh_index,
    previous_index = x.previous_index, renewed_at = x.renewed_at
  FROM (
    SELECT id, CASE WHEN due THEN $3::bytea ELSE refresh_index END AS refresh_index,
      CASE WHEN due THEN refresh_index WHEN refresh_index = $2 THEN NULL ELSE previous_index END AS previous_index,
      CASE WHEN due THEN now() ELSE renewed_at END AS renewed_at
    FROM (
      SELECT *, coalesce(refresh_index = $2, false)
        AND coalesce(renewed_at, opened_at) < now() - make_interval(days => $5) AS due
      FROM session WHERE id = $1 AND ended_at IS NULL AND expires_at > now() FOR UPDATE
    ) known
  ) x
  WHERE s.id = x.id RETURNING s.refresh_index = $3::bytea AS renewed`;

/** Opens, renews, looks up and ends the sessions behind tokens, for every kind of caller. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jwt: JwtService,
    private readonly keyring: Keyring,
  ) {}

  async open(tx: EntityManager, grant: SessionGrant): Promise<IssuedTokens> {
    const id = newId();
    const family = randomSecret();
    const refreshToken = newRefreshToken(family);
    await tx.query(
      `INSERT INTO session (id, role, subject_id, post_ids, refresh_index, family_index, expires_at, duress, second_factor)
       VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(hours => $7), $8, $9)`,
      [
        id,
        grant.role,
        grant.subjectId,
        [...grant.postIds],
        this.index(refreshToken),
        this.familyIndex(family),
        SESSION_HOURS[grant.role],
        grant.duress ?? false,
        grant.secondFactor ?? 'none',
      ],
    );
    return this.tokens(id, refreshToken);
  }

  /** Exchanges a refresh token for new tokens; it works once. @returns nothing where it is not the latest of an open session */
  async renew(refreshToken: string): Promise<IssuedTokens | undefined> {
    const next = newRefreshToken(familyOf(refreshToken));
    const [rows] = await this.dataSource.query<[{ id: string }[], number]>(
      `UPDATE session SET refresh_index = $2
       WHERE refresh_index = $1 AND ended_at IS NULL AND expires_at > now() RETURNING id`,
      [this.index(refreshToken), this.index(next)],
    );
    return rows[0] && this.tokens(rows[0].id, next);
  }

  /**
   * A device is in use: its session goes on for as long as any device's, and every so often it gets another secret. That one
   * follows from the old one, so whoever asks twice, or never heard the answer, is told the same; the old one is good until
   * the new one was used. @returns the secret from now on, where it is another than the one that came
   */
  async goOn(tx: EntityManager, sessionId: string, secret: string | undefined): Promise<string | undefined> {
    const next =
      secret && familyOf(secret) + this.keyring.blindIndex('device-renewal', secret).toString('base64url');
    const [rows] = await tx.query<[{ renewed: boolean | null }[], number]>(GO_ON_SQL, [
      sessionId,
      secret === undefined ? null : this.index(secret),
      next === undefined ? null : this.index(next),
      SESSION_HOURS.kiosk,
      DEVICE_SECRET_DAYS,
    ]);
    return rows[0]?.renewed ? next : undefined;
  }

  /** The posts of the session that a refresh token, used or not, belongs to; none where it is made up. */
  async postsOfFamily(refreshToken: string): Promise<string[]> {
    const [session] = await this.dataSource.query<{ posts: string[] }[]>(
      'SELECT post_ids AS posts FROM session WHERE family_index = $1',
      [this.familyIndex(familyOf(refreshToken))],
    );
    return session?.posts ?? [];
  }

  /**
   * Ends the open session that a used refresh token belonged to: two have it, and nobody can say which of them stole it
   * (RFC 9700 4.14.2). @returns the session that was ended, if any
   */
  async endReused(
    tx: EntityManager,
    refreshToken: string,
  ): Promise<(SessionGrant & { id: string }) | undefined> {
    const [ended] = await tx.query<[(SessionGrant & { id: string })[], number]>(
      `UPDATE session SET ended_at = now(), refresh_index = NULL
       WHERE family_index = $1 AND ended_at IS NULL AND expires_at > now()
       RETURNING id, role, subject_id AS "subjectId", post_ids AS "postIds"`,
      [this.familyIndex(familyOf(refreshToken))],
    );
    return ended[0];
  }

  /** The session that a token names, unless it has ended. */
  byId(id: string): Promise<OpenSession | undefined> {
    return this.find('id = $1', id);
  }

  /** The session of a page's cookie, unless it has ended. */
  bySecret(secret: string): Promise<OpenSession | undefined> {
    return this.find('(refresh_index = $1 OR previous_index = $1)', this.index(secret));
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

  private tokens(sessionId: string, refreshToken: string): IssuedTokens {
    return { accessToken: this.jwt.sign({ sid: sessionId }), expiresIn: ACCESS_TOKEN_SECONDS, refreshToken };
  }

  private async find(condition: string, value: string | Buffer): Promise<OpenSession | undefined> {
    const [session] = await this.dataSource.query<OpenSession[]>(
      `SELECT id, role, subject_id AS "subjectId", post_ids AS "postIds", duress, second_factor AS "secondFactor",
         confirmed_at > now() - make_interval(mins => ${CONFIRMED_MINUTES}) AS confirmed
       FROM session
       WHERE ${condition} AND ended_at IS NULL AND expires_at > now()`,
      [value],
    );
    return session;
  }

  private index(refreshToken: string): Buffer {
    return this.keyring.blindIndex('refresh-token', refreshToken);
  }

  private familyIndex(family: string): Buffer {
    return this.keyring.blindIndex('refresh-family', family);
  }
}
