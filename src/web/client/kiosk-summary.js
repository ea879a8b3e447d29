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
    if (!field.name || field.type === 'hidden' || field.dataset.quiet !== undefined) continue;
    if (isOfAnotherChoice(field)) continue;
    const isChoice = field.type === 'radio' || field.type === 'checkbox';
    const isTime = field.type === 'time';
    const isLone = isLoneChoice(field);
    if (isLone && !field.checked) continue;
    const whole = isLone
      ? section
      : isChoice
        ? field.name
        : (field.closest(isTime ? 'fieldset' : '.govuk-date-input') ?? field.name);
    const question = asked.get(whole) ?? {
      words: isLone ? section.querySelector('h1').textContent.trim() : wordsOf(field, isChoice),
      answers: [],
      joint: isChoice ? ', ' : isTime ? ' – ' : ' / ',
    };
    asked.set(whole, question);
    if (isChoice ? field.checked : field.value.trim() !== '')
      question.answers.push(answerOf(field, isChoice));
  }
  for (const [whole, question] of asked)
    if (whole instanceof Element && whole.matches('.govuk-date-input'))
      question.answers = dateOf(section.querySelector('form'));
  return [...asked.values()];
}

/** A box of its own, with no question above it: left empty, it asks nothing; ticked, it stands under the page's title. */
const isLoneChoice = (field) => field.type === 'checkbox' && field.closest('fieldset') === null;

/** The e-mail address of somebody who chose to be called is no question that was left unanswered. */
const isOfAnotherChoice = (field) =>
  field.value.trim() === '' && field.closest('.govuk-radios__conditional') !== null;

/** As we understood it; and as it was typed, where that was in other digits or another calendar. */
function dateOf(form) {
  const { read, written } = dateAsUnderstood(answersOf(form));
  if (read === '') return [];
  return written === null ? [read] : [`${read} (${written})`];
}

function wordsOf(field, isChoice) {
  const legend = field.closest('fieldset')?.querySelector('legend');
  const grouped = isChoice || field.type === 'time' || field.closest('.govuk-date-input');
  return (grouped && legend ? legend : field.labels[0])?.textContent.trim() ?? '';
}

function answerOf(field, isChoice) {
  if (isChoice) return field.labels[0].textContent.trim();
  return field.tagName === 'SELECT' ? field.selectedOptions[0].textContent.trim() : field.value.trim();
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
