import { offerCamera } from './camera.js';
import { watchFlags } from './flags.js';
import { focusErrors, offerPrinting, stopDoubleClicks } from './forms.js';
import { watchProgress } from './list-progress.js';
import { watchPart } from './live-part.js';
import { offerPasskeys } from './passkey.js';
import { stackTables } from './stacked-tables.js';
import { countUndo } from './undo.js';

focusErrors();
offerCamera();
offerPasskeys();
offerPrinting();
stopDoubleClicks();
watchPart();
watchProgress();
watchFlags();
countUndo();
stackTables();
document.querySelector('[data-refused]')?.focus();
// the menu is one line on a phone: the page that is shown stands in it
for (const here of document.querySelectorAll(':is(.pulang-nav, .pulang-subnav) [aria-current]'))
  here.scrollIntoView({ inline: 'center', block: 'nearest' });

// a drawing of days is wider than a phone: the latest stand in it
for (const drawing of document.querySelectorAll('.pulang-chart .pulang-scroll'))
  drawing.scrollLeft = drawing.scrollWidth;

/**
 * Single-key shortcuts can be switched off (WCAG 2.1.4): they collide with screen readers and speech input. Each officer who
 * shares the browser has their own choice.
 */
const toggle = document.querySelector('[data-shortcuts-toggle]');
const targets = new Map(
  [...document.querySelectorAll('[data-shortcut]')].map((item) => [item.dataset.shortcut, item]),
);
const kept = `shortcuts ${toggle.dataset.shortcutsToggle}`;
let on = localStorage.getItem(kept) !== 'off';

show();
toggle.hidden = targets.size === 0;
toggle.addEventListener('click', () => {
  on = !on;
  localStorage.setItem(kept, on ? 'on' : 'off');
  show();
});
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input, select, textarea');
  if (!on || typing || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  targets.get(event.key.toLowerCase())?.click();
});

/** A link to a form opens the fold that it lies in. */
function unfold() {
  const target = document.getElementById(location.hash.slice(1));
  const fold = target?.closest('details');
  if (!fold) return;
  fold.open = true;
  target.scrollIntoView();
}
window.addEventListener('hashchange', unfold);
unfold();

function show() {
  toggle.textContent = on ? toggle.dataset.off : toggle.dataset.on;
  for (const [key, item] of targets) {
    item.querySelector('kbd')?.remove();
    if (!on) continue;
    const hint = document.createElement('kbd');
    hint.setAttribute('aria-hidden', 'true');
    hint.textContent = key.toUpperCase();
    item.append(hint);
  }
}
