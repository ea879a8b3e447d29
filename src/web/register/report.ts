import { latinDigits } from '../../platform/i18n/latin-digits.js';
import { gregorian } from '../../registrations/calendars.js';
import { type Need, QUIET_NEED } from '../../registrations/needs.js';
import { type Answers, DANGER } from './answers.js';
import { chosenWayOnly } from './chosen-way.js';
import { clockTime } from './clock-time.js';
import type { Reported } from './register-step.js';

/** A report as it is sent to intake, or a part of one; its shape is checked by RegistrationRequest. */
export type ReportPart = Readonly<Record<string, unknown>>;

/** What each question contributes to the report. An empty answer is no answer. */
const PARTS: Record<Reported, (answers: Answers) => ReportPart> = {
  post: ({ post }) => ({ post: given(post) }),
  safety: needsPart,
  needs: needsPart,
  name: ({ fullName }) => ({ fullName: given(fullName) }),
  birth: (answers) => ({ birthDate: birthDateOf(answers) }),
  sex: ({ sex }) => ({ sex: given(sex) }),
  guardian: ({ guardian, adultName, adultRelation }) => ({
    adult:
      guardian !== 'other' || given(adultName + adultRelation) === undefined
        ? undefined
        : { name: given(adultName), relation: given(adultRelation) },
  }),
  mother: ({ motherName }) => ({ motherName: given(motherName) }),
  papers: ({ passportNumber, nationalId, passportMrz }) => ({
    passportNumber: digits(passportNumber),
    nationalId: digits(nationalId),
    passportMrz: given(passportMrz.replace(/[\r\t]/g, '')),
  }),
  contact: (answers) => ({ contact: contactOf(answers) }),
  language: ({ language }) => ({ language: given(language) }),
  hours: (answers) => ({
    contact: contactOf(answers),
    ...needsPart(answers),
    helpWord: given(answers.helpWord),
  }),
  place: ({ whereNow }) => ({ whereNow: given(whereNow) }),
  travel: ({ travelTime }) => ({ travelTime: given(travelTime) }),
  held: ({ whereHeld }) => ({ whereHeld: given(whereHeld) }),
  origin: ({ homeProvince, homeAddress }) => ({
    homeProvince: given(homeProvince),
    homeAddress: given(homeAddress),
  }),
  family: ({ familyName, familyRelation, familyPhone }) => ({
    family:
      given(familyName + familyRelation + familyPhone) === undefined
        ? undefined
        : { name: given(familyName), relation: given(familyRelation), phone: digits(familyPhone) },
  }),
  consent: ({ consents }) => ({ consents }),
};

export const partOf = (question: Reported, answers: Answers): ReportPart => PARTS[question](answers);

/** The whole report. */
export const reportOf = (answers: Answers): ReportPart =>
  Object.values(PARTS).reduce<ReportPart>((report, part) => ({ ...report, ...part(answers) }), {});

/** The birth date in Latin digits and the Gregorian calendar; a part that is no number stays as it was typed. */
export function birthDateOf({ day, month, year, calendar }: Answers): ReportPart {
  const told = { day: whole(day), month: whole(month), year: whole(year) };
  const known = Object.entries(told).filter(([, part]) => part !== undefined);
  if (known.some(([, part]) => typeof part !== 'number')) return told;
  return {
    ...gregorian(Object.fromEntries(known), calendar === 'ethiopian' ? 'ethiopian' : 'international'),
  };
}

function contactOf(typed: Answers): ReportPart {
  const answers = chosenWayOnly(typed);
  return {
    method: given(answers.method),
    phone: digits(answers.phone || answers.throughPhone),
    email: given(answers.email),
    through: given(answers.through),
    safeFrom: clockTime(answers.safeFrom),
    safeTo: clockTime(answers.safeTo),
    safeHours: given(answers.safeHours),
    noCalls: answers.noCalls === 'yes' || undefined,
    noMessages: answers.noMessages === 'yes' || undefined,
  };
}

function needsPart({ safe, needs, cannotSpeak }: Answers): ReportPart {
  const danger: Need[] = safe === 'no' ? [DANGER] : [];
  const quiet: Need[] = cannotSpeak === 'yes' ? [QUIET_NEED] : [];
  return { needs: [...danger, ...quiet, ...needs] };
}

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text);
const digits = (text: string): string | undefined => given(latinDigits(text));

function whole(text: string): string | number | undefined {
  const typed = digits(text)?.trim();
  return typed !== undefined && /^\d{1,4}$/.test(typed) ? Number(typed) : typed;
}
