import fc from 'fast-check';
import { parseReply } from './reply.js';

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
  ])('%j means %s', (text, reply) => {
    expect(parseReply(text)).toBe(reply);
  });

  it('can be anything at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseReply(text)));
  });
});
