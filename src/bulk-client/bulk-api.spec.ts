import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandFault } from '../platform/command-line/command-fault.js';
import { BulkApi, Refused } from './bulk-api.js';

const WAITS = { neverAnsweredMs: 60, lostMs: 90 };

describe('the program that sends a list', () => {
  let server: Server;
  let said: string[];
  const answering = async (listener: RequestListener): Promise<BulkApi> => {
    server = createServer(listener);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new BulkApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'secret', 'en', WAITS);
  };
  const away = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  beforeEach(() => {
    said = [];
    jest.spyOn(console, 'error').mockImplementation((text) => void said.push(String(text)));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await away();
  });

  it('says at once that nothing answers and until when it tries, and soon gives up where nothing ever did', async () => {
    const api = await answering(() => undefined);
    await away();
    const failed = api.send('GET', '/v1/bulk-intakes/1');
    await expect(failed).rejects.toThrow(CommandFault);
    await expect(failed).rejects.toThrow(/does not answer\. Is the service running/);
    expect(said).toEqual([expect.stringMatching(/^No answer from http:\/\/127.+ until \d\d:\d\d:\d\d\.$/)]);
  });

  it('says that a service is lost which answered before', async () => {
    const api = await answering(
      (_, reply) => void reply.setHeader('content-type', 'application/json').end('{}'),
    );
    await api.send('GET', '/v1/bulk-intakes/1');
    await away();
    await expect(api.send('GET', '/v1/bulk-intakes/1')).rejects.toThrow(/does not answer any more/);
    expect(said).toHaveLength(1);
  });

  it('is refused a wrong secret once, and tries no further', async () => {
    let asked = 0;
    const api = await answering((_, reply) => {
      asked++;
      reply.writeHead(422, { 'content-type': 'application/problem+json' }).end('{"title":"Wrong secret"}');
    });
    await expect(api.send('GET', '/v1/bulk-intakes/1')).rejects.toThrow(new Refused(422, '', 'Wrong secret'));
    expect(asked).toBe(1);
    expect(said).toEqual([]);
  });
});
