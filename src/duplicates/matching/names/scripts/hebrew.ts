/** Letters that any-ascii reads in one of their two ways, or by a spelling that nobody uses in names. */
const HEBREW: Record<string, string> = {
  א: 'a', ב: 'b', ו: 'w', ח: 'h', ט: 't', כ: 'k', ך: 'k', ע: 'a', פ: 'p', ף: 'f', צ: 'ts', ץ: 'ts', ק: 'k', ש: 'sh', ת: 't',
}; // prettier-ignore

export const fromHebrew = (text: string): string =>
  text.replace(/[א-ת]/g, (letter) => HEBREW[letter] ?? letter);
