import { readMrz } from '../../../platform/icao/mrz.js';
import { birthDateFaults } from '../../../registrations/birth-date.js';

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

/** Controls, bidirectional overrides and other signs that cannot be shown; the service says more exactly which. */
const UNSAFE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/u;
const EMAIL = /^[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;

/** Longest and allowed letters of what is typed: at most what registrations/intake allows. */
const FORMS: Readonly<Record<string, Form>> = {
  fullName: { longest: 200 },
  passportNumber: { longest: 20, pattern: /^[A-Za-z0-9 -]+$/ },
  nationalId: { longest: 32, pattern: /^[A-Za-z0-9 .-]+$/ },
  passportMrz: { longest: 200 },
  phone: { longest: 32 },
  email: { longest: 64 },
  safeHours: { longest: 200 },
  whereNow: { longest: 300 },
  whereHeld: { longest: 300 },
  homeProvince: { longest: 80 },
};

/**
 * What is wrong with the answers to one question, as far as a kiosk can tell without the service, so that nobody leaves
 * with something that is refused later. The service checks all of it again. A question that is not known here is let through.
 */
export function questionFaults(step: string, answers: Typed, known: Known): TypedFault[] {
  const shape = Object.keys(answers).flatMap((field) => shapeFaults(field, text(answers, field)));
  return [...shape, ...(RULES[step]?.(answers, known) ?? [])];
}

const RULES: Readonly<Record<string, (answers: Typed, known: Known) => TypedFault[]>> = {
  safety: (answers) => required(answers, 'safe'),
  name: (answers) =>
    required(answers, 'fullName').concat(
      text(answers, 'fullName') !== '' && !/\p{L}/u.test(text(answers, 'fullName'))
        ? [{ field: 'fullName', code: 'no-letters' }]
        : [],
    ),
  birth: (answers, { today }) => [...dateFaults(answers, today), ...required(answers, 'sex')],
  papers: (answers) => {
    const lines = text(answers, 'passportMrz');
    return lines === '' || readMrz(lines).ok ? [] : [{ field: 'passportMrz', code: 'mrz-unreadable' }];
  },
  contact: (answers, { isPhone }) => [
    ...required(answers, 'method'),
    ...['phone', 'email'].flatMap((way) => (text(answers, 'method') === way ? required(answers, way) : [])),
    ...wrong(answers, 'phone', 'not-a-phone-number', (phone) => isPhone(latinDigits(phone))),
    ...wrong(answers, 'email', 'not-an-email-address', (email) => EMAIL.test(email)),
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
  isRight: (text: string) => boolean,
): TypedFault[] => (text(answers, field) === '' || isRight(text(answers, field)) ? [] : [{ field, code }]);

function shapeFaults(field: string, value: string): TypedFault[] {
  if (value === '') return [];
  const { longest = 300, pattern } = FORMS[field] ?? {};
  if (UNSAFE.test(value) || !value.isWellFormed()) return [{ field, code: 'unsafe-characters' }];
  if (value.normalize('NFC').length > longest) return [{ field, code: 'too-long' }];
  return pattern && !pattern.test(value) ? [{ field, code: 'wrong-format' }] : [];
}

function dateFaults(answers: Typed, today: string): TypedFault[] {
  const [day, month, year] = ['day', 'month', 'year'].map((field) => latinDigits(text(answers, field)));
  const parts: [string, string, number][] = [
    ['day', day!, 31],
    ['month', month!, 12],
    ['year', year!, 9999],
  ];
  const unclear = parts
    .filter(
      ([, typed, most]) =>
        typed !== '' && !(/^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most),
    )
    .map(([field]) => ({ field, code: 'whole-number-expected' }));
  if (unclear.length > 0) return unclear;
  const date = Object.fromEntries(
    parts.filter(([, typed]) => typed !== '').map(([field, typed]) => [field, Number(typed)]),
  );
  return birthDateFaults(date, today).map(({ pointer, code, params }) => ({
    field: pointer.split('/').pop()!,
    code,
    params,
  }));
}

/** Digits of any script as Latin ones; each script's ten stand in a row (Unicode 4.6). */
const latinDigits = (typed: string): string =>
  typed.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
