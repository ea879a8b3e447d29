import { newRecoveryCodes, readRecoveryCode, RECOVERY_CODES } from './recovery-code.js';

describe('recovery codes', () => {
  it('are ten different ones, read however they were typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(RECOVERY_CODES);
    for (const code of codes) {
      expect(code).toMatch(/^[0-9B-DF-HJ-NP-TV-Z]{4}(-[0-9B-DF-HJ-NP-TV-Z]{4}){2}$/);
      expect(readRecoveryCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code.replaceAll('-', ''));
    }
  });

  it('are not six digits, nor anything else', () => {
    expect(['492039', 'AAAA-AAAA-AAAA', '', '7K3M-Q2XD-5RT'].map(readRecoveryCode)).toEqual(
      Array(4).fill(undefined),
    );
  });
});
