import { CASE_ACTS } from './case-act.js';
import { fits } from './fitting-acts.js';

describe('acts that fit a case', () => {
  const offered = (status: 'active' | 'closed' | 'withdrawn', state: 'verified' | 'in-review') =>
    CASE_ACTS.filter((act) => fits(act, { person: { status }, identity: { state } }));

  it('are all while it is open and the identity is confirmed', () => {
    expect(offered('active', 'verified')).toEqual(CASE_ACTS);
  });

  it('leave out the travel document until it is clear who the person is', () => {
    expect(offered('active', 'in-review')).not.toContain('document-apply');
  });

  it.each(['closed', 'withdrawn'] as const)('are few once it is %s', (status) => {
    const late = ['document-revoke', 'departure-arrive'];
    expect(offered(status, 'verified')).toEqual(['reveal', 'whereabouts-ask', 'whereabouts-danger', ...late]);
  });
});
