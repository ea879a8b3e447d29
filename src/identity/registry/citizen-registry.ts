/** A birth date as far as it is known. */
export interface KnownDate {
  year?: number;
  month?: number;
  day?: number;
}

/** What is asked about one person: what they said, and nothing about where they are or why. */
export interface RegistryQuestion {
  /** The question's own; never the case's reference. */
  key: string;
  fullName: string;
  birthDate: KnownDate;
  nationalId?: string;
  passportNumber?: string;
}

/** Somebody whom the registry knows. */
export interface RegistryPerson {
  fullName: string;
  birthDate: KnownDate;
  sex?: 'F' | 'M' | 'X';
  nationalId?: string;
  passportNumber?: string;
}

export type RegistryAnswer =
  | { kind: 'found'; person: RegistryPerson }
  | { kind: 'none' }
  /** To be collected later under this ticket. */
  | { kind: 'later'; ticket: string };

/** The registry does not answer now, or answers what cannot be understood. Says nothing about anybody. */
export class RegistryAway extends Error {
  constructor(readonly because: 'silent' | 'refuses' | 'unreadable' | 'paused') {
    super(`the citizen registry does not answer: ${because}`);
    this.name = 'RegistryAway';
  }
}

/** Where citizens are known at home. Another registry is another class of this kind; the rest does not change. */
export abstract class CitizenRegistry {
  /** Whether there is one to ask. */
  abstract readonly connected: boolean;

  /** Asks about several people at once. @returns answers by key; a key may be missing. @throws RegistryAway */
  abstract ask(questions: readonly RegistryQuestion[]): Promise<Map<string, RegistryAnswer>>;

  /** Asks whether answers are ready. @returns answers by ticket; a ticket may be missing. @throws RegistryAway */
  abstract collect(tickets: readonly string[]): Promise<Map<string, RegistryAnswer>>;
}
