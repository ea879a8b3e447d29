import { systemCaller } from '../../src/platform/auth/caller.js';
import type { StaffRole } from '../../src/platform/auth/roles.js';
import { Environment } from '../../src/platform/config/environment.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
import { AccountsService } from '../../src/staff/accounts/accounts.service.js';
import { officerElsewhere } from '../support/another-post.js';
import { type Service, startService } from '../support/service.js';

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

describe('sessions', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  async function signIn(role = 'officer'): Promise<Tokens> {
    const { username, password } = service.demonstration.accounts.find(
      (account) => account.username === role,
    )!;
    return (await service.everyone().post('/v1/sessions').send({ username, password }).expect(201))
      .body as Tokens;
  }
  const renew = (refreshToken: string) =>
    service.everyone().post('/v1/sessions/renewal').send({ refreshToken });
  const open = (token: string) => service.as(token).get('/v1/sessions/current');

  describe('and guesses at passwords', () => {
    const attempt = async (username: string, password: string, remoteAddress: string) =>
      (
        await service.app.inject({
          method: 'POST',
          url: '/v1/sessions',
          payload: { username, password },
          remoteAddress,
        })
      ).statusCode;

    it('are ten at most, also where all come at once', async () => {
      const statuses = await Promise.all(
        Array.from({ length: 25 }, (_, i) => attempt('nobody.contoh', `guess ${i}`, '192.0.2.1')),
      );
      expect(statuses.filter((status) => status === 401)).toHaveLength(10);
      expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    });

    it('from one place lock nobody out who signs in at another', async () => {
      const { username, password } = service.demonstration.accounts.find(({ role }) => role === 'approver')!;
      for (let i = 0; i < 11; i++) await attempt(username, 'a wrong password', '2001:db8:1:2::1');
      expect(await attempt(username, password, '2001:db8:1:2:ffff::9')).toBe(429);
      expect(await attempt(username, password, '198.51.100.7')).toBe(201);
    });

    it('are counted from everywhere too', async () => {
      for (let i = 0; i < 100; i++) await attempt('nobody.else', 'guess', `203.0.113.${i}`);
      expect(await attempt('nobody.else', 'guess', '198.51.100.8')).toBe(429);
    });
  });

  it('are counted by network, not by each of its addresses', async () => {
    const environment = service.app.get(Environment);
    environment.RATE_LIMIT_ADDRESS = 3;
    const ask = async (remoteAddress: string) =>
      (await service.app.inject({ url: '/v1/posts', remoteAddress })).statusCode;
    const statuses: number[] = [];
    for (let i = 1; i <= 5; i++) statuses.push(await ask(`2001:db8:9:9::${i}`));
    environment.RATE_LIMIT_ADDRESS = 1_000_000;
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });

  it('of officers are for one post, as all that they do is', async () => {
    await officerElsewhere(service);
    const posts = (await service.query<{ id: string }>('SELECT id FROM post')).map(({ id }) => id);
    expect(posts).toHaveLength(2);
    const administrator = { ...systemCaller(posts[0]!, 'test'), posts };
    const create = (role: StaffRole) =>
      service.app.get(AccountsService).create(
        administrator,
        {
          username: `${role}.twice`,
          displayName: 'Contoh',
          role,
          password: 'seven quiet herons crossing',
          posts,
        },
        'by-holder',
      );
    await expect(create('officer')).rejects.toMatchObject({ options: { errors: [{ pointer: '/posts' }] } });
    await expect(create('supervisor')).rejects.toMatchObject({ code: 'invalid-input' });
    await create('administrator');
    const credentials = { username: 'administrator.twice', password: 'seven quiet herons crossing' };
    const { body } = await service.everyone().post('/v1/sessions').send(credentials).expect(201);
    const of = service.as((body as Tokens).accessToken);
    await of.post('/v1/devices').send({ kind: 'board', name: 'Contoh' }).expect(422);
    const made = await of.post('/v1/devices').send({ kind: 'board', name: 'Contoh', postId: posts[1] });
    expect(made.status).toBe(201);
    await of.delete(`/v1/devices/${(made.body as { id: string }).id}`).expect(204);
    const client = await of.post('/v1/clients').send({ name: 'Contoh', postId: posts[1] }).expect(201);
    await of.delete(`/v1/clients/${(client.body as { id: string }).id}`).expect(204);
    const recorded = await service.query(
      "SELECT action FROM audit_event WHERE post_id = $1 AND action IN ('device.revoked', 'client.shut-out')",
      [posts[1]],
    );
    expect(recorded).toHaveLength(2);
    await of.post('/v1/clients').send({ name: 'Contoh', postId: newId() }).expect(422);
  });

  it('are renewed with a token that works once', async () => {
    const first = await signIn();
    const second = (await renew(first.refreshToken).expect(201)).body as Tokens;
    expect(second.refreshToken).not.toBe(first.refreshToken);
    await open(second.accessToken).expect(200);
    await renew(second.refreshToken).expect(201);
  });

  it('end when a refresh token comes twice: one of the two who have it stole it', async () => {
    const first = await signIn();
    const second = (await renew(first.refreshToken).expect(201)).body as Tokens;
    const third = (await renew(second.refreshToken).expect(201)).body as Tokens;
    await renew(first.refreshToken).expect(401);
    await open(third.accessToken).expect(401);
    await renew(third.refreshToken).expect(401);
    const recorded = await service.query(
      "SELECT actor_kind, post_id IS NOT NULL AS at_post FROM audit_event WHERE action = 'session.token-reused'",
    );
    expect(recorded).toEqual([{ actor_kind: 'everyone', at_post: true }]);
  });

  it('end for nobody else, and for no token that was made up', async () => {
    const kept = await signIn();
    await renew('A'.repeat(43)).expect(401);
    await renew('short').expect(401);
    await open(kept.accessToken).expect(200);
  });

  it('go on for who did not hear the answer and asks again with the same token', async () => {
    const first = await signIn();
    const lost = (await renew(first.refreshToken).expect(201)).body as Tokens;
    const again = (await renew(first.refreshToken).expect(201)).body as Tokens;
    expect(again.refreshToken).toBe(lost.refreshToken);
    await open(again.accessToken).expect(200);
    await renew(again.refreshToken).expect(201);
    await renew(first.refreshToken).expect(401);
    await open(again.accessToken).expect(401);
  });

  it('do so for half a minute: who comes later ends them', async () => {
    const first = await signIn();
    const second = (await renew(first.refreshToken).expect(201)).body as Tokens;
    await service.query("UPDATE session SET renewed_at = renewed_at - interval '30 seconds'");
    await renew(first.refreshToken).expect(401);
    await renew(second.refreshToken).expect(401);
  });

  it('of several who renew with one token at once are one session with one next token', async () => {
    const { refreshToken } = await signIn();
    const answers = await Promise.all([1, 2, 3, 4].map(() => renew(refreshToken)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const tokens = answers.map(({ body }) => body as Tokens);
    expect(new Set(tokens.map((each) => each.refreshToken)).size).toBe(1);
    await renew(tokens[0]!.refreshToken).expect(201);
    await renew(refreshToken).expect(401);
    for (const { accessToken } of tokens) await open(accessToken).expect(401);
  });

  it('of a device outlive an answer that was lost: its code has been used, and nobody can sign it in again', async () => {
    const code = { code: service.demonstration.kioskCode };
    const { body } = await service.everyone().post('/v1/devices/enrolments').send(code).expect(201);
    const { refreshToken } = body as Tokens;
    await renew(refreshToken).expect(201);
    const heard = (await renew(refreshToken).expect(201)).body as Tokens;
    await open(heard.accessToken).expect(200);
  });

  it('are on record at the post, where its auditor sees them', async () => {
    await signIn('supervisor');
    const auditor = await service.api('auditor');
    const supervisor = await service.query<{ id: string }>(
      "SELECT id FROM account WHERE username = 'supervisor'",
    );
    const { body } = await auditor.get(`/v1/audit-events?actor=${supervisor[0]!.id}`).expect(200);
    const { items } = body as { items: { action: string }[] };
    expect(items.map(({ action }) => action)).toContain('session.opened');
  });

  it('are not opened for an account that is closed while its password is checked', async () => {
    const { username, password } = service.demonstration.accounts.find(({ role }) => role === 'analyst')!;
    const database = service.app.get(Database);
    const transaction = database.transaction.bind(database);
    database.transaction = async (posts, work) => {
      database.transaction = transaction;
      await service.query('UPDATE account SET active = false WHERE username = $1', [username]);
      return transaction(posts, work);
    };
    const refused = await service.everyone().post('/v1/sessions').send({ username, password }).expect(401);
    expect(refused.body).toMatchObject({ code: 'wrong-credentials' });
  });
});
