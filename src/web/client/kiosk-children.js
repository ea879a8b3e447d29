import { together } from './kiosk-companions.js';

const CHOICE = /^adult-(\d+)$/;

/** Offers a child the adults who registered here before it, above everybody else whom it can be with. */
export function offerAdults(section) {
  for (const offered of section.querySelectorAll('[data-adult]')) offered.remove();
  const pattern = section.querySelector('.govuk-radios__item');
  for (const [index, { name }] of together.adults.entries()) {
    const item = pattern.cloneNode(true);
    item.dataset.adult = '';
    const input = item.querySelector('input');
    Object.assign(input, { id: `guardian-adult-${index}`, value: `adult-${index}`, checked: false });
    // what opens for another adult does not open for one of these
    for (const name of ['aria-controls', 'data-aria-controls', 'aria-expanded']) input.removeAttribute(name);
    const label = item.querySelector('label');
    label.htmlFor = input.id;
    label.textContent = name;
    pattern.before(item);
  }
}

/** The secret of the adult whom a child is with, by which the service finds that adult's case. */
export const guardianIn = ({ guardian: { guardian = '' } }) =>
  together.adults[CHOICE.exec(guardian)?.[1] ?? -1]?.secret;
