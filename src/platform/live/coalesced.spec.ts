import { Coalesced } from './coalesced.js';

describe('things sent together', () => {
  let sent: string[][];
  let coalesced: Coalesced;
  beforeEach(() => {
    jest.useFakeTimers();
    sent = [];
    coalesced = new Coalesced(50, (items) => {
      sent.push(items);
      return Promise.resolve();
    });
  });
  afterEach(() => jest.useRealTimers());

  it('goes out at once when it is the first', () => {
    coalesced.add('a');
    expect(sent).toEqual([['a']]);
  });

  it('goes out once after the pause, however often it came, and never is forgotten', () => {
    for (const item of ['a', 'b', 'a', 'b']) coalesced.add(item);
    expect(sent).toEqual([['a']]);
    jest.advanceTimersByTime(50);
    expect(sent).toEqual([['a'], ['b', 'a']]);
    jest.advanceTimersByTime(500);
    coalesced.add('a');
    expect(sent).toEqual([['a'], ['b', 'a'], ['a']]);
  });

  it('goes out before the pause is over when it has to', () => {
    coalesced.add('a');
    coalesced.add('b');
    void coalesced.flush();
    expect(sent).toEqual([['a'], ['b']]);
  });
});
