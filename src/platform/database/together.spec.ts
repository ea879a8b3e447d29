import { together } from './together.js';

describe('together', () => {
  it('gives what each gave', async () => {
    expect(await together(Promise.resolve(1), Promise.resolve('two'))).toEqual([1, 'two']);
  });

  it('waits for the others where one fails, so that none goes on after the rollback', async () => {
    const done: string[] = [];
    const slowly = async () => {
      for (const step of ['one', 'two']) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        done.push(step);
      }
    };
    await expect(together(slowly(), Promise.reject(new Error('at once')))).rejects.toThrow('at once');
    expect(done).toEqual(['one', 'two']);
  });
});
