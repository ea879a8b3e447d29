import { isSafeText } from './safe-text.js';

describe('text that people type', () => {
  it.each([
    ['letters of any script', 'Siti Nurhaliza သီရိ ស្រីមុំ ดวงใจ नीलम نادیہ አበበ 陳大文'],
    ['joiners of Persian and Indic scripts', 'می\u200cخواهم क्\u200dष'],
    ['spaces without width, as Khmer is typed', 'ខ្ញុំ\u200bនៅ'],
    ['marks of direction, as phones add them', 'نادیہ\u200f (Nadia)\u200e'],
    ['variants of Han characters', '葛\u{e0100}城'],
    ['an emoji of several parts', '👩‍👧 ❤️'],
    ['several lines', 'one\ntwo\tthree\r\nfour'],
    ['marks as a language needs them', 'ကျွန်ုပ်တို့ ញ៉ាំ กี่'],
  ])('may have %s', (_, text) => {
    expect(isSafeText(text)).toBe(true);
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['a turned direction', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['a filler that looks like nothing', '\u3164'],
    ['another filler', 'a\uffa0b'],
    ['tags', 'a\u{e0041}b'],
    ['a joiner of graphemes', 'a\u034fb'],
    ['a byte order mark', 'a\ufeffb'],
    ['a non-character', 'a\u{1fffe}b'],
    ['half of a pair', 'a\ud800b'],
    ['a heap of marks', `a${'\u0301'.repeat(90)}`],
  ])('has no %s', (_, text) => {
    expect(isSafeText(text)).toBe(false);
  });
});
