import { jest } from '@jest/globals';
import { Holding } from './holding.js';

describe('holding work for those who wait', () => {
  let said: string[];
  let holding: Holding;
  beforeEach(() => {
    jest.useFakeTimers();
    said = [];
    holding = new Holding(
      () => said.push('hold'),
      () => said.push('release'),
    );
  });
  afterEach(() => jest.useRealTimers());

  it('holds as long as somebody waits', () => {
    holding.tell(false);
    holding.tell(true);
    holding.tell(true);
    jest.advanceTimersByTime(199);
    expect(said).toEqual(['hold']);
    holding.tell(false);
    holding.tell(false);
    jest.advanceTimersByTime(1000);
    expect(said).toEqual(['hold', 'release']);
  });

  it('lets a little be done where people wait all the time', () => {
    holding.tell(true);
    jest.advanceTimersByTime(200);
    expect(said).toEqual(['hold', 'release']);
    holding.tell(false);
    holding.tell(true);
    jest.advanceTimersByTime(49);
    expect(said).toEqual(['hold', 'release']);
    jest.advanceTimersByTime(1);
    expect(said).toEqual(['hold', 'release', 'hold']);
  });

  it('never leaves it held at the end', () => {
    holding.tell(true);
    holding.end();
    holding.end();
    jest.advanceTimersByTime(1000);
    expect(said).toEqual(['hold', 'release']);
  });
});
