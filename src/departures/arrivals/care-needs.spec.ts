import { NEEDS } from '../../registrations/needs.js';
import { careNeeds } from './care-needs.js';

describe('needs for care on arrival', () => {
  it('leave out what says that somebody is a victim, in fear or poor', () => {
    expect(NEEDS.filter((need) => !(careNeeds(NEEDS) as string[]).includes(need))).toEqual([
      'danger-now',
      'cannot-speak-freely',
      'held-or-forced',
      'no-shelter-tonight',
      'no-food-or-money',
    ]);
  });
});
