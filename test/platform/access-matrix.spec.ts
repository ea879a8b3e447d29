import { STAFF_ROLES } from '../../src/platform/auth/roles.js';
import { newId } from '../../src/platform/ids.js';
import { type Operation, operationsOf } from '../support/openapi-operations.js';
import { type CallerKind, CALLERS, roleTokens } from '../support/role-tokens.js';
import { newKey, type Service, startService } from '../support/service.js';

describe('every route', () => {
  let service: Service;
  let tokens: Map<CallerKind, string>;
  beforeAll(async () => {
    service = await startService();
    tokens = await roleTokens(service);
  });
  afterAll(() => service.stop());

  const call = async ({ method, path }: Operation, caller: CallerKind) => {
    const token = tokens.get(caller);
    const answer = await service.app.inject({
      method,
      url: path.replace(/\{\w+\}/g, newId),
      headers: {
        'idempotency-key': newKey(),
        'if-match': '"v1"',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(method !== 'GET' && { payload: {} }),
    });
    return { status: answer.statusCode, code: answer.json<{ code?: string }>().code };
  };

  it.each(CALLERS)('is open to the role "%s" exactly where it says so', async (caller) => {
    const operations = operationsOf(service.app).filter(({ allowed }) => !allowed.includes('everyone'));
    expect(operations.length).toBeGreaterThan(20);
    for (const operation of operations) {
      const { method, path, allowed, endless } = operation;
      // these end the very session that the next call needs, or never end
      if ((method === 'DELETE' && path === '/v1/sessions/current') || (endless && allowed.includes(caller)))
        continue;
      const { status, code } = await call(operation, caller).catch(() => ({ status: 0, code: undefined }));
      const refused = code === 'not-allowed' || code === 'not-signed-in';
      const expected = caller === 'everyone' ? 401 : 403;
      expect({ method, path, refused, status: refused ? status : 0 }).toEqual(
        allowed.includes(caller)
          ? { method, path, refused: false, status: 0 }
          : { method, path, refused: true, status: expected },
      );
    }
  });

  /** Every route that staff may call, as one of them; those that end the session or never end aside. */
  const staffRoutes = () =>
    operationsOf(service.app).flatMap((operation) => {
      const role = STAFF_ROLES.find((one) => operation.allowed.includes(one));
      const ends = operation.method === 'DELETE' && operation.path === '/v1/sessions/current';
      return role && !ends && !operation.endless ? [{ role, operation }] : [];
    });

  it('lets staff whose password somebody else made do nothing but choose their own', async () => {
    await service.query('UPDATE session SET password_owed = true');
    for (const { role, operation } of staffRoutes()) {
      const { method, path, beforeOwnPassword } = operation;
      const { code } = await call(operation, role);
      const refused = code === 'own-password-missing';
      expect({ method, path, refused }).toEqual({ method, path, refused: !beforeOwnPassword });
    }
    await service.query('UPDATE session SET password_owed = false');
  });

  it('lets staff who owe their second factor do nothing but set it up', async () => {
    await service.query("UPDATE session SET second_factor = 'owed'");
    for (const { role, operation } of staffRoutes()) {
      const { method, path, beforeSecondFactor } = operation;
      const { code } = await call(operation, role);
      const refused = code === 'second-factor-missing';
      expect({ method, path, refused }).toEqual({ method, path, refused: !beforeSecondFactor });
    }
    await service.query("UPDATE session SET second_factor = 'none'");
  });

  it('lets staff whose account waits for another administrator do nothing but choose a password', async () => {
    await service.query(
      `INSERT INTO account_countersignature (id, account_id, given, given_by)
       SELECT gen_random_uuid(), a.id, 'account', (SELECT b.id FROM account b WHERE b.id <> a.id LIMIT 1) FROM account a`,
    );
    for (const { role, operation } of staffRoutes()) {
      const { method, path, beforeOwnPassword } = operation;
      const { code } = await call(operation, role);
      const refused = code === 'countersignature-missing';
      expect({ method, path, refused }).toEqual({ method, path, refused: !beforeOwnPassword });
    }
    await service.query('DELETE FROM account_countersignature');
  });

  it('asks staff again whether it is them exactly where it says so', async () => {
    await service.query(
      "UPDATE session SET second_factor = 'given', confirmed_at = now() - interval '15 minutes'",
    );
    const routes = staffRoutes();
    expect(routes.filter(({ operation }) => operation.asksAgain).length).toBeGreaterThan(10);
    for (const { role, operation } of routes) {
      const { method, path, asksAgain = '' } = operation;
      const { code } = await call(operation, role);
      const expected = ['everybody', 'second-factor'].includes(asksAgain);
      expect({ method, path, asked: code === 'second-factor-again' }).toEqual({
        method,
        path,
        asked: expected,
      });
    }
  });

  it('refuses a token that is forged, expired in its session, or meant for something else', async () => {
    const officer = tokens.get('officer')!;
    const [header, , signature] = officer.split('.');
    const payload = Buffer.from(JSON.stringify({ sid: newId(), aud: 'pulang-api', iss: 'pulang' }));
    for (const token of [
      `${header}.${payload.toString('base64url')}.${signature}`,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload.toString('base64url')}.`,
      'nonsense',
      '',
    ])
      await service
        .everyone()
        .get('/v1/sessions/current')
        .set('authorization', `Bearer ${token}`)
        .expect(401);
    await service.as(officer).delete('/v1/sessions/current').expect(204);
    await service.as(officer).get('/v1/sessions/current').expect(401);
  });
});
