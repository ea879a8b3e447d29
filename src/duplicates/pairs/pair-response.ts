import { toCaseResponse } from '../../registrations/case-response.js';
import type { IdentityDetails } from '../../registrations/person-details.js';
import type { Registration } from '../../registrations/registration.entity.js';
import type { RegistrationMerge } from '../merging/registration-merge.entity.js';
import type { MergeProspect } from '../merging/merging.js';
import type { DuplicatePair } from './duplicate-pair.entity.js';
import type { DuplicateComparisonResponse, DuplicateResponse, PairedCaseResponse } from './duplicates.dto.js';

type Facts = Pick<
  DuplicatePair,
  'id' | 'status' | 'proposal' | 'probability' | 'reasons' | 'foundAt' | 'decidedAt' | 'version'
>;

/** A row of the worklist. */
export interface WorklistRow extends Facts {
  weight: number;
  firstId: string;
  firstReference: string;
  firstChannel: string;
  firstReceivedAt: Date;
  secondId: string;
  secondReference: string;
  secondChannel: string;
  secondReceivedAt: Date;
}

/** One of two cases, with who the person is. */
export interface Side {
  registration: Registration;
  identity: IdentityDetails;
}

const facts = ({ id, status, proposal, probability, reasons, foundAt, decidedAt, version }: Facts) => ({
  id,
  status,
  proposal,
  probability,
  reasons: reasons.map(({ field, level, bits }) => ({ field, level, bits })),
  foundAt: foundAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
  version,
});

/** Both cases of a row, as a list shows them. */
export const casesOf = (row: WorklistRow): [PairedCaseResponse, PairedCaseResponse] => [
  {
    id: row.firstId,
    reference: row.firstReference,
    channel: row.firstChannel,
    receivedAt: row.firstReceivedAt.toISOString(),
  },
  {
    id: row.secondId,
    reference: row.secondReference,
    channel: row.secondChannel,
    receivedAt: row.secondReceivedAt.toISOString(),
  },
];

export function toDuplicateResponse(row: WorklistRow): DuplicateResponse {
  const [first, second] = casesOf(row);
  return { ...facts(row), first, second };
}

export const toComparisonResponse = (
  pair: DuplicatePair,
  [first, second]: readonly [Side, Side],
  { keptId, obstacle }: MergeProspect,
  merge: RegistrationMerge | undefined,
): DuplicateComparisonResponse => ({
  ...facts(pair),
  first: toCaseResponse(first.registration, first.identity),
  second: toCaseResponse(second.registration, second.identity),
  keep: keptId,
  obstacle,
  merge: merge
    ? {
        id: merge.id,
        keptId: merge.keptId,
        mergedAt: merge.mergedAt.toISOString(),
        version: merge.version,
      }
    : null,
});
