import { nameFeature } from './names/name-feature.js';
import type { NameFeature } from './names/name-token.js';
import { textFeature, type TextFeature } from './text-feature.js';
import type { BirthDate, MatchingRecord } from './matching-record.js';
import { birthFeature } from './birth-feature.js';
import { phoneFeature } from './phone-feature.js';
import { sexFeature } from './sex-feature.js';

/** Everything that is computed once for a record, so that comparing a pair costs little. */
export interface Features {
  name: NameFeature;
  mother: NameFeature;
  birth: BirthDate;
  sex: 'm' | 'f' | 'x' | undefined;
  phones: string[];
  town: TextFeature | undefined;
  documents: string[];
  other: Record<string, TextFeature>;
}

/** Pure: the same record always has the same features. */
export function featuresOf(record: MatchingRecord): Features {
  const { full, given, family } = record.names;
  const name = nameFeature(full?.trim() ? full : [given, family].filter(Boolean).join(' '));
  return {
    name,
    mother: nameFeature(record.mothersName ?? ''),
    birth: birthFeature(record.birthDate),
    sex: sexFeature(record.sex) ?? name.sex,
    phones: [...new Set((record.phones ?? []).map(phoneFeature).filter((phone) => phone.length >= 5))],
    town: textFeature(record.town),
    documents: [...new Set((record.documents ?? []).map(bare).filter((number) => number.length >= 3))],
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
