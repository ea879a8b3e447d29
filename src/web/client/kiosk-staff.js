import { make } from './kiosk-form.js';
import { line } from './kiosk-line.js';
import { outbox } from './kiosk-outbox.js';
import { dateTime } from './kiosk-receipt.js';

/** Shows the attendant what is kept here: numbers and states, because nothing else can be read. */
export async function showOutbox(section) {
  const items = await outbox.all();
  const list = section.querySelector('[data-outbox-list]');
  section.querySelector('[data-revoked]').hidden = line.state !== 'not-enrolled';
  section.querySelector('[data-outbox-none]').hidden = items.length > 0;
  list.hidden = items.length === 0;
  list.tBodies[0].replaceChildren(...items.toReversed().map((item) => row(list.dataset, item)));
}

function row(words, { reference, keptAt, state, fault }) {
  const line = make('tr', 'govuk-table__row', '');
  const number = make('td', 'govuk-table__cell', '');
  number.append(make('bdi', 'pulang-code', reference));
  const said = make('td', 'govuk-table__cell', words[state]);
  if (state === 'refused' && fault) said.append(make('div', 'govuk-hint', because(fault)));
  line.append(number, make('td', 'govuk-table__cell', dateTime(keptAt)), said);
  return line;
}

/** What the service said, in its codes: the answers themselves nobody here can see. */
const because = ({ code, errors }) =>
  errors.length === 0
    ? code
    : errors.map((error) => `${error.pointer.split('/').pop()}: ${error.code}`).join(', ');
