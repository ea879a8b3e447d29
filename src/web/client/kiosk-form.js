/** The answers of one question's form as browsers send them: text by name, a list where several boxes are ticked. */
export function answersOf(form) {
  const answers = {};
  for (const field of form.elements) {
    const isBox = field.type === 'checkbox' || field.type === 'radio';
    if (!field.name || (isBox && !field.checked)) continue;
    answers[field.name] = field.name in answers ? [answers[field.name], field.value].flat() : field.value;
  }
  return answers;
}

/** Puts answers into another form of the same question, as when the language changes. */
export function fillIn(form, answers) {
  for (const field of form.elements) {
    const answer = answers[field.name];
    if (answer === undefined) continue;
    if (field.type === 'checkbox' || field.type === 'radio')
      field.checked = [answer].flat().includes(field.value);
    else field.value = answer;
  }
}

/** Shows what is wrong, above the question and beside each answer, as the service's pages do; and leads there. */
export function showFaults(section, faults) {
  clearFaults(section);
  if (faults.length === 0) return;
  const { faultTitle, faultPrefix } = document.body.dataset;
  const summary = make('div', 'govuk-error-summary', '');
  summary.tabIndex = -1;
  const box = summary.appendChild(make('div', '', ''));
  box.setAttribute('role', 'alert');
  box.append(make('h2', 'govuk-error-summary__title', faultTitle));
  const list = box.appendChild(make('ul', 'govuk-list govuk-error-summary__list', ''));
  for (const fault of faults) {
    const words = wordsFor(fault);
    const link = make('a', '', words);
    link.href = `#${fault.field}`;
    list.appendChild(make('li', '', '')).append(link);
    mark(section, fault.field, words);
  }
  section.querySelector('.pulang-column').prepend(summary);
  const asked = section.querySelector('h1').textContent.trim();
  document.title = `${faultPrefix}: ${asked} – Pulang`;
  summary.focus();
  summary.scrollIntoView();
}

export function clearFaults(section) {
  for (const shown of section.querySelectorAll('.govuk-error-summary, .govuk-error-message')) shown.remove();
  for (const group of section.querySelectorAll('.govuk-form-group--error'))
    group.classList.remove('govuk-form-group--error');
  for (const field of section.querySelectorAll('[data-faulty]')) {
    field.setAttribute('aria-describedby', field.dataset.faulty);
    if (field.dataset.faulty === '') field.removeAttribute('aria-describedby');
    delete field.dataset.faulty;
  }
}

function mark(section, field, words) {
  const input = section.querySelector(`[name="${field}"]`);
  const group = input?.closest('fieldset') ?? input;
  const place = input?.closest('.govuk-radios, .govuk-checkboxes, .govuk-date-input') ?? input;
  if (!group || !place) return;
  const message = make('p', 'govuk-error-message', '');
  message.id = `${field}-error`;
  message.append(make('span', 'govuk-visually-hidden', `${document.body.dataset.faultPrefix}: `), words);
  place.before(message);
  place.closest('.govuk-form-group')?.classList.add('govuk-form-group--error');
  group.dataset.faulty ??= group.getAttribute('aria-describedby') ?? '';
  group.setAttribute(
    'aria-describedby',
    `${group.getAttribute('aria-describedby') ?? ''} ${message.id}`.trim(),
  );
}

function wordsFor({ field, code, params = {} }) {
  const known = JSON.parse(document.body.dataset.faultWords);
  const words = known[`${code}.${field}`] ?? known[code] ?? known['wrong-format'];
  return words.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? '');
}

/** @param {string} name @param {string} classes @param {string} text */
export function make(name, classes, text) {
  const element = document.createElement(name);
  if (classes) element.className = classes;
  element.textContent = text;
  return element;
}
