import type { OfflineReport } from './judge-file.js';
import { exitCodeOf, reportText } from './report-text.js';

const report = (over: Partial<OfflineReport>): OfflineReport => ({
  verdict: 'valid',
  number: 'XA0000001',
  lines: null,
  issuedOn: '2026-11-27',
  validUntil: '2026-12-18',
  signer: 'IDTS 5B',
  fileSignature: 'valid',
  notes: [],
  ...over,
});
const NO_LIST = 'no revocation list of the signer’s authority was at hand';

describe('the report of a check without a connection', () => {
  it.each([
    ['valid', [], 0, /^verdict +valid\n/],
    ['unknown-feature', [], 0, /^verdict +unknown-feature\n/],
    ['valid', [NO_LIST], 3, /^verdict +valid, BUT NOT FULLY CHECKED: .*\nnote +no revocation list/],
    ['revoked', [], 1, /^verdict +revoked\n/],
    ['revoked', [NO_LIST], 1, /^verdict +revoked\nnote /],
  ] as const)('of %s with notes %j ends in %i', (verdict, notes, exitCode, text) => {
    const judged = report({ verdict, notes: [...notes] });
    expect(exitCodeOf(judged)).toBe(exitCode);
    expect(reportText(judged)).toMatch(text);
  });
});
