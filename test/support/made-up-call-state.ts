import fc from 'fast-check';
import type {
  CallState,
  CounterAtWork,
  Present,
  ToBeCalled,
  UnderWay,
} from '../../src/appointments/call-plan/call-state.js';
import { ASSUMED } from '../../src/appointments/call-plan/call-parameters.js';

/** A day from 09:00 to 17:00, in minutes of that day, and the one after it. */
export const HOURS = [
  { opensAt: 540, closesAt: 1020 },
  { opensAt: 1980, closesAt: 2460 },
];

export const counters = (many: number, serving: CounterAtWork['serving'] = null): CounterAtWork[] =>
  Array.from({ length: many }, (_, id) => ({ counterId: String(id), state: 'open', serving }));

export const waiting = (personId: string, change: Partial<ToBeCalled> = {}): ToBeCalled => ({
  personId,
  band: 'standard',
  caseType: 'travel-document',
  travel: 20,
  inLineSince: 0,
  hasPhone: true,
  ...change,
});

export const present = (personId: string, change: Partial<Present> = {}): Present => ({
  personId,
  band: 'standard',
  caseType: 'travel-document',
  dueAt: 600,
  since: 590,
  ...change,
});

export const underWay = (personId: string, change: Partial<UnderWay> = {}): UnderWay => ({
  personId,
  band: 'standard',
  caseType: 'travel-document',
  dueAt: 630,
  to: 'zone',
  calledAt: 590,
  travel: 20,
  by: 'message',
  reply: null,
  ...change,
});

export const callState = (change: Partial<CallState> = {}): CallState => ({
  now: 600,
  hours: HOURS,
  counters: counters(10),
  hall: [],
  zone: [],
  underWay: [],
  toBeCalled: [],
  parameters: ASSUMED,
  ...change,
});

const band = fc.constantFrom('urgent', 'high', 'standard', 'standard', 'standard');
const reply = fc.constantFrom(null, null, 'on-my-way', 'ten-minutes', 'cannot-come');

const about = {
  band,
  dueAt: fc.integer({ min: 500, max: 1000 }),
  ago: fc.integer({ min: 0, max: 60 }),
  travel: fc.integer({ min: 5, max: 90 }),
  since: fc.integer({ min: 0, max: 600 }),
  hasPhone: fc.boolean(),
  reply,
};

const everyone = (prefix: string, maxLength: number) =>
  fc
    .array(fc.record(about), { maxLength })
    .map((people) => people.map((person, i) => ({ ...person, personId: `${prefix}${i}` })));

/** Any moment of a day at any post. */
export const anyState: fc.Arbitrary<CallState> = fc
  .record({
    now: fc.integer({ min: 400, max: 1020 }),
    atWork: fc.array(
      fc.record({
        state: fc.constantFrom('open', 'open', 'paused', 'closing'),
        served: fc.option(fc.integer({ min: 0, max: 40 })),
      }),
      { maxLength: 12 },
    ),
    hall: everyone('h', 12),
    zone: everyone('z', 20),
    coming: everyone('u', 40),
    line: everyone('l', 120),
  })
  .map(({ now, atWork, hall, zone, coming, line }) =>
    callState({
      now,
      counters: atWork.map(({ state, served }, id) => ({
        counterId: String(id),
        state: state,
        serving: served === null ? null : { since: now - served, caseType: 'travel-document' },
      })),
      hall: hall.map((p) => present(p.personId, { band: p.band, dueAt: p.dueAt, since: now - p.ago })),
      zone: zone.map((p) => present(p.personId, { band: p.band, dueAt: p.dueAt, since: now - p.ago })),
      underWay: coming.map((p) =>
        underWay(p.personId, {
          dueAt: p.dueAt,
          calledAt: now - p.ago,
          travel: p.travel,
          reply: p.reply,
        }),
      ),
      toBeCalled: line.map((p) =>
        waiting(p.personId, {
          band: p.band,
          travel: p.travel,
          inLineSince: p.since,
          hasPhone: p.hasPhone,
        }),
      ),
    }),
  );
