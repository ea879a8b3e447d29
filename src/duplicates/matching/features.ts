import { nameTokens, type NameToken } from './name-tokens.js';
import { textFeature, type TextFeature } from './text-feature.js';
import type { BirthDate, MatchingRecord } from './matching-record.js';

/** Everything that is computed once for a record, so that comparing a pair costs little. */
export interface Features {
  name: NameToken[];
  mother: NameToken[];
  birth: BirthDate;
  sex: string | undefined;
  phones: string[];
  town: TextFeature | undefined;
  documents: string[];
  other: Record<string, TextFeature>;
}

/** Pure: the same record always has the same features. */
export function featuresOf(record: MatchingRecord): Features {
  const { full, given, family } = record.names;
  return {
    name: nameTokens(full ?? [given, family].filter(Boolean).join(' ')),
    mother: nameTokens(record.mothersName ?? ''),
    birth: record.birthDate ?? {},
    sex: record.sex?.trim().toLowerCase().slice(0, 1) || undefined,
    phones: (record.phones ?? []).map(bare).filter(Boolean),
    town: textFeature(record.town),
    documents: (record.documents ?? []).map(bare).filter(Boolean),
    other: otherFeatures(record.other ?? {}),
  };
}

const bare = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, '');

function otherFeatures(other: Record<string, string>): Record<string, TextFeature> {
  const features: Record<string, TextFeature> = {};
  for (const [field, text] of Object.entries(other)) {
    const feature = textFeature(text);
    if (feature) features[field] = feature;
  }
  return features;
}
