import { X509Certificate } from 'node:crypto';
import { readMrz } from '../../../platform/icao/mrz.js';
import { isSignedAttributes } from '../../pdf/signature/signed-attributes.js';
import { EMERGENCY_TRAVEL_DOCUMENT } from '../../seal/seal-header.js';
import { decodeSeal, encodeSeal } from '../../seal/seal.js';
import type { StateCertificates } from './signing-port.js';

/** What a signature is wanted for. */
export const PURPOSES = ['seal', 'paper', 'list'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Fit to be signed, with the number of the document where the bytes tell it; or why not, in a word. */
export type Ruling = { fit: true; number: string | null } | { fit: false; because: string };

const DAY_MS = 86_400_000;
const refuse = (because: string): Ruling => ({ fit: false, because });

/**
 * Whether the signer signs these bytes. It never signs what it is not made for: a program that took the application over
 * gets seals of today's travel documents, which are on the record, and nothing else.
 */
export function ruleOn(purpose: Purpose, bytes: Buffer, certificates: StateCertificates, now: Date): Ruling {
  if (purpose === 'seal') return ruleOnSeal(bytes, new X509Certificate(certificates.seal), now);
  if (purpose === 'list') return ruleOnList(bytes);
  return isSignedAttributes(bytes, new X509Certificate(certificates.paper).raw)
    ? { fit: true, number: null }
    : refuse('not-a-file-signature');
}

function ruleOnSeal(bytes: Buffer, certificate: X509Certificate, now: Date): Ruling {
  const seal = decodeSeal(encodeSeal(bytes, Buffer.alloc(64)));
  if (!seal?.lines || seal.unknownTags.length > 0) return refuse('not-a-seal');
  const { header, lines } = seal;
  if (header.documentType !== EMERGENCY_TRAVEL_DOCUMENT) return refuse('other-document');
  if (BigInt(`0x${header.certificateReference}`) !== BigInt(`0x${certificate.serialNumber}`))
    return refuse('other-signer');
  if (Math.abs(Date.parse(`${header.signedOn}T12:00:00Z`) - now.getTime()) > 1.5 * DAY_MS)
    return refuse('other-day');
  const read = readMrz(lines.join(''));
  if (!read.ok || read.fields.documentCode !== 'PU' || read.fields.issuer !== header.issuer)
    return refuse('wrong-lines');
  return { fit: true, number: read.fields.documentNumber };
}

/** The first part of a JSON Web Signature whose header says what it is. */
function ruleOnList(bytes: Buffer): Ruling {
  const [header = ''] = bytes.toString('latin1').split('.');
  try {
    const { typ } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { typ?: unknown };
    return typ === 'revoked-documents' ? { fit: true, number: null } : refuse('not-a-list');
  } catch {
    return refuse('not-a-list');
  }
}
