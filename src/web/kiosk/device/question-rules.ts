import { latinDigits } from '../../../platform/i18n/latin-digits.js';
import { birthDateFaults } from '../../../registrations/birth-date.js';
import { isHelpWord, LONGEST_HELP_WORD } from '../../../registrations/duress/help-word.js';
import { mrzFaults } from '../../../registrations/intake/mrz-field-faults.js';
import { NO_ANSWERS } from '../../register/answers.js';
import { chosenWayOnly } from '../../register/chosen-way.js';
import { clockTime } from '../../register/clock-time.js';
import { birthDateOf } from '../../register/report.js';

/** One question's answers as typed, by the name of the input. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface TypedFault {
  field: string;
  code: string;
  params?: Readonly<Record<string, string | number>>;
}

export interface Known {
  /** `YYYY-MM-DD` at the post. */
  today: string;
  isPhone: (text: string) => boolean;
}

interface Form {
  longest?: number;
  pattern?: RegExp;
}

/** Controls, bidirectional overrides and whatever else cannot be seen, as platform/http/safe-text; the service says more exactly which. */
const UNSAFE =
  /[\p{Cc}--[\t\n\r]]|[\p{DI}--[\u00ad\u061c\u17b4\u17b5\u180b-\u180d\u180f\u200b-\u200f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]]|[\p{NChar}\ufff9-\uffff]|\p{M}{12,}/v;
const EMAIL = /^[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;

/** Longest and allowed letters of what is typed: at most what registrations/intake allows. */
const FORMS: Readonly<Record<string, Form>> = {
  fullName: { longest: 200 },
  motherName: { longest: 200 },
  passportNumber: { longest: 20, pattern: /^[A-Za-z0-9 -]+$/ },
  nationalId: { longest: 32, pattern: /^[A-Za-z0-9 .-]+$/ },
  passportMrz: { longest: 200 },
  phone: { longest: 32 },
  email: { longest: 64 },
  through: { longest: 100 },
  throughPhone: { longest: 32 },
  safeHours: { longest: 200 },
  helpWord: { longest: LONGEST_HELP_WORD },
  adultName: { longest: 200 },
  adultRelation: { longest: 100 },
  homeProvince: { longest: 80 },
  familyName: { longest: 200 },
  familyPhone: { longest: 32 },
};
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * What is wrong with the answers to one question, as far as a kiosk can tell without the service, so that nobody leaves
 * with something that is refused later. The service checks all of it again. A question that is not known here is let through.
 */
export function questionFaults(step: string, typed: Typed, known: Known): TypedFault[] {
  const answers = step === 'contact' ? chosenWayOnly(typed) : typed;
  const shape = Object.keys(answers).flatMap((field) => shapeFaults(field, text(answers, field)));
  return shape.length > 0 ? shape : (RULES[step]?.(answers, known) ?? []);
}

type Rule = (answers: Typed, known: Known) => TypedFault[];

const RULES: Readonly<Record<string, Rule>> = {
  safety: (answers) => required(answers, 'safe'),
  name: (answers) => [
    ...required(answers, 'fullName'),
    ...wrong(answers, 'fullName', 'no-letters', (name) => /\p{L}/u.test(name)),
  ],
  birth: (answers, { today }) => dateFaults(answers, today),
  sex: (answers) => required(answers, 'sex'),
  guardian: (answers) => [
    ...required(answers, 'guardian'),
    ...(text(answers, 'guardian') === 'other' && text(answers, 'adultRelation') !== ''
      ? required(answers, 'adultName')
      : []),
  ],
  papers: (answers) =>
    mrzFaults(text(answers, 'passportMrz').replace(/[\r\t]/g, '') || undefined, '').map(
      ({ code, params }) => ({
        field: 'passportMrz',
        code,
        params,
      }),
    ),
  contact: (answers, { isPhone }) => {
    const ways = { phone: 'phone', email: 'email', somebody: 'through' };
    const [, needed] = Object.entries(ways).find(([way]) => way === text(answers, 'method')) ?? [];
    return [
      ...required(answers, 'method'),
      ...(needed === undefined ? [] : required(answers, needed)),
      ...['phone', 'throughPhone'].flatMap((field) => phoneFaults(answers, field, isPhone)),
      ...wrong(answers, 'email', 'not-an-email-address', (email) => EMAIL.test(email)),
    ];
  },
  hours: (answers) => {
    const [from, to] = ['safeFrom', 'safeTo'].map((field) => text(answers, field) !== '');
    const half = from === to ? [] : required(answers, from ? 'safeTo' : 'safeFrom');
    const isClock = (typed: string) => CLOCK.test(clockTime(typed) ?? '');
    return [
      ...half,
      ...['safeFrom', 'safeTo'].flatMap((field) => wrong(answers, field, 'wrong-format', isClock)),
      ...wrong(answers, 'helpWord', 'not-a-help-word', isHelpWord),
    ];
  },
  family: (answers, { isPhone }) => [
    ...(['familyName', 'familyRelation', 'familyPhone'].some((field) => text(answers, field) !== '')
      ? required(answers, 'familyName')
      : []),
    ...phoneFaults(answers, 'familyPhone', isPhone),
  ],
  consent: (answers) =>
    [answers['consents'] ?? []].flat().includes('embassy-assistance')
      ? []
      : [{ field: 'consents', code: 'consent-needed' }],
};

const text = (answers: Typed, field: string): string => {
  const value = answers[field];
  return typeof value === 'string' ? value.trim() : '';
};

const required = (answers: Typed, field: string): TypedFault[] =>
  text(answers, field) === '' ? [{ field, code: 'required' }] : [];

const wrong = (
  answers: Typed,
  field: string,
  code: string,
  isRight: (typed: string) => boolean,
): TypedFault[] => (text(answers, field) === '' || isRight(text(answers, field)) ? [] : [{ field, code }]);

const phoneFaults = (answers: Typed, field: string, isPhone: Known['isPhone']): TypedFault[] =>
  wrong(answers, field, 'not-a-phone-number', (typed) => isPhone(latinDigits(typed)));

function shapeFaults(field: string, typed: string): TypedFault[] {
  if (typed === '') return [];
  const { longest = 300, pattern } = FORMS[field] ?? {};
  if (UNSAFE.test(typed) || !typed.isWellFormed()) return [{ field, code: 'unsafe-characters' }];
  if (latinDigits(typed.normalize('NFC')).length > longest) return [{ field, code: 'too-long' }];
  if (!pattern || pattern.test(latinDigits(typed))) return [];
  return [{ field, code: typed.includes('<') ? 'lines-elsewhere' : 'wrong-format' }];
}

/** As the service reads it: other digits and calendars are understood, and what is no number stays as it was typed. */
function dateFaults(answers: Typed, today: string): TypedFault[] {
  const most = { day: 31, month: 12, year: 9999 };
  const typed = Object.fromEntries(
    ['day', 'month', 'year', 'calendar'].map((field) => [field, text(answers, field)]),
  );
  const date = birthDateOf({ ...NO_ANSWERS, ...typed });
  const unclear = Object.entries(most).flatMap(([field, upTo]) => {
    const part = date[field];
    return part === undefined || (typeof part === 'number' && part >= 1 && part <= upTo)
      ? []
      : [{ field, code: 'whole-number-expected' }];
  });
  if (unclear.length > 0) return unclear;
  return birthDateFaults(date, today).map(({ pointer, code, params }) => ({
    field: pointer.split('/').pop()!,
    code,
    params,
  }));
}
