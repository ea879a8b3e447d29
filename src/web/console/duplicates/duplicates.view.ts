import type {
  DisclosedSide,
  DuplicateComparisonResponse,
  DuplicateResponse,
  PairedCaseResponse,
  ReasonResponse,
} from '../../../duplicates/pairs/duplicates.dto.js';
import type { DuplicateGroupResponse, SeenPair } from '../../../duplicates/worklist/worklist.dto.js';
import type { PairStatus } from '../../../duplicates/pairs/pair-status.js';
import type { FieldError } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';

/** How loudly a field speaks, for one person or against. */
export type Says = 'for-strongly' | 'for' | 'neither' | 'against' | 'against-strongly';

/** A reason in words: the field, how it agrees, and how much that says. */
export interface ReasonView {
  field: string;
  level: string;
  says: Says;
}

export interface PairRow extends Pick<DuplicateResponse, 'id' | 'first' | 'second' | 'proposal' | 'version'> {
  reasons: readonly ReasonView[];
  /** Of a hundred, rounded down. */
  percent: number;
}

/** What is looked at in one go: a pair, or all reports of one person. */
export interface GroupRow {
  cases: readonly PairedCaseResponse[];
  pairs: readonly PairRow[];
  /** What merging all at once is asked with; nothing where they are compared one by one. */
  mergeAll: string | null;
}

/** Registrations that may be one person, by where they stand. */
export interface DuplicatesPage {
  status: PairStatus;
  groups: readonly GroupRow[];
  /** How many less sure ones wait until there is time. */
  later: number;
  /** Where the list goes on. */
  next: string | null;
  refused: Refusal | null;
  asOf: string;
}

/** Two registrations side by side. */
export interface DuplicatePage {
  pair: DuplicateComparisonResponse;
  reasons: readonly ReasonView[];
  percent: number;
  decisions: readonly ('same' | 'different' | 'unsure')[];
  revealed: { first: DisclosedSide; second: DisclosedSide } | null;
  refused: Refusal | null;
  errors: readonly FieldError[];
}

const FIELDS = ['name', 'birthDate', 'sex', 'phone', 'town', 'mothersName', 'document'];
const LEVELS = [
  'exact',
  'different',
  'swapped',
  'digit',
  'two-parts',
  'year-only',
  'year',
  'typo',
  'sound',
  'part',
  'close',
];

/** Words are there for what registrations hold; what else the engine may see has one word for all. */
export const toReasonView = ({ field, level, bits }: ReasonResponse): ReasonView => ({
  field: FIELDS.includes(field) ? field : 'other',
  level: LEVELS.includes(level) ? level : bits > 0 ? 'close' : 'different',
  says: saysOf(bits),
});

function saysOf(bits: number): Says {
  if (bits >= 6) return 'for-strongly';
  if (bits >= 1) return 'for';
  if (bits > -1) return 'neither';
  return bits > -6 ? 'against' : 'against-strongly';
}

export const percentOf = (probability: number): number => Math.floor(probability * 1000) / 10;

export const toPairRow = (pair: DuplicateResponse): PairRow => ({
  id: pair.id,
  first: pair.first,
  second: pair.second,
  proposal: pair.proposal,
  version: pair.version,
  reasons: pair.reasons.map(toReasonView),
  percent: percentOf(pair.probability),
});

export const toGroupRow = ({ cases, pairs, sure }: DuplicateGroupResponse): GroupRow => ({
  cases,
  pairs: pairs.map(toPairRow),
  mergeAll: sure && pairs.length > 1 ? pairs.map(({ id, version }) => `${id} ${version}`).join(',') : null,
});

/** Pairs as they were seen, as {@link toGroupRow} wrote them. */
export const seenPairs = (text: string): SeenPair[] =>
  text.split(',').map((one) => {
    const [id = '', version] = one.split(' ');
    return { id, version: Number(version) };
  });
