import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pkcs11Port } from './pkcs11-port.js';

describe('a module that hangs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pulang-module-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is not waited for for ever', async () => {
    writeFileSync(join(folder, 'pkcs11-tool'), '#!/bin/sh\nexec sleep 20\n', { mode: 0o700 });
    const environment = { PATH: `${folder}:/usr/bin:/bin` };
    const port = new Pkcs11Port({
      library: 'none',
      token: 'none',
      pin: '0',
      folder,
      environment,
      patienceMs: 300,
    });
    await expect(port.sign('ID', 'seal', Buffer.from('a seal'))).rejects.toThrow('pkcs11-tool ended');
  });
});
