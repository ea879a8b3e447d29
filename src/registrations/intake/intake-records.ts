import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { PersonKey } from '../../platform/crypto/person-key.js';
import { newId } from '../../platform/ids.js';
import { Topics } from '../../platform/jobs/topics.js';
import type { Post } from '../../posts/post.entity.js';
import { personIndexes } from '../person-index.js';
import { newReference } from '../reference.js';
import { REGISTRATION_RECEIVED } from '../registration.topics.js';
import { accessIndexes, newAccessCredentials } from './access-credentials.js';
import type { RegistrationReceipt, RegistrationRequest } from './intake.dto.js';
import { normalPhone } from './intake-rules.js';
import { INTAKE_SQL } from './registration-intake.sql.js';

type Channel = 'self' | 'kiosk' | 'officer' | 'organisation';

/** Which way in a caller uses; the caller cannot choose it. */
const CHANNELS: Partial<Record<Caller['role'], Channel>> = {
  kiosk: 'kiosk',
  client: 'organisation',
  officer: 'officer',
};

/** Writes an accepted report: sealed, indexed, audited, announced to later stages; all in the caller's transaction. */
@Injectable()
export class IntakeRecords {
  constructor(
    private readonly keyring: Keyring,
    private readonly audit: AuditLog,
    private readonly topics: Topics,
    private readonly clock: Clock,
  ) {}

  /** The calendar day at the post, `YYYY-MM-DD`. */
  today(post: Post): string {
    return DateTime.fromJSDate(this.clock.now(), { zone: post.timeZone }).toISODate()!;
  }

  async write(
    tx: EntityManager,
    caller: Caller,
    post: Post,
    request: RegistrationRequest,
  ): Promise<RegistrationReceipt> {
    const [registrationId, personId] = [newId(), newId()];
    const reference = newReference(post.code);
    const credentials = newAccessCredentials();
    const access = accessIndexes(this.keyring);
    const channel = CHANNELS[caller.role] ?? 'self';
    const [row] = await tx.query<{ received_at: Date }[]>(INTAKE_SQL, [
      personId,
      post.id,
      ...this.sealedColumns(personId, request),
      request.sex,
      request.birthDate.year ?? null,
      request.homeProvince ?? null,
      registrationId,
      reference,
      access.secret(credentials.accessSecret),
      access.code(reference, credentials.accessCode),
      channel,
      request.needs,
      request.language,
      request.consents,
    ]);
    await this.audit.record(tx, caller, {
      action: 'registration.received',
      subject: { kind: 'registration', id: registrationId },
      postId: post.id,
      detail: { channel },
    });
    await this.topics.publish(tx, REGISTRATION_RECEIVED, {
      postId: post.id,
      requestId: caller.requestId,
      registrationId,
    });
    return { id: registrationId, reference, ...credentials, receivedAt: row!.received_at.toISOString() };
  }

  private sealedColumns(personId: string, request: RegistrationRequest): (Buffer | null)[] {
    const { fullName, birthDate, passportNumber, passportMrz, nationalId, whereNow, whereHeld } = request;
    const phone = request.contact.phone === undefined ? undefined : normalPhone(request.contact.phone);
    const key = PersonKey.create(personId);
    const index = personIndexes(this.keyring);
    const document = passportNumber ?? nationalId;
    return [
      key.wrap(this.keyring),
      key.seal('identity', { fullName, birthDate, passportNumber, passportMrz, nationalId }),
      key.seal('contact', { ...request.contact, phone }),
      key.seal('location', { whereNow, whereHeld }),
      index.name(fullName, birthDate.year),
      document === undefined ? null : index.document(document),
      phone === undefined ? null : index.phone(phone),
    ];
  }
}
