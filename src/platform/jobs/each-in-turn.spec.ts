import { eachInTurn } from './each-in-turn.js';

it('lets everybody have their turn, and then says who had none', async () => {
  const done: number[] = [];
  const turns = eachInTurn([1, 2, 3, 4], async (n) => {
    if (n % 2 === 0) throw new Error(`not ${n}`);
    done.push(n);
  });
  await expect(turns).rejects.toMatchObject({ errors: [new Error('not 2'), new Error('not 4')] });
  expect(done).toEqual([1, 3]);
  await expect(eachInTurn([1], async () => undefined)).resolves.toBeUndefined();
});
