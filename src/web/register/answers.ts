/** What a person may tell us at registration, as typed or ticked; checked and understood by the registrations stage. */

export const SAFE_ANSWERS = ['yes', 'no', 'unsure'] as const;
export type SafeAnswer = (typeof SAFE_ANSWERS)[number];

export const NEEDS = [
  'medical-emergency',
  'alone-under-18',
  'pregnant',
  'small-children',
  'injured-or-ill',
  'disabled',
  'elderly',
  'no-shelter-tonight',
  'no-food-or-money',
] as const;
export type Need = (typeof NEEDS)[number];

/** X covers another sex and an answer not given, as in ICAO Doc 9303. */
export const SEXES = ['F', 'M', 'X'] as const;
export type Sex = (typeof SEXES)[number];

export const CHANNELS = ['phone', 'email', 'none'] as const;
export type Channel = (typeof CHANNELS)[number];

export const SAFE_HOURS = ['any', 'morning', 'afternoon', 'evening', 'night'] as const;
export type SafeHours = (typeof SAFE_HOURS)[number];

/** One consent a purpose; only `assistance` is needed to be registered at all. */
export const CONSENT_PURPOSES = ['assistance', 'exit-permit', 'arrival-care', 'statistics'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export interface SafetyAnswers {
  safe: SafeAnswer | null;
  needs: readonly Need[];
}

export interface NameAnswers {
  fullName: string;
}

/** Each part as typed, empty where the person does not know it. */
export interface BirthAnswers {
  day: string;
  month: string;
  year: string;
  sex: Sex | null;
}

export interface PapersAnswers {
  passportNumber: string;
  machineReadableZone: string;
  nationalId: string;
}

export interface ContactAnswers {
  channel: Channel | null;
  phone: string;
  email: string;
  safeHours: readonly SafeHours[];
  language: string;
}

export interface PlaceAnswers {
  place: string;
  companions: string;
}

export interface HeldAnswers {
  heldAt: string;
}

export interface OriginAnswers {
  province: string;
  regency: string;
}

export interface ConsentAnswers {
  given: readonly ConsentPurpose[];
}

export interface RegistrationAnswers {
  safety: SafetyAnswers;
  name: NameAnswers;
  birth: BirthAnswers;
  papers: PapersAnswers;
  contact: ContactAnswers;
  place: PlaceAnswers;
  held: HeldAnswers;
  origin: OriginAnswers;
  consent: ConsentAnswers;
}
