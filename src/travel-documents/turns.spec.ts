import { OpenRequests } from '../platform/overload/open-requests.js';
import { Turns } from './turns.js';

describe('taking turns', () => {
  let openRequests: OpenRequests;
  let turns: Turns;
  let done: string[];
  beforeEach(() => {
    jest.useFakeTimers();
    openRequests = new OpenRequests();
    turns = new Turns(openRequests);
    done = [];
  });
  afterEach(() => jest.useRealTimers());
  /** An act that lasts until it is ended. */
  const act = (name: string) => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const over = turns.take(async () => {
      done.push(name);
      await ended;
      return name;
    });
    return { end, over };
  };
  const pass = async (milliseconds: number) => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    jest.advanceTimersByTime(milliseconds);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };

  it('begins at once where nobody waits, and the next one when that is over', async () => {
    const [first, second] = [act('first'), act('second')];
    await pass(0);
    expect(done).toEqual(['first']);
    first.end();
    await expect(first.over).resolves.toBe('first');
    await pass(0);
    expect(done).toEqual(['first', 'second']);
    second.end();
    await second.over;
  });

  it('begins when whoever waited has been answered, and not again at the next answer', async () => {
    const answered = openRequests.begin();
    const only = act('only');
    await pass(99);
    expect(done).toEqual([]);
    answered();
    await pass(0);
    openRequests.begin()();
    await pass(1000);
    expect(done).toEqual(['only']);
    only.end();
    await only.over;
  });

  it('does not wait for ever, neither for those who wait nor for the one before it', async () => {
    openRequests.begin();
    const [first, second] = [act('first'), act('second')];
    await pass(100);
    expect(done).toEqual(['first', 'second']);
    for (const one of [first, second]) one.end();
    await Promise.all([first.over, second.over]);
  });

  it('counts a request that takes its turn as nobody who waits', async () => {
    const answered = openRequests.begin();
    let waits: boolean | undefined;
    await turns.takeForRequest(async () => void (waits = openRequests.anybody));
    expect(waits).toBe(false);
    expect(openRequests.anybody).toBe(true);
    answered();
  });

  it('goes on where one fails', async () => {
    const failed = turns.take(() => Promise.reject(new Error('no')));
    const next = turns.take(() => Promise.resolve('next'));
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('next');
  });
});
