import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { calendarDay } from '../../platform/clock/calendar-day.js';
import { Clock } from '../../platform/clock/clock.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { together } from '../../platform/database/together.js';
import { newId } from '../../platform/ids.js';
import { Topics } from '../../platform/jobs/topics.js';
import type { Post } from '../../posts/post.entity.js';
import { RECIPIENT_OF } from '../consent-purposes.js';
import { keepFurtherDocuments } from '../further-documents.js';
import { newReference } from '../reference.js';
import { REGISTRATION_RECEIVED } from '../registration.topics.js';
import { accessIndexes, newAccessCredentials } from './access-credentials.js';
import type { DeviceReceipt } from './device-receipt.js';
import type { RegistrationReceipt, RegistrationRequest } from './intake.dto.js';
import { INTAKE_SQL } from './registration-intake.sql.js';
import { sealedReport } from './sealed-report.js';

type Channel = 'self' | 'kiosk' | 'officer' | 'organisation';

/** Where somebody stands among those who registered together. */
export interface GroupPlace {
  registrationId: string;
  groupId: string;
  /** Registration of the adult whom a minor is with. */
  guardianId: string | null;
}

/** A report sealed and indexed, with its receipt, but for the time at which the database will have received it. */
interface PreparedIntake {
  receipt: Omit<RegistrationReceipt, 'receivedAt'>;
  /** All is written when these are done. */
  send: (tx: EntityManager) => [Promise<{ received_at: Date }[]>, ...Promise<void>[]];
}

/** That time is the transaction's. */
export const receivedAt = (receipt: PreparedIntake['receipt'], at: Date): RegistrationReceipt => ({
  ...receipt,
  receivedAt: at.toISOString(),
});

/** Which way in a caller uses; the caller cannot choose it. */
const CHANNELS: Partial<Record<Caller['role'], Channel>> = {
  kiosk: 'kiosk',
  client: 'organisation',
  officer: 'officer',
  supervisor: 'officer',
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
    return calendarDay(this.clock.now(), post.timeZone);
  }

  async write(
    tx: EntityManager,
    caller: Caller,
    post: Post,
    request: RegistrationRequest,
    place?: GroupPlace,
  ): Promise<RegistrationReceipt> {
    const { receipt, send } = this.prepare(caller, post, request, place);
    const [[row]] = await together(...send(tx));
    return receivedAt(receipt, row!.received_at);
  }

  /** {@link write} up to where the database is needed. */
  prepare(
    caller: Caller,
    post: Post,
    request: RegistrationRequest,
    place?: GroupPlace,
    issued?: DeviceReceipt,
  ): PreparedIntake {
    const registrationId = place?.registrationId ?? newId();
    const personId = newId();
    const reference = issued?.reference ?? newReference(post.code);
    const credentials = issued ?? newAccessCredentials();
    const access = accessIndexes(this.keyring);
    const channel = CHANNELS[caller.role] ?? 'self';
    const { columns: sealed, further } = sealedReport(this.keyring, personId, request);
    const columns = [
      personId,
      post.id,
      ...sealed,
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
      place?.groupId ?? null,
      place?.guardianId ?? null,
      request.consents,
      request.consents.map((purpose) => RECIPIENT_OF[purpose]),
      request.travelTime ?? null,
      request.helpWord === undefined ? null : access.helpWord(reference, request.helpWord),
    ];
    const { accessCode, accessSecret } = credentials;
    return {
      receipt: { id: registrationId, reference, accessCode, accessSecret },
      send: (tx) => [
        tx.query<{ received_at: Date }[]>(INTAKE_SQL, columns),
        this.audit.record(tx, caller, {
          action: 'registration.received',
          subject: { kind: 'registration', id: registrationId },
          postId: post.id,
          detail: { channel },
        }),
        this.topics.publish(tx, REGISTRATION_RECEIVED, {
          postId: post.id,
          requestId: caller.requestId,
          registrationId,
        }),
        ...(further.length > 0 ? [keepFurtherDocuments(tx, { id: personId, postId: post.id }, further)] : []),
      ],
    };
  }
}
