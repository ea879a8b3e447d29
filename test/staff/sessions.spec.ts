import { Database } from '../../src/platform/database/database.js';
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

  it('of two who renew with one token at once, let one in at most, and then nobody', async () => {
    const { refreshToken } = await signIn();
    const answers = await Promise.all([1, 2, 3, 4].map(() => renew(refreshToken)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    const won = answers.find(({ status }) => status === 201)!.body as Tokens;
    await open(won.accessToken).expect(401);
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
