import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDemonstration, readDemonstration } from '../../src/launch/demonstration/credentials.js';
import { type Service, startService } from '../support/service.js';

describe('a demonstration that an older version set up', () => {
  let service: Service;
  const folder = mkdtempSync(join(tmpdir(), 'pulang-older-'));
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await service.stop();
  });

  it('gets the accounts that came since, beside those that it has', async () => {
    const { accounts, ...more } = service.demonstration;
    const before = accounts.filter(({ username }) => username !== 'administrator2');
    await service.query("UPDATE account SET username = 'not-yet' WHERE username = 'administrator2'");
    writeFileSync(join(folder, 'demonstration.json'), JSON.stringify({ ...more, accounts: before }));

    expect(await ensureDemonstration(service.app, folder, false)).toBeUndefined();
    const after = readDemonstration(folder)!;
    expect(after).toMatchObject(more);
    expect(after.accounts.slice(0, -1)).toEqual(before);
    const { username, password, role } = after.accounts.at(-1)!;
    expect([username, role]).toEqual(['administrator2', 'administrator']);
    await service.everyone().post('/v1/sessions').send({ username, password }).expect(201);

    await ensureDemonstration(service.app, folder, false);
    expect(readDemonstration(folder)).toEqual(after);
  });
});
