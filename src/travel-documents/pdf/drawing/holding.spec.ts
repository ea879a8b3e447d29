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

  it('holds as long as somebody waits, and a moment longer', () => {
    holding.tell(false);
    holding.tell(true);
    holding.tell(true);
    jest.advanceTimersByTime(100);
    holding.tell(false);
    holding.tell(false);
    jest.advanceTimersByTime(19);
    expect(said).toEqual(['hold']);
    jest.advanceTimersByTime(1);
    expect(said).toEqual(['hold', 'release']);
    jest.advanceTimersByTime(1000);
    expect(said).toEqual(['hold', 'release']);
  });

  it('does not go on between two who come one after the other', () => {
    holding.tell(true);
    jest.advanceTimersByTime(50);
    holding.tell(false);
    jest.advanceTimersByTime(15);
    holding.tell(true);
    jest.advanceTimersByTime(50);
    expect(said).toEqual(['hold']);
  });

  it('goes on in the first gap, however short, where it was held for long', () => {
    holding.tell(true);
    jest.advanceTimersByTime(200);
    expect(said).toEqual(['hold']);
    holding.tell(false);
    expect(said).toEqual(['hold', 'release']);
    holding.tell(true);
    expect(said).toEqual(['hold', 'release', 'hold']);
    jest.advanceTimersByTime(190);
    holding.tell(false);
    expect(said).toHaveLength(3);
    jest.advanceTimersByTime(10);
    expect(said).toHaveLength(4);
  });

  it('lets a little be done where people wait all the time', () => {
    holding.tell(true);
    jest.advanceTimersByTime(299);
    expect(said).toEqual(['hold']);
    jest.advanceTimersByTime(1);
    expect(said).toEqual(['hold', 'release']);
    holding.tell(false);
    holding.tell(true);
    jest.advanceTimersByTime(14);
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
