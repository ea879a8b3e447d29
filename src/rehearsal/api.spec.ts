import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from './api.js';
import { Latencies } from './latencies.js';

describe('the service as one caller sees it', () => {
  let server: Server;
  let given = 0;
  let renewals = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const isSession = request.url!.startsWith('/v1/sessions');
      if (request.url === '/v1/sessions/renewal') renewals += 1;
      const isInForce = request.headers.authorization === 'Bearer 2';
      response.writeHead(isSession || isInForce ? 200 : 401, { 'content-type': 'application/json' });
      // the first token is over at once, the next one is not
      const tokens = isSession && { accessToken: `${++given}`, expiresIn: given === 1 ? -1 : 600 };
      response.end(JSON.stringify(tokens || {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('renews a token that is over once, for all who come meanwhile', async () => {
    const { port } = server.address() as AddressInfo;
    const everyone = new Api(`http://127.0.0.1:${port}`, new Latencies());
    const api = await everyone.enter('sign in', '/v1/sessions', {});
    const answers = await Promise.all([1, 2, 3].map(() => api.get('look', '/v1/anything')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(renewals).toBe(1);
  });
});
