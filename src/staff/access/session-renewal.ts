import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DEVICE_SECRET_DAYS, RENEWAL_GRACE_SECONDS, SESSION_HOURS } from './session-lifetime.js';
import { type IssuedTokens, SessionTokens } from './session-tokens.js';
import type { SessionGrant } from './sessions.service.js';

/** Parameters: session, hash of the secret that came or null, hash of the next, hours that the session lives, days of a secret. */
const GO_ON_SQL = `
  UPDATE session s SET expires_at = now() + make_interval(hours => $4), refresh_index = x.refresh_index,
    previous_index = x.previous_index, renewed_at = x.renewed_at
  FROM (
    SELECT id, CASE WHEN due THEN $3::bytea ELSE refresh_index END AS refresh_index,
      CASE WHEN due THEN refresh_index WHEN refresh_index = $2 AND is_kept THEN NULL ELSE previous_index END AS previous_index,
      CASE WHEN due THEN now() ELSE renewed_at END AS renewed_at
    FROM (
      SELECT *, coalesce(refresh_index = $2, false)
        AND coalesce(renewed_at, opened_at) < now() - make_interval(days => $5) AS due,
        renewed_at < now() - interval '1 minute' AS is_kept
      FROM session WHERE id = $1 AND ended_at IS NULL AND expires_at > now() FOR UPDATE
    ) known
  ) x
  WHERE s.id = x.id RETURNING s.refresh_index = $3::bytea AS renewed`;

/** How sessions go on with other secrets, and end where an old one comes back. */
@Injectable()
export class SessionRenewal {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secrets: SessionTokens,
  ) {}

  /**
   * Exchanges a refresh token for new tokens. The next one follows from it, so who never heard the answer, or asked twice at
   * once, is told the same for as long as {@link RENEWAL_GRACE_SECONDS} and nobody has used that next one.
   * @returns nothing where it is neither the latest of an open session nor the one before within that time
   */
  async renew(refreshToken: string): Promise<IssuedTokens | undefined> {
    const next = this.secrets.successorOf(refreshToken);
    const [rows] = await this.dataSource.query<[{ id: string }[], number]>(
      `UPDATE session SET refresh_index = $2, renewed_at = now()
       WHERE refresh_index = $1 AND ended_at IS NULL AND expires_at > now() RETURNING id`,
      [this.secrets.index(refreshToken), this.secrets.index(next)],
    );
    const id = rows[0]?.id ?? (await this.renewedTo(next));
    return id === undefined ? undefined : this.secrets.issue(id, next);
  }

  /**
   * A device is in use: its session goes on for as long as any device's, and every so often it gets another secret. That one
   * follows from the old one, so whoever asks twice, or never heard the answer, is told the same; the old one is good until
   * the new one was used a minute later: browsers write a cookie to the disk within 30 seconds.
   * @returns the secret from now on, where it is another than the one that came
   */
  async goOn(tx: EntityManager, sessionId: string, secret: string | undefined): Promise<string | undefined> {
    const next = secret && this.secrets.successorOf(secret);
    const [rows] = await tx.query<[{ renewed: boolean | null }[], number]>(GO_ON_SQL, [
      sessionId,
      secret === undefined ? null : this.secrets.index(secret),
      next === undefined ? null : this.secrets.index(next),
      SESSION_HOURS.kiosk,
      DEVICE_SECRET_DAYS,
    ]);
    return rows[0]?.renewed ? next : undefined;
  }

  /** The posts of the session that a refresh token, used or not, belongs to; none where it is made up. */
  async postsOfFamily(refreshToken: string): Promise<string[]> {
    const [session] = await this.dataSource.query<{ posts: string[] }[]>(
      'SELECT post_ids AS posts FROM session WHERE family_index = $1',
      [this.secrets.familyIndex(refreshToken)],
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
      [this.secrets.familyIndex(refreshToken)],
    );
    return ended[0];
  }

  /** The open session whose latest token this has been for a moment. */
  private async renewedTo(refreshToken: string): Promise<string | undefined> {
    const [session] = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM session WHERE refresh_index = $1 AND ended_at IS NULL AND expires_at > now()
         AND renewed_at > now() - make_interval(secs => ${RENEWAL_GRACE_SECONDS})`,
      [this.secrets.index(refreshToken)],
    );
    return session?.id;
  }
}
