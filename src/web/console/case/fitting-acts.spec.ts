import { CASE_ACTS } from './case-act.js';
import type { EvidenceRow } from './case-identity.view.js';
import { fits } from './fitting-acts.js';

const EVIDENCE: readonly EvidenceRow[] = [
  {
    kind: 'interview',
    strength: 'fair',
    agrees: true,
    origin: 'officer',
    ceiling: 1,
    vouching: null,
    by: 'R. Teladan',
    at: '2026-01-30T09:00:00Z',
  },
];

describe('acts that fit a case', () => {
  const offered = (
    status: 'active' | 'closed' | 'withdrawn',
    state: 'verified' | 'in-review',
    { tied = false, evidence = EVIDENCE } = {},
  ) => CASE_ACTS.filter((act) => fits(act, { person: { status }, identity: { state, tied, evidence } }));

  it('are all while it is open and the identity is confirmed', () => {
    expect(offered('active', 'verified')).toEqual(CASE_ACTS);
  });

  it('leave out the travel document until it is clear who the person is', () => {
    expect(offered('active', 'in-review')).not.toContain('document-apply');
  });

  it('leave out what evidence says while there is none, and what takes a second person for readers who keep away from the person', () => {
    const without = (kinds: RegExp) => CASE_ACTS.filter((act) => !kinds.test(act));
    expect(offered('active', 'verified', { tied: true })).toEqual(without(/^(statements|whereabouts)/));
    expect(offered('active', 'verified', { evidence: [] })).toEqual(without(/^statements/));
  });

  it.each(['closed', 'withdrawn'] as const)('are few once it is %s', (status) => {
    const ofTwo = [
      'whereabouts-ask',
      'whereabouts-danger',
      'statements',
      'statements-ask',
      'statements-danger',
    ];
    const late = ['document-revoke', 'departure-arrive'];
    expect(offered(status, 'verified')).toEqual(['reveal', ...ofTwo, ...late]);
  });
});
