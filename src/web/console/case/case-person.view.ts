import type { Sex } from '../../register/answers.js';

/** A person's details, already masked by the service unless they were opened with a reason. */
export interface PersonPanel {
  masked: boolean;
  fullName: string;
  /** As shown: a formatted date, its known parts, or a mask. */
  birth: string | null;
  sex: Sex | null;
  passportNumber: string | null;
  nationalId: string | null;
  phone: string | null;
  email: string | null;
  place: string | null;
  origin: string | null;
  /** Locale in which to speak and write to the person. */
  language: string;
}
