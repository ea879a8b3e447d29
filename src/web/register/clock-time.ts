import { latinDigits } from '../../platform/i18n/latin-digits.js';

/** `HH:MM` of what somebody typed where no clock was offered: 18, 18.30, ១៨:៣០. Anything else stays as it is. */
export function clockTime(typed: string): string | undefined {
  const text = latinDigits(typed).trim();
  if (text === '') return undefined;
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text) ?? [];
  return hour === undefined ? text : `${hour.padStart(2, '0')}:${minute}`;
}
