import { groupFaults } from './group-rules.js';

const adult = { post: 'PNH', birthDate: { year: 1990 } };
const child = { post: 'PNH', birthDate: { year: 2015 } };

describe('a group', () => {
  it.each([
    ['two adults', [adult, adult], []],
    ['a child with an adult', [child, { ...adult }].map((m, i) => (i === 0 ? { ...m, guardian: 1 } : m)), []],
    [
      'an adult of unknown age',
      [
        { ...child, guardian: 1 },
        { post: 'PNH', birthDate: {} },
      ],
      [],
    ],
    ['one person', [adult], ['/members']],
    ['nobody', [], ['/members']],
    ['two posts', [adult, { ...adult, post: 'BKK' }], ['/members/1/post']],
    ['their own guardian', [adult, { ...child, guardian: 1 }], ['/members/1/guardian']],
    ['a guardian who is not there', [adult, { ...child, guardian: 7 }], ['/members/1/guardian']],
    ['a child as guardian', [child, { ...child, guardian: 0 }], ['/members/1/guardian']],
    [
      'guardians in a chain',
      [adult, { ...adult, guardian: 0 }, { ...child, guardian: 1 }],
      ['/members/2/guardian'],
    ],
  ])('of %s', (_, members, pointers) => {
    expect(groupFaults(members, 2026).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
