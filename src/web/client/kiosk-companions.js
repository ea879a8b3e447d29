import { asksWhoIsWith, canLookAfter } from '../kiosk/device/asked-of-children.js';
import { answersOf, fillIn } from './kiosk-form.js';
import { today } from './kiosk-today.js';

/** As many as may register together: see registrations/groups. */
const MOST = 10;

/** What companions share with whoever was here before them; whether somebody can speak freely is nobody else's. */
const SHARED = [
  ...['method', 'phone', 'email', 'through', 'throughPhone', 'language', 'whereNow', 'travelTime'],
  ...['safeFrom', 'safeTo', 'noCalls', 'noMessages', 'safeHours'],
];

/**
 * Who registers here together, until the screen is cleared: the name that their cases share and what they are not asked
 * again, and the adults among them. In this page's memory alone.
 */
export const together = { group: null, people: 0, shared: {}, adults: [], isCompanion: false };

/** The name of the group, made with its first person: whoever stays alone is a group of one. */
export const groupName = () => (together.group ??= crypto.randomUUID());

/** Another of them was registered. @param answers by question */
export function joined(answers, { accessSecret }) {
  if (canLookAfter(answers, today()))
    together.adults.push({ name: answers.name.fullName.trim(), secret: accessSecret });
  together.people += 1;
  together.isCompanion = false;
  together.shared = Object.fromEntries(
    Object.entries(answers).map(([step, given]) => [
      step,
      Object.fromEntries(Object.entries(given).filter(([name]) => SHARED.includes(name))),
    ]),
  );
}

export const mayJoin = () => together.people < MOST;

/** Begins the questions for a companion: what is shared stands in the forms that they are not shown. */
export function beginCompanion(questions) {
  together.isCompanion = true;
  for (const section of questions)
    fillIn(section.querySelector('form'), together.shared[section.dataset.screen] ?? {});
}

/** What was answered so far, by question. */
export const told = (questions) =>
  Object.fromEntries(
    questions.map((section) => [section.dataset.screen, answersOf(section.querySelector('form'))]),
  );

/** Those questions whose answers whoever is here now looks at once more. */
export function listedOf(questions) {
  const isChild = asksWhoIsWith(told(questions), today());
  return questions.filter(
    ({ dataset }) =>
      (!together.isCompanion || dataset.carried === undefined) && (dataset.screen !== 'guardian' || isChild),
  );
}

/** Those that they are asked one after the other: their language is the one in which they read. */
export const askedOf = (questions) =>
  listedOf(questions).filter(({ dataset }) => dataset.unasked === undefined);
