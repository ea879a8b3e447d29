import { create } from 'qrcode';
import { spelled } from '../kiosk/device/spelled.js';

const QUIET_ZONE = 4;

/**
 * Shows the receipt: number, code, QR code, and whether the service has the registration yet.
 * @param {HTMLElement} section
 * @param {{ codes: { reference: string, accessCode: string, accessSecret: string }, at: number, sent: boolean,
 *   silent: boolean }} receipt whether nobody writes to this person or calls them
 */
export function showReceipt(section, { codes, at, sent, silent }) {
  for (const part of section.querySelectorAll('[data-if]'))
    part.hidden = (part.dataset.if === 'sent') !== sent;
  section.querySelector('[data-silent]').hidden = !silent;
  const fill = (name) => section.querySelector(`[data-fill="${name}"]`);
  for (const name of ['reference', 'accessCode']) {
    fill(name).textContent = codes[name];
    fill(`spelled-${name}`).textContent = spelled(codes[name]);
  }
  const when = fill('when');
  when.textContent = when.dataset.text.replace('{when}', dateTime(at)).replace('{zone}', zone(at));
  drawQr(section.querySelector('[data-qr]'), `${document.body.dataset.accessLink}${codes.accessSecret}`);
}

/** Nothing of a receipt stays in the page. */
export function clearReceipt(section) {
  for (const part of section.querySelectorAll('[data-fill]')) part.textContent = '';
  section.querySelector('[data-qr] path').removeAttribute('d');
}

/** In the post's zone, Gregorian, with Latin digits: as on every receipt. */
export const dateTime = (at) =>
  format({ dateStyle: hasWords() ? 'medium' : 'short', timeStyle: 'short' }).format(at);

/** Chromium has no months in Burmese and Khmer, and would write "M11". */
const hasWords = () => Intl.DateTimeFormat.supportedLocalesOf(document.documentElement.lang).length > 0;

/** Year, month and day in numbers, in that order. */
const NUMBERS_ONLY = 'sv';

const zone = (at) =>
  format({ timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

function format(options) {
  const { lang } = document.documentElement;
  const written = hasWords() ? lang : NUMBERS_ONLY;
  const locale = new Intl.Locale(written === 'en' ? 'en-GB' : written, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
  });
  return new Intl.DateTimeFormat(locale, { timeZone: document.body.dataset.timeZone, ...options });
}

function drawQr(svg, text) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * QUIET_ZONE;
  let path = '';
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`;
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.querySelector('rect').setAttribute('width', String(size));
  svg.querySelector('rect').setAttribute('height', String(size));
  svg.querySelector('path').setAttribute('d', path);
}
