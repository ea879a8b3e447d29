import { TRAVEL_MINUTES, TRAVEL_TIMES, travelMinutes } from './travel-time.js';

const NAMED = {
  'under-15': [0, 15],
  'under-45': [15, 45],
  'under-90': [45, 90],
  'over-90': [90, 240],
} as const;

describe('the minutes that are planned with', () => {
  it.each(TRAVEL_TIMES)('lie within "%s"', (time) => {
    const [from, to] = NAMED[time];
    expect(TRAVEL_MINUTES[time]).toBeGreaterThan(from);
    expect(TRAVEL_MINUTES[time]).toBeLessThan(to);
  });

  it('are the same in SQL', () => {
    for (const time of TRAVEL_TIMES)
      expect(travelMinutes('t')).toContain(`WHEN '${time}' THEN ${TRAVEL_MINUTES[time]}`);
  });
});
