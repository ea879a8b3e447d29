import { randomUUID } from 'node:crypto';
import { holdAlone, holderOf } from './hold-alone.mjs';

describe('holdAlone', () => {
  it('lets one hold a name, says who, and lets the next have it afterwards', async () => {
    const name = randomUUID();
    const hold = await holdAlone(name);
    await expect(holdAlone(name)).resolves.toBeUndefined();
    await expect(holderOf(name)).resolves.toBe(process.pid);
    await hold?.release();
    await expect(holderOf(name)).resolves.toBeUndefined();
    const next = await holdAlone(name);
    expect(next).toBeDefined();
    await next?.release();
  });

  it('gives a name to one of many who want it at once', async () => {
    const name = randomUUID();
    const holds = await Promise.all(Array.from({ length: 20 }, () => holdAlone(name)));
    const got = holds.filter((hold) => hold !== undefined);
    expect(got).toHaveLength(1);
    await got[0]?.release();
  });
});
