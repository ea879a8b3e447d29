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

  it('may hang: after a while that ends what was asked, and it is called anew', async () => {
    const socket = join(folder, 'hanging.sock');
    let calls = 0;
    const server = createServer((client) => {
      const hangs = ++calls === 1;
      createInterface({ input: client }).on('line', (line) => {
        const { id } = JSON.parse(line) as { id: number };
        const answer = { id, signature: Buffer.from('signed').toString('base64') };
        if (!hangs) client.write(`${JSON.stringify(answer)}\n`);
      });
    });
    await new Promise<void>((listening) => server.listen(socket, listening));
    let lost = 0;
    const connection = new SignerConnection({ socket, environment: {} }, () => lost++, 500);
    const ask = () => connection.sign('ID', 'list', Buffer.from('a list'));
    const both = await Promise.allSettled([ask(), ask()]);
    expect(both.map((each) => each.status === 'rejected' && each.reason instanceof KeyUnreadable)).toEqual([
      true,
      true,
    ]);
    expect([calls, lost]).toEqual([1, 1]);
    // a line that ends late takes nothing with it that was asked on the next
    const answers = await Promise.all([ask(), ask()]);
    expect(answers).toEqual([Buffer.from('signed'), Buffer.from('signed')]);
    expect([calls, lost]).toEqual([2, 1]);
    connection.close();
    await new Promise((closed) => server.close(closed));
  });
});
