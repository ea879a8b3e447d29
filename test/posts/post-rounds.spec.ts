import { PostRounds } from '../../src/posts/post-rounds.js';
import { type Service, startService } from '../support/service.js';

describe('rounds of all posts', () => {
  let service: Service;
  let rounds: PostRounds;
  const [first, second] = [
    '01932f3e-6a3b-7c51-9d2e-000000000001',
    '01932f3e-6a3b-7c51-9d2e-000000000002',
  ] as const;
  beforeAll(async () => {
    service = await startService();
    rounds = service.app.get(PostRounds);
    for (const [id, code] of [
      [first, 'AAA'],
      [second, 'BBB'],
    ])
      await service.query(
        `INSERT INTO post SELECT (jsonb_populate_record(p, jsonb_build_object('id', $1::text, 'code', $2::text))).*
         FROM post p LIMIT 1`,
        [id, code],
      );
  });
  afterAll(() => service.stop());

  it('give every post its turn, and say in the end that one failed', async () => {
    const seen: string[] = [];
    const round = rounds.atEach((_, postId) => {
      seen.push(postId);
      return postId === first ? Promise.reject(new Error('made up')) : Promise.resolve();
    });
    await expect(round).rejects.toThrow('1 had no turn');
    expect(seen).toEqual(expect.arrayContaining([first, second]));
  });

  it('give every case its turn, also where finding them fails at another post', async () => {
    const seen: string[] = [];
    const found = `SELECT case_id AS id FROM unnest(ARRAY['one', 'two']) case_id
      WHERE $1::uuid = '${second}' OR 1 / ($1::uuid <> '${first}')::integer = 2 LIMIT $2`;
    const round = rounds.each(found, 10, (postId, id) => {
      seen.push(`${postId} ${id}`);
      return id === 'one' ? Promise.reject(new Error('made up')) : Promise.resolve();
    });
    const error: unknown = await round.catch((thrown: unknown) => thrown);
    expect((error as AggregateError).errors).toHaveLength(2);
    expect(seen).toEqual([`${second} one`, `${second} two`]);
  });
});
