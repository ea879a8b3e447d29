import { weekOf, weekRows } from './week-form.js';

const WEEK = [
  { weekday: 1, opens: '09:00', closes: '12:00' },
  { weekday: 1, opens: '13:00', closes: '17:00' },
  { weekday: 7, opens: '10:00', closes: '12:00' },
];

describe('the form of a week', () => {
  it('shows every weekday with one empty pair, and reads back what it shows', () => {
    const rows = weekRows(WEEK);
    expect(rows.map(({ stretches }) => stretches.length)).toEqual([3, 1, 1, 1, 1, 1, 2]);
    const sent = Object.fromEntries(
      rows.flatMap(({ weekday, stretches }) =>
        stretches.flatMap(({ opens, closes }, index) => [
          [`opens-${weekday}-${index}`, opens],
          [`closes-${weekday}-${index}`, closes],
        ]),
      ),
    );
    expect(weekOf(sent).openingHours).toEqual(WEEK);
  });

  it('shows a fault of the second stretch at its own inputs, also where the line before it was emptied', () => {
    const { openingHours, places } = weekOf({
      'opens-2-1': '14:00',
      'closes-2-1': '13:00',
      'opens-5-0': '8',
    });
    expect(openingHours.map(({ weekday }) => weekday)).toEqual([2, 5]);
    expect(places['/openingHours/0/closes']).toBe('closes-2-1');
    expect(places['/openingHours/1/opens']).toBe('opens-5-0');
  });
});
