import {
  officersNeeded,
  type Outcome,
  OUTCOMES,
  reasonsFault,
  REASONS_FOR,
  reopens,
} from './decision-rules.js';
import { EVIDENCE_STRENGTH, type EvidenceKind } from './evidence-kinds.js';
import {
  identityState,
  isContradicted,
  type Judged,
  suggestDecision,
  verifyingFault,
} from './identity-judgement.js';
import type { Level } from './identity-level.js';

const evidence = (kind: EvidenceKind, agrees = true) => ({
  kind,
  strength: EVIDENCE_STRENGTH[kind],
  agrees,
  ceiling: 3 as const,
});
const at = new Date(Date.UTC(2026, 0, 16, 2));
const decision = (outcome: Outcome, supersededAt: Date | null = null) => ({ outcome, supersededAt });
const judged = (given: Partial<Judged>): Judged => ({
  evidence: [],
  contradictions: [],
  decisions: [],
  ...given,
});

describe('the state of an identity', () => {
  it('is unverified, in review with evidence, and then what is decided', () => {
    expect(identityState(judged({}))).toBe('unverified');
    expect(identityState(judged({ evidence: [evidence('passport')] }))).toBe('in-review');
    for (const outcome of OUTCOMES)
      expect(identityState(judged({ decisions: [decision(outcome)] }))).toBe(outcome);
  });

  it('is in review again once a decision is superseded', () => {
    expect(identityState(judged({ decisions: [decision('verified', at)] }))).toBe('in-review');
  });
});

describe('a contradiction', () => {
  const open = judged({ evidence: [evidence('passport')], contradictions: [{ resolvedAt: null }] });

  it('stands in the way of verified, however strong the evidence is', () => {
    expect(verifyingFault(open)).toBe('evidence-contradicts');
    expect(suggestDecision(open)).toMatchObject({
      outcome: 'more-needed',
      level: null,
      reasons: ['evidence-contradicts'],
    });
  });

  it('does not once it is resolved, but others still do', () => {
    const resolved = { ...open, contradictions: [{ resolvedAt: at }] };
    expect(verifyingFault(resolved)).toBeUndefined();
    expect(isContradicted({ contradictions: [{ resolvedAt: at }, { resolvedAt: null }] })).toBe(true);
  });

  it('cannot be explained away where nothing carries a level', () => {
    const only = judged({ evidence: [evidence('passport', false)], contradictions: [{ resolvedAt: at }] });
    expect(verifyingFault(only)).toBe('evidence-missing');
  });
});

describe('the suggestion', () => {
  it('follows the evidence, and says how many officers it takes', () => {
    expect(suggestDecision(judged({}))).toMatchObject({ outcome: 'more-needed', reasons: ['no-evidence'] });
    const vouched = [{ ...evidence('referee'), strength: 'none' as const, ceiling: 0 as const }];
    expect(suggestDecision(judged({ evidence: vouched })).reasons).toEqual(['evidence-too-weak']);
    expect(suggestDecision(judged({ evidence: [evidence('passport')] }))).toMatchObject({
      outcome: 'verified',
      level: 3,
      officers: 1,
    });
    expect(suggestDecision(judged({ evidence: [evidence('interview')] }))).toMatchObject({
      level: 1,
      officers: 2,
    });
  });
});

describe('who was turned away once', () => {
  it.each(['refused', 'not-a-national'] as const)(
    '%s is verified by two, whatever came in since',
    (outcome) => {
      const evidenceNow = [evidence('passport')];
      expect(suggestDecision(judged({ evidence: evidenceNow }))).toMatchObject({ officers: 1 });
      expect(
        suggestDecision(judged({ evidence: evidenceNow, decisions: [decision(outcome, at)] })),
      ).toMatchObject({ outcome: 'verified', officers: 2 });
    },
  );
});

describe('an outcome', () => {
  it.each<[Outcome, Level | null, boolean, number]>([
    ['verified', 1, false, 2],
    ['verified', 2, false, 1],
    ['verified', 3, false, 1],
    ['verified', 3, true, 2],
    ['more-needed', null, true, 1],
    ['refused', 3, false, 2],
    ['not-a-national', null, false, 2],
  ])('%s at level %s, disputed: %s, takes %s officers', (outcome, level, disputed, officers) =>
    expect(officersNeeded(outcome, level, disputed)).toBe(officers),
  );
});

describe('a decision', () => {
  it('takes only the reasons of its outcome, and at least one unless verified', () => {
    for (const outcome of OUTCOMES) {
      expect(reasonsFault(outcome, [...REASONS_FOR[outcome]])).toBeUndefined();
      expect(reasonsFault(outcome, [])).toBe(outcome === 'verified' ? undefined : 'required');
    }
    expect(reasonsFault('verified', ['evidence-false'])).toBe('not-a-choice');
  });

  it.each<[Outcome, boolean, boolean]>([
    ['verified', true, false],
    ['verified', false, true],
    ['more-needed', true, true],
    ['more-needed', false, true],
    ['refused', true, true],
    ['refused', false, false],
    ['not-a-national', true, true],
    ['not-a-national', false, false],
  ])('%s with new evidence that agrees: %s is reopened: %s', (outcome, agrees, expected) => {
    expect(reopens(outcome, agrees)).toBe(expected);
  });
});
