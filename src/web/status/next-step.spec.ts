import { nextStep, type Standing } from './next-step.js';

const at = new Date();
const standing: Standing = {
  status: 'active',
  reached: { registered: at },
  appointment: null,
  ticket: null,
  document: null,
};
const appointment = { startsAt: at.toISOString(), place: 'Contoh', comeNow: false };

describe('the one thing to do now', () => {
  it.each<[string, Partial<Standing>]>([
    ['wait-for-call', {}],
    ['come-to-appointment', { appointment }],
    ['come-now', { appointment: { ...appointment, comeNow: true } }],
    ['wait-in-hall', { appointment, ticket: 'waiting' }],
    ['wait-in-hall', { ticket: 'parked' }],
    ['go-to-counter', { ticket: 'called' }],
    ['at-counter', { ticket: 'serving' }],
    ['ticket-missed', { appointment, ticket: 'missed' }],
    ['come-to-appointment', { appointment, ticket: 'finished' }],
    ['wait-for-document', { reached: { registered: at, verified: at } }],
    ['collect-document', { reached: { 'document-issued': at }, document: 'issued' }],
    ['wait-for-exit-permit', { reached: { 'document-issued': at }, document: 'collected' }],
    ['prepare-to-travel', { reached: { 'clearance-granted': at }, document: 'collected' }],
    ['on-the-way', { status: 'closed', reached: { departed: at } }],
    ['arrived-home', { status: 'closed', reached: { departed: at, arrived: at } }],
    ['closed', { status: 'withdrawn', appointment, ticket: 'called' }],
  ])('is %s', (expected, change) => {
    expect(nextStep({ ...standing, ...change })).toBe(expected);
  });
});
