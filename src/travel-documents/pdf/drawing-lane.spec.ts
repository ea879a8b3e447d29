import { DrawingLane } from './drawing-lane.js';

const busyFor = (ms: number) => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};
const waited = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a lane of sheets', () => {
  it('draws one after the other, and goes on after one that fails', async () => {
    const lane = new DrawingLane();
    const order: string[] = [];
    const sheet = (name: string) =>
      lane.add(async () => {
        order.push(`begin ${name}`);
        await waited(1);
        order.push(`end ${name}`);
        if (name === 'b') throw new Error('spoiled');
        return name;
      });
    const all = await Promise.allSettled(['a', 'b', 'c'].map(sheet));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(order).toEqual(['begin a', 'end a', 'begin b', 'end b', 'begin c', 'end c']);
    expect(lane.pending).toBe(0);
  });

  it('rests as long as a sheet took while the thread is at work', async () => {
    const lane = new DrawingLane();
    const sheet = () =>
      lane.add(async () => {
        const at = performance.now();
        busyFor(40);
        await waited(1);
        return at;
      });
    const [first, second] = await Promise.all([sheet(), sheet()]);
    expect(second - first).toBeGreaterThan(75);
  });
});
