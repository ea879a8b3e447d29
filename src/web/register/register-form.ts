import { type FormBody, requireKnown, ticked, typed } from '../forms/check-form.js';
import { type Answers, NO_ANSWERS } from './answers.js';
import { isStep, type RegisterStep, STEP_FIELDS } from './register-step.js';

/** Longer than any answer may be, so that too long ones are still told so. */
const KEPT = 2_000;
const PERSON = /^(person|remove)-([\w-]{1,64})$/;

/** Where to go where that is not onward: to a step, to a saved draft, or to another of the people. */
export type Going =
  { to: 'step'; step: RegisterStep } | { to: 'save' } | { to: 'person' | 'remove'; id: string } | null;

/** What one step sent: the sealed draft, its answers as typed, and where to go where that is not onward. */
export interface SentStep {
  draft: string;
  go: Going;
  answers: Partial<Answers>;
}

const INPUTS: readonly (keyof Answers)[] = Object.values(STEP_FIELDS).flat();

/**
 * What else is sent that some question asks for counts too: the page may have been opened before that question got a page
 * of its own.
 * @throws Problem `invalid-input` for fields that no question has
 */
export function readStep(step: RegisterStep, body: FormBody): SentStep {
  requireKnown(body, ['draft', 'go', ...INPUTS]);
  const own: readonly (keyof Answers)[] = STEP_FIELDS[step];
  const fields = INPUTS.filter((name) => own.includes(name) || Object.hasOwn(body, name));
  return { draft: typed(body, 'draft'), go: going(typed(body, 'go')), answers: answersIn(fields, body) };
}

function going(go: string): Going {
  if (isStep(go)) return { to: 'step', step: go };
  if (go === 'save') return { to: 'save' };
  const [, to, id] = PERSON.exec(go) ?? [];
  return id === undefined ? null : { to: to as 'person' | 'remove', id };
}

/** Every way on sends the step's form with it: a list of which nothing comes was unticked. */
function answersIn(fields: readonly (keyof Answers)[], body: FormBody): Partial<Answers> {
  const entries = fields.map((name) => [
    name,
    Array.isArray(NO_ANSWERS[name]) ? ticked(body, name).map(cut) : cut(ticked(body, name)[0] ?? ''),
  ]);
  return Object.fromEntries(entries) as Partial<Answers>;
}

const cut = (text: string): string => text.slice(0, KEPT);
