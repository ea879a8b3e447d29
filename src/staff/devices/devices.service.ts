import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { inFours, randomText, WORDLESS } from '../../platform/crypto/secret-text.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { notFound } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { SessionsService } from '../access/sessions.service.js';
import type { DeviceList, DeviceResponse, NewDeviceRequest, NewDeviceResponse } from './devices.dto.js';
import { postOf } from '../post-of.js';
import { enrolmentSecret } from './enrolment-code.js';

const CODE_HOURS = 24;

/** With when the session of each ends. Parameter: posts. */
const DEVICES_SQL = `
  SELECT d.id, d.kind, d.name, d.revoked_at IS NOT NULL AS revoked, d.enrolled_at AS "enrolledAt", d.seen_at AS "seenAt",
    s.until AS "expiresAt", d.revoked_at IS NULL AND d.enrolled_at IS NOT NULL AND coalesce(s.until <= now(), true) AS lapsed
  FROM device d CROSS JOIN LATERAL (
    SELECT max(expires_at) AS until FROM session WHERE subject_id = d.id AND ended_at IS NULL) s
  WHERE d.post_id = ANY ($1) ORDER BY d.name`;

type DeviceRow = Pick<DeviceResponse, 'id' | 'kind' | 'name' | 'revoked' | 'lapsed'> &
  Record<'enrolledAt' | 'seenAt' | 'expiresAt', Date | null>;

/** Kiosks and boards of a post: announced by an administrator, enrolled once, in use until they are revoked or not seen for long. */
@Injectable()
export class DevicesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly keyring: Keyring,
    private readonly sessions: SessionsService,
  ) {}

  async list(caller: Caller): Promise<DeviceList> {
    const rows = await this.database.dataSource.query<DeviceRow[]>(DEVICES_SQL, [caller.posts]);
    return { items: rows.map(response) };
  }

  /** @throws Problem `invalid-input` where the name is taken, or it is not said for which of several posts */
  async announce(
    caller: Caller,
    { kind, name, postId: named }: NewDeviceRequest,
  ): Promise<NewDeviceResponse> {
    const [id, postId] = [newId(), postOf(caller, named)];
    const code = randomText(WORDLESS, 16);
    return this.database
      .transaction(caller.posts, async (tx) => {
        await tx.query(
          `INSERT INTO device (id, post_id, kind, name, enrolment_index, enrolment_expires_at)
         VALUES ($1, $2, $3, $4, $5, now() + make_interval(hours => $6))`,
          [id, postId, kind, name, enrolmentSecret(this.keyring, code), CODE_HOURS],
        );
        await this.audit.record(tx, caller, {
          action: 'device.announced',
          subject: { kind: 'device', id },
          postId,
          detail: { kind },
        });
        return {
          id,
          kind,
          name,
          revoked: false,
          lapsed: false,
          enrolledAt: null,
          seenAt: null,
          expiresAt: null,
          enrolmentCode: inFours(code),
        };
      })
      .catch(refusedBy({ device_name_once: { pointer: '/name', code: 'already-used' } }));
  }

  /** @throws Problem `not-found` */
  revoke(caller: Caller, id: string): Promise<void> {
    return this.database.transaction(caller.posts, async (tx) => {
      const [[revoked]] = await tx.query<[{ postId: string }[], number]>(
        `UPDATE device SET revoked_at = coalesce(revoked_at, now()), enrolment_index = NULL
         WHERE id = $1 AND post_id = ANY ($2) RETURNING post_id AS "postId"`,
        [id, caller.posts],
      );
      if (!revoked) throw notFound();
      await this.sessions.endAllOf(tx, id);
      await this.audit.record(tx, caller, {
        action: 'device.revoked',
        subject: { kind: 'device', id },
        postId: revoked.postId,
      });
    });
  }
}

const response = ({
  id,
  kind,
  name,
  revoked,
  lapsed,
  enrolledAt,
  seenAt,
  expiresAt,
}: DeviceRow): DeviceResponse => ({
  id,
  kind,
  name,
  revoked,
  lapsed,
  enrolledAt: enrolledAt?.toISOString() ?? null,
  seenAt: seenAt?.toISOString() ?? null,
  expiresAt: expiresAt?.toISOString() ?? null,
});
