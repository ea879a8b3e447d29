import { offerAdults } from './kiosk-children.js';
import { told } from './kiosk-companions.js';
import { fillIn } from './kiosk-form.js';
import { showLine } from './kiosk-upkeep.js';
import { questions, sectionOf, show, state } from './kiosk-screens.js';

/**
 * Puts this page in another language into the place of this one: what was answered stays, and nothing goes into the
 * history. The pages of all languages are kept by the worker, so that this works without a network.
 */
export async function changeLanguage(link) {
  const dialog = document.querySelector('[data-language-dialog]');
  if (!link.hreflang) return dialog.showModal();
  const answer = await fetch(`/kiosk/shell/${link.hreflang}`).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const answered = told(questions());
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dir = page.documentElement.dir;
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  offerAdults(sectionOf('guardian'));
  for (const [screen, answers] of Object.entries(answered)) {
    const form = sectionOf(screen)?.querySelector('form');
    if (!form) continue;
    fillIn(form, screen === 'language' ? { ...answers, language: page.documentElement.lang } : answers);
  }
  showLine();
  show(state.screen, { back: state.back });
}
