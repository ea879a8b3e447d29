import fc from 'fast-check';
import { type Outcome, OUTCOMES, REASONS_FOR } from '../decision-rules.js';
import { type Opinion, verdictOf } from './round-rules.js';

const opinion = (seat: number, outcome: Outcome): Opinion => ({
  seat,
  outcome,
  reasons: [REASONS_FOR[outcome][0]],
});
const anyOutcome = fc.constantFrom(...OUTCOMES);

describe('what follows from the conclusions of several officers', () => {
  it('is nothing from one alone, whatever it is', () => {
    fc.assert(
      fc.property(anyOutcome, (outcome) =>
        expect(verdictOf([opinion(1, outcome)])).toEqual({ kind: 'next', seat: 2 }),
      ),
    );
  });

  it('is what both say, else more evidence where one asks for it, else a third', () => {
    fc.assert(
      fc.property(anyOutcome, anyOutcome, (one, two) => {
        const verdict = verdictOf([opinion(1, one), opinion(2, two)]);
        if (one === two) expect(verdict).toMatchObject({ kind: 'decided', outcome: one });
        else if ([one, two].includes('more-needed'))
          expect(verdict).toMatchObject({ kind: 'decided', outcome: 'more-needed' });
        else expect(verdict).toEqual({ kind: 'next', seat: 3 });
      }),
    );
  });

  it('does not depend on who was first, nor on the order in which it is read', () => {
    fc.assert(
      fc.property(anyOutcome, anyOutcome, (one, two) => {
        const outcomeOf = (given: Opinion[]) => {
          const verdict = verdictOf(given);
          return verdict.kind === 'decided' ? verdict.outcome : verdict.seat;
        };
        const given = [opinion(1, one), opinion(2, two)];
        expect(outcomeOf([opinion(1, two), opinion(2, one)])).toBe(outcomeOf(given));
        expect(outcomeOf(given.reverse())).toBe(outcomeOf([opinion(1, one), opinion(2, two)]));
      }),
    );
  });

  it('is never verified where one of the two did not say so and no third did', () => {
    fc.assert(
      fc.property(anyOutcome, anyOutcome, (one, two) => {
        const verdict = verdictOf([opinion(1, one), opinion(2, two)]);
        const verified = verdict.kind === 'decided' && verdict.outcome === 'verified';
        expect(verified).toBe(one === 'verified' && two === 'verified');
      }),
    );
  });

  it('is what the third says', () => {
    const given = [opinion(1, 'verified'), opinion(2, 'refused'), opinion(3, 'refused')];
    expect(verdictOf(given)).toMatchObject({ kind: 'decided', outcome: 'refused' });
  });
});
