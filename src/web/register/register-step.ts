import type { FormView } from '../forms/form.view.js';
import type { Answers } from './answers.js';

/**
 * The questions in the order they are asked, each with its inputs: safety first, so that help can start before the rest
 * is told. `post` is asked only where there are several, `guardian` only of a child.
 */
export const STEP_FIELDS = {
  post: ['post'],
  safety: ['safe'],
  needs: ['needs'],
  name: ['fullName'],
  birth: ['day', 'month', 'year', 'calendar'],
  guardian: ['guardian', 'adultName', 'adultRelation'],
  sex: ['sex'],
  mother: ['motherName'],
  papers: ['passportNumber', 'nationalId', 'passportMrz'],
  contact: ['method', 'phone', 'email', 'through', 'throughPhone'],
  language: ['language'],
  hours: ['safeFrom', 'safeTo', 'noCalls', 'noMessages', 'safeHours', 'cannotSpeak', 'helpWord'],
  place: ['whereNow'],
  travel: ['travelTime'],
  held: ['whereHeld'],
  origin: ['homeProvince', 'homeAddress'],
  family: ['familyName', 'familyRelation', 'familyPhone'],
  consent: ['consents'],
  others: ['others'],
  check: [],
} as const satisfies Record<string, readonly (keyof Answers)[]>;

export type RegisterStep = keyof typeof STEP_FIELDS;
/** What is known of everybody; the rest depends on who is with whom. */
export type Question = Exclude<RegisterStep, 'check' | 'guardian' | 'others'>;

/** The questions that have a part in what is reported; which of the others a child is with, the group says. */
export type Reported = Question | 'guardian';

const ALL = Object.keys(STEP_FIELDS) as RegisterStep[];
const isOfGroups = (step: RegisterStep) => step === 'guardian' || step === 'others';
/** What companions share with whoever began: they are asked none of it, and can change it later with their own codes. */
export const CARRIED: readonly RegisterStep[] = [
  'post',
  'contact',
  'language',
  'hours',
  'place',
  'travel',
  'held',
  'family',
];

/** Nobody is asked for their language: it is the one in which they read this. The last look shows it, and there it can be changed. */
export const isAsked = (step: RegisterStep): boolean => step !== 'language';

export const isStep = (text: string): text is RegisterStep => Object.hasOwn(STEP_FIELDS, text);

export const isQuestion = (step: RegisterStep): step is Question => step !== 'check' && !isOfGroups(step);

/** Every question that has a part in what is reported, in order. */
export const REPORTED: readonly Reported[] = ALL.filter(
  (step): step is Reported => isQuestion(step) || step === 'guardian',
);

/** The steps of somebody who registers alone. @param posts how many there are to choose from */
export const stepsWith = (posts: number): readonly (Question | 'check')[] =>
  ALL.filter(
    (step): step is Question | 'check' =>
      !isOfGroups(step) && isAsked(step) && (posts > 1 || step !== 'post'),
  );

/** The steps of one of the people of a registration, until everybody is told. @param child whether they are asked whom they are with */
export const stepsOf = (posts: number, { companion }: Answers, child: boolean): readonly RegisterStep[] =>
  ALL.filter(
    (step) =>
      isAsked(step) &&
      (posts > 1 || step !== 'post') &&
      (companion === '' || !CARRIED.includes(step)) &&
      (step !== 'guardian' || child),
  );

/**
 * The form of one step. Besides the answers it may send `go=<step>`: show that step, keep what is typed and check
 * nothing (the way back, *Change* on the last page, and another language).
 */
export interface StepForm extends FormView {
  step: RegisterStep;
  /** What the way back sends as `go`; none where nothing was asked before. */
  previous: string | null;
  /** From 1; 0 for what is not asked. */
  number: number;
  of: number;
}

/** @param before what the way back of the first question sends */
export function stepForm(
  step: RegisterStep,
  steps: readonly RegisterStep[],
  form: FormView,
  before: string | null = null,
): StepForm {
  const index = steps.indexOf(step);
  return { ...form, step, previous: steps[index - 1] ?? before, number: index + 1, of: steps.length };
}
