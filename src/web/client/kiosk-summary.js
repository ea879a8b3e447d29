import { dateAsUnderstood } from '../kiosk/device/date-as-understood.js';
import { answersOf, make } from './kiosk-form.js';

/** Lists every question with its answer once more, read off the forms themselves, so that no question is left out. */
export function summarise(list, sections) {
  list.replaceChildren(
    ...sections.flatMap((section) => questionsOf(section).map((asked) => row(section, asked))),
  );
}

/** Inputs that belong together (the choices of one question, the parts of a date, two times) are one question. */
function questionsOf(section) {
  const asked = new Map();
  for (const field of section.querySelector('form').elements) {
    if (isNoQuestion(field)) continue;
    const kind = KINDS.find(({ has }) => has(field));
    const whole = kind.whole(field);
    const question = asked.get(whole) ?? { words: kind.words(field), joint: kind.joint, answers: [] };
    asked.set(whole, question);
    question.answers = kind.answers(field, question.answers);
  }
  return [...asked.values()];
}

const sectionOf = (field) => field.closest('[data-question]');
const isBox = ({ type }) => type === 'radio' || type === 'checkbox';
const textOf = (element) => element?.textContent.trim() ?? '';
const legendOf = (field) => textOf(field.closest('fieldset')?.querySelector('legend') ?? field.labels[0]);

const andTicked = (field, answers) => (field.checked ? [...answers, textOf(field.labels[0])] : answers);
function andTyped(field, answers) {
  const typed = field.tagName === 'SELECT' ? textOf(field.selectedOptions[0]) : field.value.trim();
  return field.value.trim() === '' ? answers : [...answers, typed];
}

/** What kinds of questions there are, by their inputs: what these are a part of, what the question is called, what was answered. */
const KINDS = [
  {
    // a box of its own, with no question above it, stands under the page's title
    has: (field) => isLoneBox(field),
    whole: sectionOf,
    words: (field) => textOf(sectionOf(field).querySelector('h1')),
    answers: andTicked,
    joint: ', ',
  },
  { has: isBox, whole: ({ name }) => name, words: legendOf, answers: andTicked, joint: ', ' },
  {
    has: ({ type }) => type === 'time',
    whole: (field) => field.closest('fieldset') ?? field.name,
    words: legendOf,
    answers: andTyped,
    joint: ' – ',
  },
  {
    has: (field) => field.closest('.govuk-date-input') !== null,
    whole: (field) => field.closest('.govuk-date-input'),
    words: legendOf,
    answers: (field) => dateOf(field.form),
    joint: ' / ',
  },
  {
    has: () => true,
    whole: ({ name }) => name,
    words: (field) => textOf(field.labels[0]),
    answers: andTyped,
    joint: ' / ',
  },
];

const isLoneBox = (field) => field.type === 'checkbox' && field.closest('fieldset') === null;

/**
 * Buttons and what is carried along; what is told in silence; a lone box left empty; and what belongs to an answer that was
 * not given: the e-mail address of somebody who chose to be called was not left unanswered, nor told if it was typed before.
 */
const isNoQuestion = (field) =>
  !field.name ||
  field.type === 'hidden' ||
  field.dataset.quiet !== undefined ||
  (isLoneBox(field) && !field.checked) ||
  isOfAnotherAnswer(field) ||
  (field.value.trim() === '' && field.closest('.govuk-radios__conditional') !== null);

/** The page hides these; no class of theirs says so, see styles/_questions.scss. */
function isOfAnotherAnswer(field) {
  const part = field.closest('.govuk-radios__conditional');
  return part !== null && !part.previousElementSibling.querySelector('input').checked;
}

/** As we understood it; and as it was typed, where that was in other digits or another calendar. */
function dateOf(form) {
  const { read, written } = dateAsUnderstood(answersOf(form));
  if (read === '') return [];
  return written === null ? [read] : [`${read} (${written})`];
}

function row(section, { words, answers, joint }) {
  const line = make('div', 'govuk-summary-list__row', '');
  const value = make('dd', 'govuk-summary-list__value', '');
  value.append(answers.length > 0 ? make('bdi', '', answers.join(joint)) : document.body.dataset.nothing);
  const actions = make('dd', 'govuk-summary-list__actions', '');
  const change = make('button', 'pulang-button--link', document.body.dataset.change);
  change.type = 'button';
  change.dataset.change = section.dataset.screen;
  change.append(make('span', 'govuk-visually-hidden', ` ${words}`));
  actions.append(change);
  line.append(make('dt', 'govuk-summary-list__key', words), value, actions);
  return line;
}
