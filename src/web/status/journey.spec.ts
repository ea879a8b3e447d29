import { stageMarks } from './journey.js';

const at = new Date('2026-01-30T09:00:00Z');
const booked = { registered: at, triaged: at, booked: at };
const none = { appointment: null, ticket: null };
const appointment = { startsAt: at.toISOString(), place: 'Contoh', comeNow: false, mayBeCalled: true };
const states = (marks: ReturnType<typeof stageMarks>) =>
  Object.fromEntries(marks.slice(0, 5).map(({ stage, state }) => [stage, state]));

describe('the steps of the way home', () => {
  it('have the appointment done while it stands, in the hall, and once the person was at the counter', () => {
    for (const standing of [
      { ...none, reached: booked, appointment },
      { ...none, reached: booked, ticket: 'waiting' as const },
      { ...none, reached: { ...booked, served: at } },
    ])
      expect(states(stageMarks(standing, true))).toMatchObject({ booked: 'done' });
  });

  it('have it ahead again once it was given back', () => {
    const marks = stageMarks({ ...none, reached: booked }, true);
    expect(states(marks)).toEqual({
      registered: 'done',
      triaged: 'done',
      booked: 'now',
      served: 'later',
      verified: 'later',
    });
    expect(marks[2]!.at).toBeNull();
  });

  it('keep what was when the case is over', () => {
    expect(states(stageMarks({ ...none, reached: booked }, false))).toMatchObject({ booked: 'done' });
  });
});
