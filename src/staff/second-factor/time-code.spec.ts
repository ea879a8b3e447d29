import { Secret } from 'otpauth';
import { acceptedStep, appAddress, newTimeSecret, readTimeCode } from './time-code.js';

/** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
const SECRET = Secret.fromUTF8('12345678901234567890').base32;
const VECTORS: [seconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];

describe('codes of an authenticator app', () => {
  it.each(VECTORS)('are those of RFC 6238 at %d seconds', (seconds, code) => {
    expect(acceptedStep(SECRET, code, seconds, 0)).toBe(Math.floor(seconds / 30));
  });

  it('are good one step before and after their own, and no further', () => {
    const at = (off: number) => acceptedStep(SECRET, '005924', 1_234_567_890 + off * 30, 0);
    expect([-2, -1, 0, 1, 2].map(at)).toEqual([undefined, 41_152_263, 41_152_263, 41_152_263, undefined]);
  });

  it('are good once, and none before the last one is good after it', () => {
    expect(acceptedStep(SECRET, '005924', 1_234_567_890, 41_152_262)).toBe(41_152_263);
    expect(acceptedStep(SECRET, '005924', 1_234_567_890, 41_152_263)).toBeUndefined();
    expect(acceptedStep(SECRET, '005924', 1_234_567_890, 41_152_264)).toBeUndefined();
    expect(acceptedStep(SECRET, '005925', 1_234_567_890, 0)).toBeUndefined();
  });

  it('are read as people and apps write them', () => {
    expect(['005 924', '005-924', '০০৫৯২৪', ' 005924 '].map(readTimeCode)).toEqual(Array(4).fill('005924'));
    expect(['00592', '0059244', '00592a', ''].map(readTimeCode)).toEqual(Array(4).fill(undefined));
  });

  it('come by a secret of 160 bits that is never the same, at an address that every app reads', () => {
    const secret = newTimeSecret();
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    expect(newTimeSecret()).not.toBe(secret);
    expect(appAddress(secret, 'officer')).toBe(
      `otpauth://totp/Pulang:officer?issuer=Pulang&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
