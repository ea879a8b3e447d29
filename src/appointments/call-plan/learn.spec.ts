import fc from 'fast-check';
import { ASSUMED } from './call-parameters.js';
import { learn, type Observations } from './learn.js';

const NOTHING: Observations = { services: [], calls: [], travels: [], startsLate: [] };
const services = (many: number, minutes: number, caseType = 'a', officerId?: string) =>
  Array.from({ length: many }, () => ({ minutes, caseType, officerId }));

describe('learn', () => {
  it('keeps what was assumed where nothing was seen', () => {
    const learnt = learn(NOTHING);
    expect(learnt.service.mean).toBeCloseTo(12);
    expect(learnt.service.cv).toBeCloseTo(0.6);
    expect(learnt.showUp).toBeCloseTo(0.85);
    expect(learnt.travel).toEqual({ factor: 1, cv: expect.closeTo(0.25) });
  });

  it('is moved little by few observations and ends at what it sees', () => {
    expect(learn({ ...NOTHING, services: services(2, 30) }).service.mean).toBeLessThan(13);
    expect(learn({ ...NOTHING, services: services(5000, 30) }).service.mean).toBeCloseTo(30, 0);
    expect(
      learn({ ...NOTHING, calls: Array.from({ length: 3000 }, (_, i) => ({ came: i % 2 === 0 })) }).showUp,
    ).toBeCloseTo(0.5, 1);
  });

  it('tells case types and officers apart, drawn towards the mean of all', () => {
    const seen = [
      ...services(50, 6, 'short', 'x'),
      ...services(50, 18, 'long', 'x'),
      ...services(1, 60, 'rare', 'x'),
    ];
    const { mean, byCaseType } = learn({ ...NOTHING, services: seen }).service;
    expect(byCaseType['short']!).toBeLessThan(mean);
    expect(byCaseType['long']!).toBeGreaterThan(mean);
    expect(byCaseType['rare']!).toBeLessThan(20);
    const officers = [...services(60, 8, 'a', 'quick'), ...services(60, 16, 'a', 'thorough')];
    const { byOfficer } = learn({ ...NOTHING, services: officers }).service;
    expect(byOfficer['quick']!).toBeLessThan(byOfficer['thorough']!);
  });

  it('forgets counters that nobody closed, and gives usable numbers whatever it sees', () => {
    expect(learn({ ...NOTHING, services: services(50, 900) }).service.mean).toBeCloseTo(12);
    const minutes = fc.double({ min: -10, max: 1e6, noNaN: true });
    const arbitrary = fc.record({
      services: fc.array(fc.record({ minutes, caseType: fc.constantFrom('a', 'b') })),
      calls: fc.array(fc.record({ came: fc.boolean() })),
      travels: fc.array(fc.record({ estimate: minutes, minutes })),
      startsLate: fc.array(fc.double({ min: -500, max: 500, noNaN: true })),
    });
    fc.assert(
      fc.property(arbitrary, (seen) => {
        const { service, showUp, travel } = learn(seen, ASSUMED);
        expect(service.mean).toBeGreaterThan(0);
        expect(service.cv).toBeGreaterThan(0);
        expect(showUp).toBeGreaterThan(0);
        expect(showUp).toBeLessThan(1);
        expect(travel.factor).toBeGreaterThan(0);
      }),
    );
  });
});
