import { LARGEST_GROUP } from '../../registrations/groups/groups.dto.js';
import { type Answers, NO_ANSWERS } from './answers.js';
import { chosenWayOnly } from './chosen-way.js';
import type { Draft } from './draft.js';
import { isStep, type RegisterStep } from './register-step.js';

/** What is kept of a registration that somebody comes back to: which question came next, and everything answered. */
export type KeptDraft = Pick<Draft, 'key' | 'answers' | 'people'> & { step: RegisterStep };

const KEY = /^[\w-]{16,64}$/;
const LONGEST = 2_000;

export const keptText = ({ key, answers, people }: Draft, step: RegisterStep): string =>
  JSON.stringify({ key, answers: asChosen(answers), people: people.map(asChosen), step } satisfies KeptDraft);

/** Where no way to reach somebody is chosen yet, what they typed is kept as everything is. */
const asChosen = (answers: Answers): Answers => (answers.method === '' ? answers : chosenWayOnly(answers));

/**
 * Reads what {@link keptText} wrote. Drafts can be saved by programs too, so nothing is believed of what it says.
 * @returns nothing where it is no draft of these pages
 */
export function readKept(text: string): KeptDraft | undefined {
  const kept = parsed(text);
  const { key, step, people } = kept;
  if (typeof key !== 'string' || !KEY.test(key) || typeof step !== 'string' || !isStep(step))
    return undefined;
  const others = Array.isArray(people) ? people.slice(0, LARGEST_GROUP - 1) : [];
  return { key, step, answers: answersOf(kept['answers']), people: others.map(answersOf) };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function answersOf(value: unknown): Answers {
  const told = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const entries = Object.entries(NO_ANSWERS).map(([name, none]: [string, unknown]) => [
    name,
    Array.isArray(none) ? texts(told[name]) : (texts([told[name]])[0] ?? ''),
  ]);
  return Object.fromEntries(entries) as Answers;
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [])
    .filter((item): item is string => typeof item === 'string')
    .slice(0, 50)
    .map((item) => item.slice(0, LONGEST));
