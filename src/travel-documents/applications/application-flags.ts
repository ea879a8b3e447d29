import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { ReportedPapers } from '../../identity/reported/reported-papers.service.js';
import { isLatin } from '../../platform/icao/latin-spelling.js';
import type { Registration } from '../../registrations/registration.entity.js';
import { nameParts, namesDiffer } from '../../identity/contradictions/names-differ.js';
import type { Holder } from './holder.js';

/** What whoever approves must look at. */
export const APPLICATION_FLAGS = [
  'first-time',
  'old-reported-lost',
  'old-reported-stolen',
  'old-of-another-person',
  'on-lost-list',
  'earlier-document-lost',
  'name-spelled-by-table',
  'name-not-as-verified',
  'bureau-lost',
  'bureau-stolen',
  'bureau-revoked',
] as const;
export type ApplicationFlag = (typeof APPLICATION_FLAGS)[number];

/** Our own numbers that are no longer good, by the number of the paper that is shown. Parameter: number. */
const ON_LIST = `SELECT FROM travel_document WHERE number = $1 AND status = 'revoked' LIMIT 1`;

/** Parameters: index, person. */
const OF_ANOTHER = `SELECT FROM document_application a JOIN registration r ON r.id = a.registration_id
  WHERE a.old_passport_index = $1 AND r.person_id <> $2 LIMIT 1`;

/** Parameter: person. */
const EARLIER = `SELECT count(*)::integer AS documents, count(*) FILTER (WHERE ended_reason IN ('lost', 'stolen'))::integer AS gone
  FROM travel_document WHERE person_id = $1`;

/** Holds an application against what is on record: earlier documents, reported numbers, other people's passports. */
@Injectable()
export class ApplicationFlags {
  constructor(
    private readonly keyring: Keyring,
    private readonly papers: ReportedPapers,
  ) {}

  indexOf(number: string): Buffer {
    return this.keyring.blindIndex('old-passport', number);
  }

  /** Joins the caller's transaction. */
  async of(
    tx: EntityManager,
    { personId, postId }: Pick<Registration, 'personId' | 'postId'>,
    oldPassport: { number: string; state: string } | undefined,
    holder: Pick<Holder, 'primaryName' | 'secondaryName'>,
    verifiedName: string,
  ): Promise<ApplicationFlag[]> {
    const [earlier] = await tx.query<{ documents: number; gone: number }[]>(EARLIER, [personId]);
    const flags: ApplicationFlag[] = [];
    if (!oldPassport && earlier?.documents === 0) flags.push('first-time');
    if (earlier && earlier.gone > 0) flags.push('earlier-document-lost');
    if (!isLatin(holder.primaryName + holder.secondaryName)) flags.push('name-spelled-by-table');
    if (isAnotherName(holder, verifiedName)) flags.push('name-not-as-verified');
    if (!oldPassport) return flags;
    const { number, state } = oldPassport;
    if (state === 'lost') flags.push('old-reported-lost');
    if (state === 'stolen') flags.push('old-reported-stolen');
    if (await this.finds(tx, ON_LIST, [number])) flags.push('on-lost-list');
    const reported = await this.papers.find(tx, postId, undefined, number);
    if (reported) flags.push(`bureau-${reported}`);
    if (await this.finds(tx, OF_ANOTHER, [this.indexOf(number), personId]))
      flags.push('old-of-another-person');
    return flags;
  }

  private async finds(tx: EntityManager, sql: string, params: unknown[]): Promise<boolean> {
    return (await tx.query<unknown[]>(sql, params)).length > 0;
  }
}

/** More than another spelling or other parts of the name; one in other letters nobody but the approver can compare. */
function isAnotherName(
  { primaryName, secondaryName }: Pick<Holder, 'primaryName' | 'secondaryName'>,
  verifiedName: string,
): boolean {
  const printed = `${primaryName} ${secondaryName}`.trim();
  if (printed === verifiedName) return false;
  return nameParts(verifiedName).length === 0 || namesDiffer(printed, verifiedName);
}
