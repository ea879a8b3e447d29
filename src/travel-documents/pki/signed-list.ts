import { type KeyObject, verify } from 'node:crypto';
import type { SealSigner } from '../seal/seal-signer.js';
import type { RevokedDocuments } from './pki.dto.js';

/**
 * The bytes that are signed: the list in canonical JSON (RFC 8785). With plain ASCII and no numbers that is its members
 * in the order of their names, without spaces.
 */
const canonical = ({ asOf, issuer, numbers }: RevokedDocuments): string =>
  JSON.stringify({ asOf, issuer, numbers });

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

/**
 * A JSON Web Signature with detached content (RFC 7515 appendix F) by the signer of seals, whose key is on P-256. What
 * it signs here begins with a letter, a seal with the byte DC: neither can be taken for the other.
 */
export async function signList(list: RevokedDocuments, signer: Omit<SealSigner, 'sign'>): Promise<string> {
  const kid = `${signer.signer}${signer.certificateReference}`;
  const header = base64url(JSON.stringify({ alg: 'ES256', kid, typ: 'revoked-documents' }));
  const signature = await signer.signList(Buffer.from(`${header}.${base64url(canonical(list))}`));
  return `${header}..${signature.toString('base64url')}`;
}

/** Whether a list is as its signer left it. Never throws. */
export function isSignedList(list: RevokedDocuments, jws: string, key: KeyObject): boolean {
  const [header = '', between, signature = ''] = jws.split('.');
  const signed = Buffer.from(`${header}.${base64url(canonical(list))}`);
  return (
    between === '' &&
    verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  );
}
