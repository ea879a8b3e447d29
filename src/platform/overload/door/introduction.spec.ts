import { announce, readIntroduction } from './introduction.js';

describe('what the door says of a connection', () => {
  it.each([
    { number: 5_000_000_007, address: '192.0.2.7' },
    { number: 0, address: '::ffff:192.0.2.7' },
    { number: undefined, address: 'fe80::1%eth0' },
    { number: 3, address: '' },
  ])('is read as it was said, with what follows it left', (introduction) => {
    const read = readIntroduction(Buffer.from(`${announce(introduction)}GET / HTTP/1.1\n`));
    expect(read).toEqual({ ...introduction, rest: Buffer.from('GET / HTTP/1.1\n') });
  });

  it.each(['GET / HTTP/1.1\r\n', '1 192.0.2.7', 'x 192.0.2.7\n', '\n'])(
    'is missed where there is none',
    (text) => {
      expect(readIntroduction(Buffer.from(text))).toBeUndefined();
    },
  );
});
