/** What can speak for somebody's identity. A statement says what exactly was seen, heard or answered. */
export const EVIDENCE_KINDS = [
  'passport',
  'passport-copy',
  'national-id',
  'birth-certificate',
  'family-card',
  'registry-match',
  'interview',
  'referee',
  'photo-compared',
  'family-confirmed',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What an officer records by hand; the rest comes from whoever answers. */
export const RECORDED_KINDS = EVIDENCE_KINDS.filter(
  (kind): kind is Exclude<EvidenceKind, 'family-confirmed'> => kind !== 'family-confirmed',
);

/** Where it comes from: an officer says so, or a document was read, or somebody else answered. */
export const ORIGINS = ['officer', 'document', 'interview', 'registry', 'ministry', 'photo'] as const;
export type Origin = (typeof ORIGINS)[number];

/**
 * Kinds that somebody else answers, or that the system asks for, and where such an answer comes from. An officer may type
 * them too, for a registry that answers by telephone; that is the officer's word and no answer.
 */
export const ANSWERED_BY: Readonly<Partial<Record<EvidenceKind, Origin>>> = {
  'registry-match': 'registry',
  interview: 'interview',
};

/** Strongest first; the words of NIST SP 800-63A-4, section 2.4. `none` proves nothing. */
export const STRENGTHS = ['superior', 'strong', 'fair', 'none'] as const;
export type Strength = (typeof STRENGTHS)[number];

/**
 * How much each kind proves. After NIST SP 800-63A-4: superior is issued on proof of identity and hard to forge, strong is
 * issued or answered by an authority that knows the person, fair is plausible and can be checked in part. That an interview,
 * a verified referee, a face compared with an old picture and family at home count as fair is this service's own rule, for
 * people from whom everything else was taken.
 */
export const EVIDENCE_STRENGTH: Readonly<Record<EvidenceKind, Strength>> = {
  passport: 'superior',
  'national-id': 'strong',
  'registry-match': 'strong',
  'passport-copy': 'fair',
  'birth-certificate': 'fair',
  'family-card': 'fair',
  interview: 'fair',
  referee: 'fair',
  'photo-compared': 'fair',
  'family-confirmed': 'fair',
};
