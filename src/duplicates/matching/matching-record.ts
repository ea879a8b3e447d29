/** A day of birth as far as it is known; a part that is unknown is left out. */
export interface BirthDate {
  year?: number;
  month?: number;
  day?: number;
}

/** What the engine may know of one report of a person. Everything is optional; text is as the person wrote it. */
export interface MatchingRecord {
  /** `full`, or parts, or both; a single name is complete. */
  names: { full?: string; given?: string; family?: string };
  birthDate?: BirthDate;
  sex?: string;
  phones?: string[];
  town?: string;
  mothersName?: string;
  documents?: string[];
  /** Free further fields by name (street, postcode, ...): each is compared for itself. */
  other?: Record<string, string>;
}
