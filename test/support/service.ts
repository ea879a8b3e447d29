import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runOnce, Logger as JobLogger } from 'graphile-worker';
import { Client, Pool } from 'pg';
import request from 'supertest';
import { createApp } from '../../src/app.js';
import { type Demonstration, seedDemonstration } from '../../src/launch/demonstration/seed-demonstration.js';
import type { Role, StaffRole } from '../../src/platform/auth/roles.js';
import { Environment, readEnvironment } from '../../src/platform/config/environment.js';
import { Gate } from '../../src/platform/overload/gate.js';
import { forwardJobs } from '../../src/platform/jobs/job-outbox.js';
import { Topics, type Announcement } from '../../src/platform/jobs/topics.js';
import type { RegistrationReceipt, RegistrationRequest } from '../../src/registrations/intake/intake.dto.js';
import { createTestDatabase } from './test-database.js';

let keys = 0;
/** An idempotency key that no test used before. */
export const newKey = (): string => `test-key-${process.pid}-${Date.now()}-${++keys}`;

/** A report that nothing is wrong with; the person is made up. */
export const buildRegistration = (overrides: Partial<RegistrationRequest> = {}): RegistrationRequest => ({
  post: 'PNH',
  fullName: 'Budi Contoh',
  birthDate: { year: 1998, month: 4, day: 17 },
  sex: 'M',
  contact: { method: 'none' },
  needs: [],
  consents: ['embassy-assistance', 'home-ministry'],
  language: 'id',
  ...overrides,
});

export type Api = ReturnType<typeof request.agent>;
export type Service = Awaited<ReturnType<typeof startService>>;

/** The whole application on a database of its own, with the demonstration embassy. Background jobs run when told to. */
export async function startService(overrides: Partial<Record<keyof Environment, string>> = {}) {
  const database = await createTestDatabase();
  const gate = new Gate();
  const app = await createApp(
    readEnvironment({
      NODE_ENV: 'test',
      ROLE: 'app',
      LOG_LEVEL: 'fatal',
      DATABASE_URL: database.appUrl,
      MASTER_KEY: randomBytes(32).toString('base64'),
      TOKEN_KEY: randomBytes(32).toString('base64'),
      DOCUMENT_KEYS: database.folder,
      // tests leave no core free for whoever comes last
      DRAWING_NICENESS: '0',
      DOCUMENT_KEYS_PASSPHRASE: randomBytes(16).toString('hex'),
      RATE_LIMIT_ADDRESS: '1000000',
      RATE_LIMIT_SESSION: '1000000',
      ...overrides,
    }),
    gate,
  );
  const demonstration = (await seedDemonstration(app))!;
  const superuser = new Client({ connectionString: database.superuserUrl, pipeline: true });
  await superuser.connect();
  return {
    app,
    gate,
    database,
    demonstration,
    everyone: () => agent(app),
    api: (role: StaffRole | 'client' | 'officer2' | 'administrator2') => signedIn(app, demonstration, role),
    register: (overridden?: Partial<RegistrationRequest>) => register(app, overridden),
    as: (token: string) => agent(app, token),
    person: (receipt: Pick<RegistrationReceipt, 'accessSecret'>) => enter(app, receipt),
    device: (kind: 'kiosk' | 'board') =>
      enrol(app, kind === 'kiosk' ? demonstration.kioskCode : demonstration.boardCode),
    runJobs: () => runJobs(app, database.appUrl),
    /** As superuser, past row-level security. */
    query: async <Row extends object = Record<string, unknown>>(
      sql: string,
      params: unknown[] = [],
    ): Promise<Row[]> => (await superuser.query<Row>(sql, params)).rows,
    stop: async () => {
      await app.close();
      await superuser.end();
      await database.drop();
    },
  };
}

function agent(app: NestFastifyApplication, token?: string): Api {
  const api = request.agent(app.getHttpServer());
  return token === undefined ? api : api.set('authorization', `Bearer ${token}`);
}

async function tokenFrom(app: NestFastifyApplication, path: string, body: object): Promise<string> {
  const answer = await request(app.getHttpServer()).post(path).send(body).expect(201);
  return (answer.body as { accessToken: string }).accessToken;
}

async function signedIn(
  app: NestFastifyApplication,
  demonstration: Demonstration,
  role: Role | 'officer2' | 'administrator2',
): Promise<Api> {
  if (role === 'client')
    return agent(app, await tokenFrom(app, '/v1/sessions/client', { secret: demonstration.clientSecret }));
  const account = demonstration.accounts.find(({ username }) => username === role);
  if (!account) throw new Error(`the demonstration has no account ${role}`);
  const { username, password } = account;
  return agent(app, await tokenFrom(app, '/v1/sessions', { username, password }));
}

async function enter(app: NestFastifyApplication, { accessSecret }: { accessSecret: string }): Promise<Api> {
  return agent(app, await tokenFrom(app, '/v1/registrations/access', { accessSecret }));
}

async function enrol(app: NestFastifyApplication, code: string): Promise<Api> {
  return agent(app, await tokenFrom(app, '/v1/devices/enrolments', { code }));
}

async function register(
  app: NestFastifyApplication,
  overrides?: Partial<RegistrationRequest>,
): Promise<RegistrationReceipt> {
  const answer = await request(app.getHttpServer())
    .post('/v1/registrations')
    .set('idempotency-key', newKey())
    .send(buildRegistration(overrides))
    .expect(201);
  return answer.body as RegistrationReceipt;
}

/** Runs every job that is due, and those that they lead to. A failing job fails the test. */
async function runJobs(app: NestFastifyApplication, appUrl: string): Promise<void> {
  const pgPool = new Pool({ connectionString: appUrl, max: 4 });
  const failures: unknown[] = [];
  const taskList = Object.fromEntries(
    [...app.get(Topics).jobs].map(([name, work]) => [
      name,
      (payload: unknown) =>
        work(payload as Announcement).catch((error: unknown) => {
          failures.push(error);
          throw error;
        }),
    ]),
  );
  pgPool.on('error', () => undefined);
  pgPool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await forwardJobs(pgPool);
    do
      await runOnce({
        pgPool,
        taskList,
        noHandleSignals: true,
        logger: new JobLogger(() => () => undefined),
      });
    while ((await forwardJobs(pgPool)) > 0);
  } finally {
    await pgPool.end();
  }
  if (failures.length > 0) throw failures[0];
}
