import { AuditLinker } from '../../src/platform/audit/audit-linker.js';
import { type Api, type Service, startService } from '../support/service.js';

interface Chain {
  linked: number;
  head: string | null;
  faults: { sequence: number | null; fault: string }[];
}

describe('the audit log', () => {
  let service: Service;
  let auditor: Api;
  beforeAll(async () => {
    service = await startService();
    auditor = await service.api('auditor');
    for (let i = 0; i < 20; i++) await service.register();
    await link();
  });
  afterAll(() => service.stop());

  const link = async () => {
    while ((await service.app.get(AuditLinker).link()) > 0);
  };
  const chain = async () => (await auditor.get('/v1/audit-events/chain').expect(200)).body as Chain;

  /** As somebody who owns the database: triggers off, one change, triggers on. What it changed is put back. */
  const tamper = async (change: string, undo: string): Promise<Chain> => {
    await service.query('SET session_replication_role = replica');
    await service.query(change);
    const found = await chain();
    await service.query(undo);
    await service.query('SET session_replication_role = DEFAULT');
    return found;
  };

  it('is linked without fault', async () => {
    const { linked, faults, head } = await chain();
    expect(linked).toBeGreaterThanOrEqual(20);
    expect(head).toMatch(/^[0-9a-f]{64}$/);
    expect(faults).toEqual([]);
  });

  it('links each event once when several processes link at once', async () => {
    for (let i = 0; i < 5; i++) await service.register();
    const linker = service.app.get(AuditLinker);
    await Promise.all(Array.from({ length: 8 }, () => linker.link()));
    await link();
    expect((await chain()).faults).toEqual([]);
    expect(await service.query('SELECT FROM audit_pending')).toEqual([]);
  });

  it.each([
    ['an event changed', 'UPDATE audit_event SET detail = \'{"channel":"kiosk"}\' WHERE id = $id'],
    ['an event re-dated', "UPDATE audit_event SET at = at - interval '1 day' WHERE id = $id"],
    ['an event of another actor', 'UPDATE audit_event SET actor_id = gen_random_uuid() WHERE id = $id'],
    ['an event removed', 'DELETE FROM audit_event WHERE id = $id'],
    ['a link removed', 'DELETE FROM audit_chain WHERE event_id = $id'],
    ['a link rewritten', "UPDATE audit_chain SET hash = sha256('x') WHERE event_id = $id"],
  ])('shows %s', async (_, change) => {
    const [event] = await service.query<{ id: string }>(
      'SELECT event_id AS id FROM audit_chain WHERE sequence = 7',
    );
    await service.query('CREATE TEMP TABLE kept_event AS SELECT * FROM audit_event');
    await service.query('CREATE TEMP TABLE kept_chain AS SELECT * FROM audit_chain');
    const { faults } = await tamper(
      change.replace('$id', `'${event!.id}'`),
      `DELETE FROM audit_chain; DELETE FROM audit_event;
       INSERT INTO audit_event SELECT * FROM kept_event; INSERT INTO audit_chain SELECT * FROM kept_chain;
       DROP TABLE kept_event, kept_chain`,
    );
    expect(faults.length).toBeGreaterThan(0);
    expect((await chain()).faults).toEqual([]);
  });

  it('shows a tail cut off the chain', async () => {
    await service.query('CREATE TEMP TABLE kept_chain AS SELECT * FROM audit_chain');
    const { faults } = await tamper(
      `DELETE FROM audit_chain WHERE sequence > 15;
       CREATE TEMP TABLE kept_at AS SELECT id, at FROM audit_event;
       UPDATE audit_event SET at = at - interval '1 hour' WHERE id NOT IN (SELECT event_id FROM audit_chain)`,
      `UPDATE audit_event e SET at = k.at FROM kept_at k WHERE k.id = e.id; DELETE FROM audit_chain;
       INSERT INTO audit_chain SELECT * FROM kept_chain; DROP TABLE kept_chain, kept_at`,
    );
    expect(faults).toContainEqual({ sequence: null, fault: 'event never linked' });
    expect((await chain()).faults).toEqual([]);
  });

  it('lists newest first, page by page, without losing one while others arrive', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query: string = after === null ? '' : `&after=${after}`;
      const { body } = await auditor.get(`/v1/audit-events?limit=7${query}`).expect(200);
      const page = body as { items: { id: string; at: string }[]; next: string | null };
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
      if (seen.length === 7) await service.register();
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    const stored = await service.query<{ id: string }>(
      `SELECT id FROM audit_event WHERE post_id IS NOT NULL ORDER BY at DESC, id DESC`,
    );
    expect(stored.map(({ id }) => id).filter((id) => !seen.includes(id))).toHaveLength(1);
  });

  it('is gone through for as long as that takes: with many events longer than any other statement', async () => {
    const [{ definition }] = (await service.query(
      "SELECT pg_get_functiondef('audit_chain_faults'::regproc) AS definition",
    )) as [{ definition: string }];
    await service.query(
      "CREATE OR REPLACE FUNCTION audit_chain_faults() RETURNS TABLE (sequence bigint, fault text) LANGUAGE sql STABLE AS $$ SELECT 1::bigint, current_setting('statement_timeout') $$",
    );
    const { body } = await (await service.api('auditor')).get('/v1/audit-events/chain').expect(200);
    await service.query(definition);
    expect(body).toMatchObject({ faults: [{ fault: '5min' }] });
  });

  it('is for auditors only', async () => {
    for (const role of ['officer', 'administrator', 'analyst'] as const)
      await (await service.api(role)).get('/v1/audit-events').expect(403);
  });
});
