import { keptItem } from '../kiosk/device/outbox-state.js';
import { questionFaults } from '../kiosk/device/question-rules.js';
import { newReceiptCodes, newSecret } from '../kiosk/device/receipt-codes.js';
import { sealBox } from '../kiosk/device/seal-box.js';
import { guardianIn, offerAdults } from './kiosk-children.js';
import {
  askedOf,
  beginCompanion,
  groupName,
  joined,
  listedOf,
  mayJoin,
  together,
  told,
} from './kiosk-companions.js';
import { answersOf, clearFaults, showFaults } from './kiosk-form.js';
import { deliver, line } from './kiosk-line.js';
import { outbox } from './kiosk-outbox.js';
import { clearReceipt, showReceipt } from './kiosk-receipt.js';
import { showOutbox } from './kiosk-staff.js';
import { summarise } from './kiosk-summary.js';
import { now, today } from './kiosk-today.js';

/** How long somebody waits for the service before the receipt says that it is sent later. */
const SOON = 4000;

const HOME_LANGUAGE = document.documentElement.lang;

/** The one person at this kiosk. The answers are in the forms and nowhere else. */
export const state = {
  screen: 'start',
  /** Where *Continue* leads back to, after one answer was changed. */
  back: null,
  receipt: null,
  busy: false,
  isOffline: () => line.state === 'offline',
  isForeign: () => document.documentElement.lang !== HOME_LANGUAGE,
};

export const sectionOf = (screen) => document.querySelector(`[data-screen="${screen}"]`);
export const questions = () => [...document.querySelectorAll('[data-question]')];

/** Shows one screen and no other. Nothing goes into the history: there is no way back to it for the next person. */
export function show(screen, { back = null, quiet = false } = {}) {
  Object.assign(state, { screen, back });
  for (const section of document.querySelectorAll('[data-screen]'))
    section.hidden = section.dataset.screen !== screen;
  const section = sectionOf(screen);
  document.querySelector('[data-back]').hidden = screen === 'start' || screen === 'done' || state.busy;
  if (screen === 'check') summarise(section.querySelector('[data-summary]'), listedOf(questions()));
  if (screen === 'done') {
    together.isCompanion = false;
    showReceipt(section, state.receipt);
    section.querySelector('[data-add-companion]').hidden = !mayJoin();
  }
  document.body.toggleAttribute('data-asks-companion', together.isCompanion);
  if (screen === 'staff') void showOutbox(section);
  if (quiet) return;
  window.scrollTo(0, 0);
  const heading = [...section.querySelectorAll('h1')].find(({ offsetParent }) => offsetParent !== null);
  if (!heading) return;
  document.title = `${heading.textContent.trim()} – Pulang`;
  heading.tabIndex = -1;
  heading.focus();
}

/**
 * One question was answered: on to the next, or back to the last look where only this one was changed. A change can open
 * another question, as whom a child is with: nobody gets to the last look past it.
 */
export function step(form) {
  const section = form.closest('[data-question]');
  const faults = faultsOf(section);
  showFaults(section, faults);
  if (faults.length > 0) return;
  const all = askedOf(questions());
  const next = state.back ?? all[all.indexOf(section) + 1]?.dataset.screen ?? 'check';
  const open = next === 'check' && all.find((one) => faultsOf(one).length > 0);
  if (open) show(open.dataset.screen, { back: 'check' });
  else show(next);
}

const faultsOf = (section) =>
  questionFaults(section.dataset.screen, answersOf(section.querySelector('form')), {
    today: today(),
    isPhone: (text) => globalThis.libphonenumber.isValidPhoneNumber(text),
  });

export function goBack() {
  const first = together.isCompanion ? 'done' : 'start';
  const order = [first, ...askedOf(questions()).map(({ dataset }) => dataset.screen), 'check'];
  if (state.screen !== 'start') clearFaults(sectionOf(state.screen));
  show(state.back ?? order[order.indexOf(state.screen) - 1] ?? first);
}

/** Whoever has their receipt adds somebody who came with them: an own case, own codes, and not all questions again. */
export function addCompanion() {
  forget();
  offerAdults(sectionOf('guardian'));
  beginCompanion(questions());
  show(askedOf(questions())[0].dataset.screen);
}

/**
 * Keeps the registration, sealed for the service alone, before anything is said about it; then tries to send it. Whatever
 * happens from there, the receipt that is shown becomes true.
 */
export async function register() {
  if (state.busy) return;
  state.busy = true;
  const notice = sectionOf('check').querySelector('[data-sending]');
  notice.hidden = false;
  notice.textContent = notice.dataset.text;
  try {
    const { post, serviceKey } = document.body.dataset;
    const [id, codes] = [newSecret(), newReceiptCodes(post)];
    const answers = told(questions());
    const guardian = guardianIn(answers);
    const box = await sealBox(serviceKey, id, { answers, receipt: codes, group: groupName(), guardian });
    const item = keptItem(id, codes.reference, box, Date.now());
    await outbox.put(item);
    joined(answers, codes);
    forget();
    state.receipt = { codes, at: now(), sent: false, silent: answers.contact?.method === 'none' };
    const sending = navigator.locks.request('outbox', () => deliver(item)).then((then) => arrived(id, then));
    state.receipt.id = id;
    await Promise.race([sending.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, SOON))]);
    state.busy = false;
    show('done');
    notice.hidden = true;
  } catch {
    notice.textContent = notice.dataset.failed;
  } finally {
    state.busy = false;
  }
}

/** The service has it: the receipt still shown says so, with the number that holds. */
export function arrived(id, { state: now, reference }) {
  const { receipt } = state;
  if (!receipt || receipt.id !== id || now !== 'sent' || receipt.sent) return;
  receipt.sent = true;
  receipt.codes = { ...receipt.codes, reference };
  if (state.screen !== 'done') return;
  const section = sectionOf('done');
  showReceipt(section, receipt);
  const said = section.querySelector('[data-arrived]');
  said.textContent = said.dataset.text;
}

/** Makes place for the next person: a new page in the place of this one, in the kiosk's own language. */
export function wipe() {
  forget();
  state.receipt = null;
  clearReceipt(sectionOf('done'));
  window.location.replace('/kiosk');
}

function forget() {
  for (const form of document.forms) form.reset();
  document.querySelector('[data-summary]').replaceChildren();
}
