import { randomBytes } from 'node:crypto';
import type { Demonstration } from '../launch/demonstration/seed-demonstration.js';
import type { Api } from './api.js';

/** Everyone and everything at work in a surge, signed in. */
export interface Crew {
  officers: readonly Api[];
  /** An officer without a counter: what comes after the interview. */
  desk: Api;
  approver: Api;
  supervisor: Api;
  homeAgency: Api;
  auditor: Api;
  organisation: Api;
  kiosks: readonly Api[];
  /** Sends everyone home: counters closed, accounts and kiosks of this surge shut. */
  dismiss(): Promise<void>;
}

const KIOSKS = 3;

interface Counter {
  id: string;
}

/** Signs the demonstration's staff in, and takes on an officer for every free counter and three kiosks for the time. */
export async function assembleCrew(everyone: Api, demonstration: Demonstration): Promise<Crew> {
  const { accounts, clientSecret, postId } = demonstration;
  const signIn = (username: string, password: string) =>
    everyone.enter('sign in', '/v1/sessions', { username, password });
  const staff = async (name: string) => {
    const account = accounts.find(({ username }) => username === name);
    if (!account) throw new Error(`the demonstration has no account ${name}`);
    return signIn(account.username, account.password);
  };
  const administrator = await staff('administrator');
  const another = await staff('administrator2');
  const mark = randomBytes(3).toString('hex');
  const { body: posts } = await everyone.get<{ items: { id: string; counters: Counter[] }[] }>(
    'posts',
    '/v1/posts',
  );
  const counters = posts.items.find(({ id }) => id === postId)?.counters ?? [];
  const hired = await Promise.all(
    counters.map((counter, index) =>
      hire([administrator, another], signIn, `surge-${mark}-${index + 1}`, postId, counter),
    ),
  );
  const atWork = hired.filter(({ working }) => working);
  if (atWork.length === 0) throw new Error('every counter of the demonstration is taken: close one first');
  const kiosks = await Promise.all(
    Array.from({ length: KIOSKS }, (_, index) =>
      enrol(everyone, administrator, `Surge ${mark} kiosk ${index + 1}`),
    ),
  );
  return {
    officers: atWork.map(({ api }) => api),
    desk: await staff('officer'),
    approver: await staff('approver'),
    supervisor: await staff('supervisor'),
    homeAgency: await staff('home-agency'),
    auditor: await staff('auditor'),
    organisation: await everyone.enter('sign in', '/v1/sessions/client', { secret: clientSecret }),
    kiosks: kiosks.map(({ api }) => api),
    dismiss: async () => {
      await Promise.all([...hired, ...kiosks].map(({ leave }) => leave()));
    },
  };
}

const secret = () => randomBytes(18).toString('base64url');

async function hire(
  [administrator, another]: readonly [Api, Api],
  signIn: (username: string, password: string) => Promise<Api>,
  username: string,
  postId: string,
  { id: counterId }: Counter,
) {
  const [given, own] = [secret(), secret()];
  const { body: account, etag } = await administrator.post<{ id: string; version: number }>(
    'account',
    '/v1/accounts',
    {
      body: {
        username,
        displayName: `Surge officer ${username} (made up)`,
        role: 'officer',
        password: given,
        posts: [postId],
      },
    },
  );
  const api = await signIn(username, given);
  const change = { currentPassword: given, newPassword: own, code: await confirm(another, account.id) };
  await api.send('choose password', 'PUT', '/v1/password', { body: change });
  const { status } = await api.post('open counter', '/v1/counter-sessions', {
    body: { counterId },
    also: [409],
  });
  const working = status === 201;
  return {
    api,
    working,
    leave: async () => {
      if (working)
        await api.send('close counter', 'DELETE', '/v1/counter-sessions/current', { also: [404, 409] });
      const ifMatch = etag ?? `"v${account.version}"`;
      await administrator.send('account', 'PATCH', `/v1/accounts/${account.id}`, {
        body: { active: false },
        ifMatch,
      });
    },
  };
}

/** What one administrator gave, another one confirms. @returns the code for the account's holder */
async function confirm(administrator: Api, accountId: string): Promise<string> {
  const { body } = await administrator.get<{ items: { id: string; accountId: string }[] }>(
    'confirm account',
    '/v1/countersignatures',
  );
  const giving = body.items.find((one) => one.accountId === accountId);
  if (!giving) throw new Error('the account that was made does not wait to be confirmed');
  const path = `/v1/countersignatures/${giving.id}/confirmation`;
  return (await administrator.post<{ code: string }>('confirm account', path, {})).body.code;
}

async function enrol(everyone: Api, administrator: Api, name: string) {
  const { body } = await administrator.post<{ id: string; enrolmentCode: string }>('device', '/v1/devices', {
    body: { kind: 'kiosk', name },
  });
  return {
    api: await everyone.enter('enrol', '/v1/devices/enrolments', { code: body.enrolmentCode }),
    leave: () => administrator.send('device', 'DELETE', `/v1/devices/${body.id}`, {}),
  };
}
