import { watchIdleness } from './kiosk-idle.js';
import { sendEverything } from './kiosk-line.js';
import { changeLanguage } from './kiosk-language.js';
import { addCompanion, goBack, register, show, state, step, wipe } from './kiosk-screens.js';
import { keepWorking } from './kiosk-upkeep.js';

document.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  if (form.closest('.pulang-footer')) return wipe();
  if (form.matches('[data-send]')) return void register();
  if (form.closest('[data-question]')) step(form);
});

document.addEventListener('click', (event) => {
  const target = event.target.closest('a, button');
  if (!target) return;
  const { go, change } = target.dataset;
  const error = target.closest('.govuk-error-summary') && target.hash;
  const language = target.closest('.pulang-languages, .pulang-choices') && target;
  if (!go && !error && !language && !('checkIn' in target.dataset)) return act(target, change);
  if ('checkIn' in target.dataset && !state.isOffline()) return;
  event.preventDefault();
  if (error) document.querySelector(`[id="${error.slice(1)}"]`)?.focus();
  else if (language) void changeLanguage(target);
  else show(go ?? 'check-in');
});

function act(target, change) {
  if ('goBack' in target.dataset) goBack();
  if (change) show(change, { back: 'check' });
  if ('addCompanion' in target.dataset) addCompanion();
  if ('printReceipt' in target.dataset) window.print();
  if ('sendNow' in target.dataset) void sendEverything();
  if ('close' in target.dataset) target.closest('dialog').close();
}

watchIdleness({ watched: () => state.screen !== 'start' || state.isForeign(), wipe });
window.addEventListener('pageshow', ({ persisted }) => persisted && wipe());
keepWorking();
show(window.location.hash === '#check-in' ? 'check-in' : 'start', { quiet: true });
window.history.replaceState(null, '', '/kiosk');
