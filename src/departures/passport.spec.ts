import type { Outcome } from '../identity/decision-rules.js';
import type { EvidenceKind } from '../identity/evidence-kinds.js';
import { hasPassport } from './passport.js';

describe('a passport to travel on', () => {
  it.each<[EvidenceKind, boolean, Outcome | undefined, boolean]>([
    ['passport', true, undefined, true],
    ['passport', true, 'verified', true],
    ['passport', true, 'more-needed', true],
    ['passport', true, 'refused', false],
    ['passport', true, 'not-a-national', false],
    ['passport', false, 'verified', false],
    ['passport-copy', true, 'verified', false],
  ])('%s that agrees (%s), decision %s: %s', (kind, agrees, outcome, expected) =>
    expect(hasPassport({ evidence: [{ kind, agrees }], inForce: outcome && { outcome } })).toBe(expected),
  );
});
