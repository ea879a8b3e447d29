import type { Need } from '../../registrations/needs.js';
import { type Answers, DANGER } from './answers.js';
import type { Question } from './register-step.js';

/** A report as it is sent to intake, or a part of one; its shape is checked by RegistrationRequest. */
export type ReportPart = Readonly<Record<string, unknown>>;

/** What each question contributes to the report. An empty answer is no answer. */
const PARTS: Record<Question, (answers: Answers) => ReportPart> = {
  post: ({ post }) => ({ post: given(post) }),
  safety: ({ safe, needs }) => ({ needs: [...(safe === 'no' ? [DANGER satisfies Need] : []), ...needs] }),
  name: ({ fullName }) => ({ fullName: given(fullName) }),
  birth: ({ day, month, year, sex }) => ({
    birthDate: { day: digits(day), month: digits(month), year: digits(year) },
    sex: given(sex),
  }),
  papers: ({ passportNumber, nationalId, passportMrz }) => ({
    passportNumber: given(passportNumber),
    nationalId: given(nationalId),
    passportMrz: given(passportMrz.replace(/\r/g, '')),
  }),
  contact: ({ method, phone, email, safeHours, language }) => ({
    contact: {
      method: given(method),
      phone: digits(phone),
      email: given(email),
      safeHours: given(safeHours),
    },
    language: given(language),
  }),
  place: ({ whereNow }) => ({ whereNow: given(whereNow) }),
  held: ({ whereHeld }) => ({ whereHeld: given(whereHeld) }),
  origin: ({ homeProvince }) => ({ homeProvince: given(homeProvince) }),
  consent: ({ consents }) => ({ consents }),
};

export const partOf = (question: Question, answers: Answers): ReportPart => PARTS[question](answers);

/** The whole report. */
export const reportOf = (answers: Answers): ReportPart =>
  Object.values(PARTS).reduce<ReportPart>((report, part) => ({ ...report, ...part(answers) }), {});

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

/** Digits of any script as Latin ones: Burmese, Bengali and Thai phones type their own. */
const digits = (text: string): string | undefined =>
  given(text.replace(/\p{Nd}/gu, (digit) => String(valueOf(digit))));

/** Every script's ten digits stand in a row, and no two rows touch at other than multiples of ten (Unicode 4.6). */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
