import { createHash } from 'node:crypto';
import { objectIdentifier, octets, sequence, setOf } from '../../pki/der.js';

/** Object identifiers of RFC 5652, RFC 5035 and RFC 5758. */
export const OID = {
  data: objectIdentifier('1.2.840.113549.1.7.1'),
  signedData: objectIdentifier('1.2.840.113549.1.7.2'),
  contentType: objectIdentifier('1.2.840.113549.1.9.3'),
  messageDigest: objectIdentifier('1.2.840.113549.1.9.4'),
  signingCertificateV2: objectIdentifier('1.2.840.113549.1.9.16.2.47'),
  sha256: objectIdentifier('2.16.840.1.101.3.4.2.1'),
  ecdsaWithSha256: objectIdentifier('1.2.840.10045.4.3.2'),
} as const;

export const sha256 = (...parts: Buffer[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * What is signed of a file (PAdES B-B, ETSI EN 319 142-1 section 6.3): its digest, and which certificate signs. The time
 * stands in the file itself.
 * @param digest SHA-256 of the file without the place of the signature
 * @param certificate in DER
 * @returns a SET OF Attribute in DER
 */
export const signedAttributes = (digest: Buffer, certificate: Buffer): Buffer =>
  setOf(
    sequence(OID.contentType, setOf(OID.data)),
    sequence(OID.messageDigest, setOf(octets(digest))),
    sequence(OID.signingCertificateV2, setOf(sequence(sequence(sequence(octets(sha256(certificate))))))),
  );

/** Whether bytes are the attributes of some file, signed with this certificate, and nothing else. */
export function isSignedAttributes(bytes: Buffer, certificate: Buffer): boolean {
  const mark = Buffer.concat([OID.messageDigest, setOf(octets(Buffer.alloc(32))).subarray(0, 4)]);
  const at = bytes.indexOf(mark);
  if (at < 0) return false;
  const digest = bytes.subarray(at + mark.length, at + mark.length + 32);
  return digest.length === 32 && signedAttributes(digest, certificate).equals(bytes);
}
