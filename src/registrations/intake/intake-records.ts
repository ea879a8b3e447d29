import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { calendarDay } from '../../platform/clock/calendar-day.js';
import { Clock } from '../../platform/clock/clock.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { PersonKey } from '../../platform/crypto/person-key.js';
import { together } from '../../platform/database/together.js';
import { newId } from '../../platform/ids.js';
import { Topics } from '../../platform/jobs/topics.js';
import type { Post } from '../../posts/post.entity.js';
import { RECIPIENT_OF } from '../consent-purposes.js';
import { keepFurtherDocuments } from '../further-documents.js';
import type { HomeDetails } from '../person-details.js';
import { documentNumbersOf, personIndexes } from '../person-index.js';
import { newReference } from '../reference.js';
import { REGISTRATION_RECEIVED } from '../registration.topics.js';
import { accessIndexes, newAccessCredentials } from './access-credentials.js';
import type { DeviceReceipt } from './device-receipt.js';
import type { RegistrationReceipt, RegistrationRequest } from './intake.dto.js';
import { normalFamily, normalPhone } from './contact-rules.js';
import { INTAKE_SQL } from './registration-intake.sql.js';

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
    const [document, ...further] = documentNumbersOf(request).map(personIndexes(this.keyring).document);
    const columns = [
      personId,
      post.id,
      ...this.sealedColumns(personId, request, document),
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

  private sealedColumns(
    personId: string,
    request: RegistrationRequest,
    document: Buffer | undefined,
  ): (Buffer | null)[] {
    const { fullName, birthDate, passportNumber, passportMrz, nationalId, motherName } = request;
    const { contact, whereNow, whereHeld, adult } = request;
    const phone = contact.phone === undefined ? undefined : normalPhone(contact.phone);
    const home = homeOf(request);
    const key = PersonKey.create(personId);
    const index = personIndexes(this.keyring);
    const ownPhone = contact.method === 'somebody' ? undefined : phone;
    return [
      key.wrap(this.keyring),
      key.seal('identity', { fullName, birthDate, passportNumber, passportMrz, nationalId, motherName }),
      key.seal('contact', { ...contact, phone }),
      key.seal('location', { whereNow, whereHeld }),
      home === undefined ? null : key.seal('home', home),
      adult === undefined ? null : key.seal('adult', adult),
      index.name(fullName, birthDate.year),
      document ?? null,
      ownPhone === undefined ? null : index.phone(ownPhone),
    ];
  }
}

/** What was told of home and family, with the phone in its normal form. */
function homeOf({ homeAddress: address, family }: RegistrationRequest): HomeDetails | undefined {
  if (address === undefined && family === undefined) return undefined;
  return { address, family: family && normalFamily(family) };
}
