import { sayDays, sayWeek, type WeeklyHours } from './weekly-hours.js';

const on = (weekdays: number[], opens: string, closes: string): WeeklyHours =>
  weekdays.map((weekday) => ({ weekday, opens, closes }));

describe('the hours of a week', () => {
  it.each<[string, WeeklyHours, string]>([
    ['alike on days one after the other', on([3, 1, 2], '09:00:00', '17:00:00'), 'Mon-Wed 09:00-17:00'],
    ['alike on days apart', on([1, 3, 4], '09:00', '17:00'), 'Mon 09:00-17:00, Wed-Thu 09:00-17:00'],
    [
      'with a pause, and shorter on one day',
      [...on([6], '09:00', '12:00'), ...on([1, 2], '13:00', '16:30'), ...on([1, 2], '08:00', '12:00')],
      'Mon-Tue 08:00-12:00, Mon-Tue 13:00-16:30, Sat 09:00-12:00',
    ],
    ['until midnight', on([7], '20:00', '24:00'), 'Sun 20:00-00:00'],
    ['that are not known', [], ''],
  ])('%s', (_, hours, said) => {
    expect(sayWeek(hours, 'en', ', ')).toBe(said);
  });

  it('are said as the language says them', () => {
    const hours = on([1, 2, 3, 4, 5], '09:00', '17:00');
    expect(sayWeek(hours, 'id', ', ')).toBe('Sen-Jum 09.00-17.00');
    expect(sayWeek(hours, 'ur', '، ')).toBe('پیر-جمعہ 09:00-17:00');
  });
});

describe('days off', () => {
  it.each<[string[], string, string]>([
    [['2026-12-24', '2026-12-25', '2026-12-26', '2027-01-01'], 'en', '24-26 Dec, 1 Jan'],
    [['2026-12-31', '2027-01-01'], 'id', '31 Des 2026-1 Jan 2027'],
    [[], 'en', ''],
  ])('%j in %s', (days, language, said) => {
    expect(sayDays(days, language, ', ')).toBe(said);
  });
});
