import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyUnreadable } from '../software-keystore.js';
import { SignerConnection } from './signer-connection.js';

describe('a signer at a socket', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pulang-socket-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('may be away: that ends what was asked and nothing else, and it is called again once it is there', async () => {
    const socket = join(folder, 'signer.sock');
    const connection = new SignerConnection({ socket, environment: {} });
    const ask = () => connection.sign('ID', 'list', Buffer.from('a list'));
    await expect(ask()).rejects.toThrow(KeyUnreadable);
    await expect(ask()).rejects.toThrow(KeyUnreadable);
    const server = createServer((client) =>
      createInterface({ input: client }).on('line', (line) => {
        const { id } = JSON.parse(line) as { id: number };
        client.end(`${JSON.stringify({ id, signature: Buffer.from('signed').toString('base64') })}\n`);
      }),
    );
    await new Promise<void>((listening) => server.listen(socket, listening));
    await expect(ask()).resolves.toEqual(Buffer.from('signed'));
    connection.close();
    await new Promise((closed) => server.close(closed));
  });
});
