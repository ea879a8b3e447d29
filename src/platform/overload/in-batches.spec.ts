import { inBatches } from './in-batches.js';

describe('what is done in batches', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is done together, in order, and what comes later in a batch of its own', () => {
    const done: string[] = [];
    const soon = inBatches(10);
    soon(() => done.push('first'));
    jest.advanceTimersByTime(9);
    soon(() => done.push('second'));
    expect(done).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(done).toEqual(['first', 'second']);
    soon(() => done.push('third'));
    jest.advanceTimersByTime(9);
    expect(done).toHaveLength(2);
    jest.advanceTimersByTime(1);
    expect(done).toEqual(['first', 'second', 'third']);
  });
});
