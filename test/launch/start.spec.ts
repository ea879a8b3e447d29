import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Demonstration } from '../../src/launch/demonstration/seed-demonstration.js';
import { useHelpWords, WORDS } from './help-word-use.js';
import { childOf, databaseOn, itSlowly, killHard, launch, type Launched } from './launched.js';

const folder = mkdtempSync(join(tmpdir(), 'pulang-launch-'));
const dataDir = join(folder, 'data');
/** As much is logged as ever can be. */
const env = { DATA_DIR: dataDir, LOG_LEVEL: 'debug' };
let running: Launched;
/** The database's own user passes through. */
chmodSync(folder, 0o711);

const credentials = () =>
  JSON.parse(readFileSync(join(dataDir, 'demonstration.json'), 'utf8')) as Demonstration;

async function signIn(service: Launched, { accounts }: Demonstration): Promise<number> {
  const [{ username, password } = { username: '', password: '' }] = accounts;
  const answer = await fetch(`${service.url}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  return answer.status;
}

async function startAgain(args: string[] = []): Promise<void> {
  running = await launch({ env, args });
  await running.ready();
}

afterAll(async () => {
  running?.kill('SIGTERM');
  await running?.ended;
  rmSync(folder, { recursive: true });
});

describe('npm start', () => {
  itSlowly('brings everything up, prints how to sign in and keeps that to its user', async () => {
    await startAgain();
    const known = credentials();
    for (const { username, password } of known.accounts)
      expect(running.said()).toMatch(new RegExp(`${username} +${password}`));
    expect(running.said()).toContain(known.kioskCode);
    await expect(signIn(running, known)).resolves.toBe(201);
    for (const file of ['demonstration.json', 'secrets.json'])
      expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
  });

  itSlowly('logs no help word, however it is chosen or typed', async () => {
    const statuses = await useHelpWords(running.url, credentials());
    const checkedIn = statuses.pop();
    expect(statuses).toEqual([201, 422, 201, 303, 303, 422, 422, 204, 201, 401, 422, 422, 201, 303]);
    // too early, but for those who come shortly before the post opens
    expect([409, 201]).toContain(checkedIn);
    const logs = running.said() + readFileSync(join(dataDir, 'postgres/postgres.log'), 'utf8');
    for (const path of [
      'own/help-word',
      'status/contact',
      'status/sign-in',
      'check-ins',
      'registrations/access',
    ])
      expect(logs).toMatch(new RegExp(`"route":"[^"]*${path}","status":`));
    for (const word of WORDS.slice(0, 3)) expect(logs).not.toMatch(new RegExp(word.split(' ')[1]!, 'i'));
    for (const word of WORDS)
      for (const written of [
        Buffer.from(word).toString('base64'),
        JSON.stringify(word),
        encodeURIComponent(word),
      ])
        if (written !== word) expect(logs).not.toContain(written);
  });

  itSlowly('logs a request by its route, never by its address, and little of how it starts', async () => {
    await fetch(`${running.url}/console/cases/0190aaaa-0000-7000-8000-000000000001?q=Contoh`);
    const line = '"route":"/console/cases/:id"';
    for (let tries = 0; tries < 200 && !running.said().includes(line); tries++) await sleep(50);
    const said = running.said();
    expect(said).toMatch(
      /"requestId":"[\da-f-]+","method":"GET","route":"\/console\/cases\/:id","status":401,"ms":\d+,"msg":"answered"/,
    );
    expect(said).not.toContain('0190aaaa');
    const atInfo = said.split('\n').filter((line) => line.startsWith('{"level":30'));
    expect(atInfo.length).toBeLessThan(10);
    expect(atInfo.join()).toMatch(/answers at [\d.]+:\d+, and does jobs/);
  });

  itSlowly('refuses a second start on the same data folder, and says who has it', async () => {
    const second = await launch({ env });
    await expect(second.ended).resolves.toBe(1);
    expect(second.said()).toMatch(
      new RegExp(`Pulang already runs on the data folder ${dataDir} \\(process ${childOf(running.pid)}\\)`),
    );
  });

  itSlowly('survives a kill -9 of what npm started: the service ends itself and starts again', async () => {
    const service = childOf(running.pid);
    running.kill('SIGKILL');
    await running.ended;
    await startAgain();
    expect(childOf(running.pid)).not.toBe(service);
    await expect(signIn(running, credentials())).resolves.toBe(201);
  });

  itSlowly('survives a kill -9 of the service itself: the database left running is used again', async () => {
    const database = databaseOn(dataDir);
    killHard(childOf(running.pid));
    await expect(running.ended).resolves.toBe(137);
    await startAgain();
    expect(databaseOn(dataDir)).toBe(database);
    await expect(signIn(running, credentials())).resolves.toBe(201);
  });

  itSlowly(
    'stops everything on a signal, the database too, and shows no password the next time',
    async () => {
      running.kill('SIGINT');
      await expect(running.ended).resolves.toBe(0);
      expect(databaseOn(dataDir)).toBeUndefined();
      await startAgain();
      for (const { password } of credentials().accounts) expect(running.said()).not.toContain(password);
    },
  );

  itSlowly('makes new passwords when asked', async () => {
    const before = credentials();
    running.kill('SIGTERM');
    await running.ended;
    await startAgain(['--new-passwords']);
    await expect(signIn(running, before)).resolves.toBe(401);
    await expect(signIn(running, credentials())).resolves.toBe(201);
    expect(credentials().kioskCode).not.toBe(before.kioskCode);
  });

  itSlowly('starts the database again when that dies', async () => {
    killHard(databaseOn(dataDir));
    await expect(readyAgain(running)).resolves.toBe(200);
  });
});

async function readyAgain({ url }: Launched): Promise<number> {
  await sleep(1_500);
  for (let attempt = 1; ; attempt++) {
    const { status } = await fetch(`${url}/health/ready`);
    if (status === 200 || attempt === 200) return status;
    await sleep(200);
  }
}
