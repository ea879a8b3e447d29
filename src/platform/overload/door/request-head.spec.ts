import { readHead } from './request-head.js';

const bytes = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1');
const POST = 'POST /v1/registrations?lang=id HTTP/1.1';

describe('what the head of a request says at the door', () => {
  it('is its address, its headers, and how long it is with its body', () => {
    const request = bytes(POST, 'Host: pulang.example', 'Content-Length: 4', '', 'body');
    expect(readHead(request)).toEqual({
      url: '/v1/registrations?lang=id',
      headers: { host: 'pulang.example', 'content-length': '4' },
      length: request.length,
    });
    expect(readHead(bytes('GET / HTTP/1.1', 'Host: a', '', ''))?.length).toBe(27);
  });

  it.each([
    ['is not whole', [POST, 'Host: a']],
    ['is of another version', ['GET / HTTP/1.0', 'Host: a', '', '']],
    ['names a host in its address', ['GET http://a/ HTTP/1.1', 'Host: a', '', '']],
    ['begins with an empty line', ['', 'GET / HTTP/1.1', 'Host: a', '', '']],
    ['says its length twice', [POST, 'Content-Length: 4', 'content-length: 5', '', 'body']],
    ['says two lengths at once', [POST, 'Content-Length: 4, 4', '', 'body']],
    ['says a length that is no number', [POST, 'Content-Length: +4', '', 'body']],
    ['comes in pieces', [POST, 'Content-Length: 4', 'Transfer-Encoding: chunked', '', '0', '', '']],
    ['has a space before a colon', [POST, 'Content-Length : 4', '', 'body']],
    ['folds a header', [POST, 'X-A: b', ' Content-Length: 4', '', 'body']],
    ['ends a line with half of what ends a line', [POST, 'X-A: b\nContent-Length: 4', '', 'body']],
    ['wants to speak otherwise', ['GET / HTTP/1.1', 'Upgrade: websocket', '', '']],
    ['asks before it sends', [POST, 'Expect: 100-continue', 'Content-Length: 4', '', '']],
    ['is longer than any browser makes it', ['GET / HTTP/1.1', `X-A: ${'b'.repeat(9000)}`, '', '']],
  ])('is not believed where it %s', (_, lines) => {
    expect(readHead(bytes(...lines))).toBeUndefined();
  });

  it('takes no name for one that every object has', () => {
    expect(readHead(bytes('GET / HTTP/1.1', 'constructor: a', '__proto__: b', '', ''))?.headers).toEqual(
      expect.objectContaining({ constructor: 'a' }),
    );
  });
});
