import { type BoardState, nextBoard } from './board-state.js';

const asOf = new Date('2026-01-16T02:00:00Z');
const call = (number: number, attempt = 1, counter = 3) => ({
  number,
  counter,
  call: `${number} ${attempt}`,
});
const chimes = (...boards: ReturnType<typeof call>[][]) => {
  let state: BoardState | undefined;
  return boards.map((calls) => (state = nextBoard(state, { calls, asOf })).board.chime);
};

describe('nextBoard', () => {
  it('shows numbers and counters as text', () => {
    expect(nextBoard(undefined, { calls: [call(42)], asOf }).board).toEqual({
      calls: [{ number: '042', counter: '3' }],
      asOf: '2026-01-16T02:00:00.000Z',
      chime: false,
    });
  });

  it.each([
    ['a new number', [[], [call(1)]], true],
    ['a number called again', [[call(1)], [call(1, 2)]], true],
    ['a number that replaces another', [[call(1)], [call(2)]], true],
    ['nothing new', [[call(1)], [call(1)]], false],
    ['a number that goes', [[call(1), call(2)], [call(2)]], false],
  ])('chimes for %s: %#', (_, boards, chime) => expect(chimes(...boards)).toEqual([false, chime]));

  it('does not forget between changes what it has shown', () => {
    expect(chimes([call(1)], [call(1), call(2)], [call(1), call(2)], [call(2)], [call(2), call(3)])).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
  });
});
