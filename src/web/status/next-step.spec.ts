import { nextStep, type Standing } from './next-step.js';

const at = new Date();
const standing: Standing = {
  status: 'active',
  reached: { registered: at },
  appointment: null,
  identity: null,
  ticket: null,
  document: null,
  journey: null,
};
const inMinutes = (minutes: number) => new Date(at.getTime() + minutes * 60_000).toISOString();
const journey = (minutes: number) => ({ leavesAt: new Date(inMinutes(minutes)), boarded: false });
const appointment = { startsAt: inMinutes(21), place: 'Contoh', comeNow: false, mayBeCalled: true };

describe('the one thing to do now', () => {
  it.each<[string, Partial<Standing>]>([
    ['wait-for-call', {}],
    ['choose-time', { reached: { registered: at, booked: at } }],
    ['come-to-appointment', { appointment }],
    ['come-soon', { appointment: { ...appointment, startsAt: inMinutes(19) } }],
    ['come-soon', { appointment: { ...appointment, startsAt: inMinutes(-90) } }],
    ['come-now', { appointment: { ...appointment, comeNow: true } }],
    ['wait-in-hall', { appointment, ticket: 'waiting' }],
    ['wait-in-hall', { ticket: 'parked' }],
    ['go-to-counter', { ticket: 'called' }],
    ['at-counter', { ticket: 'serving' }],
    ['ticket-missed', { appointment, ticket: 'missed' }],
    ['come-to-appointment', { appointment, ticket: 'finished' }],
    ['wait-for-identity', { reached: { registered: at, booked: at, served: at }, ticket: 'finished' }],
    ['show-more', { reached: { registered: at, served: at }, identity: 'more-needed' }],
    ['speak-with-us', { reached: { registered: at, served: at }, identity: 'refused' }],
    ['speak-with-us', { identity: 'not-a-national', document: 'issued' }],
    ['come-to-appointment', { appointment, identity: 'more-needed' }],
    ['wait-for-document', { reached: { registered: at, verified: at }, identity: 'verified' }],
    ['collect-document', { reached: { 'document-issued': at }, document: 'issued' }],
    ['wait-for-exit-permit', { reached: { 'document-issued': at }, document: 'collected' }],
    ['wait-for-journey', { reached: { 'clearance-granted': at }, document: 'collected' }],
    [
      'prepare-to-travel',
      { reached: { 'clearance-granted': at }, document: 'collected', journey: journey(-59) },
    ],
    [
      'journey-passed',
      { reached: { 'clearance-granted': at }, document: 'collected', journey: journey(-61) },
    ],
    ['on-the-way', { reached: { 'clearance-granted': at }, journey: { ...journey(-61), boarded: true } }],
    ['on-the-way', { status: 'closed', reached: { departed: at } }],
    ['arrived-home', { status: 'closed', reached: { departed: at, arrived: at } }],
    ['closed', { status: 'withdrawn', appointment, ticket: 'called' }],
  ])('is %s', (expected, change) => {
    expect(nextStep({ ...standing, ...change }, at)).toBe(expected);
  });
});
