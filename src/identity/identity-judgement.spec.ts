import {
  type DecisionReason,
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

const at = (minute: number) => new Date(Date.UTC(2026, 0, 16, 2, minute));
const evidence = (kind: EvidenceKind, minute: number, agrees = true) => ({
  kind,
  strength: EVIDENCE_STRENGTH[kind],
  agrees,
  ceiling: 3 as const,
  recordedAt: at(minute),
});
const decision = (
  outcome: Outcome,
  minute: number,
  reasons: DecisionReason[] = [],
  supersededAt: Date | null = null,
) => ({
  outcome,
  reasons,
  decidedAt: at(minute),
  supersededAt,
});
const judged = (given: Partial<Judged>): Judged => ({ evidence: [], decisions: [], ...given });

describe('the state of an identity', () => {
  it('is unverified, in review with evidence, and then what is decided', () => {
    expect(identityState(judged({}))).toBe('unverified');
    expect(identityState(judged({ evidence: [evidence('passport', 1)] }))).toBe('in-review');
    for (const outcome of OUTCOMES)
      expect(identityState(judged({ decisions: [decision(outcome, 2)] }))).toBe(outcome);
  });

  it('is in review again once a decision is superseded', () => {
    const reopened = judged({
      evidence: [evidence('passport', 1)],
      decisions: [decision('verified', 2, [], at(3))],
    });
    expect(identityState(reopened)).toBe('in-review');
  });
});

describe('evidence that contradicts', () => {
  const doubtful = [evidence('passport', 1), evidence('registry-match', 2, false)];

  it('stands in the way of verified, however strong the rest is', () => {
    expect(verifyingFault(judged({ evidence: doubtful }), ['evidence-agrees'])).toBe('evidence-contradicts');
    expect(suggestDecision(judged({ evidence: doubtful }))).toEqual({
      outcome: 'more-needed',
      level: null,
      reasons: ['evidence-contradicts'],
    });
  });

  it('does not once the decision explains it, nor in decisions after that', () => {
    expect(verifyingFault(judged({ evidence: doubtful }), ['contradiction-explained'])).toBeUndefined();
    const explained = judged({
      evidence: doubtful,
      decisions: [decision('verified', 3, ['contradiction-explained'])],
    });
    expect(verifyingFault(explained, ['evidence-agrees'])).toBeUndefined();
  });

  it('does again where it came after the explanation', () => {
    const later = [...doubtful, evidence('interview', 4, false)];
    const decisions = [decision('verified', 3, ['contradiction-explained'])];
    expect(isContradicted(judged({ evidence: later, decisions }))).toBe(true);
  });

  it('cannot be explained away where nothing carries a level', () => {
    const only = judged({ evidence: [evidence('passport', 1, false)] });
    expect(verifyingFault(only, ['contradiction-explained'])).toBe('evidence-missing');
  });
});

describe('the suggestion', () => {
  it('follows the evidence', () => {
    expect(suggestDecision(judged({}))).toEqual({
      outcome: 'more-needed',
      level: null,
      reasons: ['no-evidence'],
    });
    const vouched = [{ ...evidence('referee', 1), strength: 'none' as const, ceiling: 0 as const }];
    expect(suggestDecision(judged({ evidence: vouched })).reasons).toEqual(['evidence-too-weak']);
    expect(suggestDecision(judged({ evidence: [evidence('passport', 1)] }))).toMatchObject({
      outcome: 'verified',
      level: 3,
    });
  });
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
