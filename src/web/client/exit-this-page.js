const PRESSES = 3;
const PATIENCE = 5000;

/**
 * Makes "Exit this page" of govuk-frontend leave at once, by click or by pressing Shift three times. Unlike the
 * component's own script it replaces this page in the history, so that Back does not lead here again.
 */
export function watchExit() {
  const module = document.querySelector('[data-module="govuk-exit-this-page"]');
  const link = module?.querySelector('a');
  if (!link) return;
  const say = announcer(module);
  let presses = 0;
  let timer;
  let alone = false;

  const leave = () => {
    say('activated');
    document.body.classList.add('govuk-exit-this-page-hide-content');
    window.location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  // the component says that it is a button, and the space bar presses buttons
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    leave();
  });
  document.addEventListener('keydown', (event) => (alone = event.key === 'Shift'));
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return;
    presses += 1;
    if (presses >= PRESSES) return leave();
    say(presses === 1 ? 'pressTwoMoreTimes' : 'pressOneMoreTime');
    clearTimeout(timer);
    timer = setTimeout(() => {
      presses = 0;
      say('timedOut');
    }, PATIENCE);
  });
  window.addEventListener('pageshow', () =>
    document.body.classList.remove('govuk-exit-this-page-hide-content'),
  );
}

/** The component's words come with the page, as `data-i18n.*`. */
function announcer(module) {
  const status = document.createElement('span');
  status.className = 'govuk-visually-hidden';
  status.setAttribute('role', 'status');
  module.append(status);
  const attribute = (name) => `data-i18n.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return (name) => (status.textContent = module.getAttribute(attribute(name)) ?? '');
}
