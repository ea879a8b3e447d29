import type { SealCertificate } from '../../seal/seal-certificate.js';
import { type AtHand, notesOn } from './file-notes.js';

const NOW = new Date('2026-01-20T12:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const certificate = (revocationsUntil: Date | null) => ({ revocationsUntil }) as SealCertificate;
const atHand = (change: Partial<AtHand>): AtHand => ({
  certificate: certificate(hoursAgo(-1)),
  revokedAsOf: hoursAgo(1),
  fileSignature: 'valid',
  now: NOW,
  ...change,
});

describe('what is said beside a verdict', () => {
  it('is nothing where every list is at hand and fresh', () => {
    expect(notesOn(atHand({ revokedAsOf: hoursAgo(48) }))).toEqual([]);
  });

  it('names a list of revoked documents that is older than 48 hours, by its day', () => {
    expect(notesOn(atHand({ revokedAsOf: hoursAgo(49) }))).toEqual([
      'the list of revoked documents is of 2026-01-18',
    ]);
  });

  it('names a revocation list of signers that ran out', () => {
    expect(notesOn(atHand({ certificate: certificate(hoursAgo(1)) }))).toEqual([
      'the revocation list of signers ran out on 2026-01-20',
    ]);
  });

  it('names what is missing', () => {
    const none = { certificate: undefined, revokedAsOf: null, fileSignature: 'none' } as const;
    expect(notesOn(atHand(none))).toHaveLength(3);
  });
});
