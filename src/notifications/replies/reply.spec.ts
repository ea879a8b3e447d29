import fc from 'fast-check';
import { readCatalogues } from '../../platform/i18n/catalogue-files.js';
import { parseReply } from './reply.js';

/** What our messages offer: a digit, and what it stands for in the reader's words. */
const OFFERED = /(?<!\d)([123])(?:[:：፦-]\s*|\s+)(?!\d)(.+?)(?=[.。।။។።۔]|\s[23][:：]|$)/gu;
const MEANS = { 1: 'on-my-way', 2: 'ten-minutes', 3: 'cannot-come' } as const;

describe('an answer', () => {
  it.each([
    ['1', 'on-my-way'],
    [' 1. ', 'on-my-way'],
    ['၁', 'on-my-way'],
    ['๒', 'ten-minutes'],
    ['৩', 'cannot-come'],
    ['३', 'cannot-come'],
    ['۳', 'cannot-come'],
    ['፩', 'on-my-way'],
    ['፲ ደቂቃ', 'ten-minutes'],
    ['１', 'on-my-way'],
    ['Di jalan!', 'on-my-way'],
    ['១០ នាទី', 'ten-minutes'],
    ['TIDAK BISA', 'cannot-come'],
    ['STOP', 'stop'],
    ['Stop.', 'stop'],
    ['አቁም', 'stop'],
    ['ရပ်ပါ', 'stop'],
    ['start', 'start'],
    ['I cannot stop crying', 'other'],
    ['11', 'other'],
    ['', 'other'],
    ['🙏', 'other'],
    ['1: saya di jalan', 'on-my-way'],
    ['3 来不了', 'cannot-come'],
    ['1 tidak bisa', 'other'],
    ['3 people are with me', 'other'],
  ])('%j means %s', (text, reply) => {
    expect(parseReply(text)).toBe(reply);
  });

  it.each(readCatalogues().map(({ locale, messages }) => [locale, messages] as const))(
    'is understood where it repeats what a message offers: %s',
    (_, messages) => {
      for (const message of ['come-at', 'come-now', 'evening-before']) {
        const offered = [...messages[`message.${message}`]!.matchAll(OFFERED)];
        expect(offered).toHaveLength(message === 'evening-before' ? 2 : 3);
        for (const [, digit, words] of offered) {
          const means = MEANS[digit as '1'];
          expect({ words, means: parseReply(words!) }).toEqual({ words, means });
          expect({ words, means: parseReply(`${digit} ${words}`) }).toEqual({ words, means });
        }
      }
    },
  );

  it('can be anything at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseReply(text)));
  });
});
