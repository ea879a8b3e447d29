import { der, octets, sequence, setOf, TAG, unsignedInteger } from '../../pki/der.js';
import { decodeElements, type Element, encodeElement } from '../../seal/tag-length-value.js';
import type { PaperSigner } from './paper-signer.js';
import { OID, signedAttributes } from './signed-attributes.js';

const VERSION_1 = unsignedInteger(Buffer.of(1));
const SHA_256 = sequence(OID.sha256);

/**
 * A detached CMS signature (RFC 5652) of one signer over a file of this digest, as PAdES has it.
 * @param digest SHA-256 of the file without the place of the signature
 */
export async function signedData(digest: Buffer, signer: PaperSigner): Promise<Buffer> {
  const attributes = signedAttributes(digest, signer.certificate);
  const signature = derSignature(await signer.sign(attributes));
  const signerInfo = sequence(
    VERSION_1,
    issuerAndSerial(signer.certificate),
    SHA_256,
    implicitly0(attributes),
    sequence(OID.ecdsaWithSha256),
    octets(signature),
  );
  return sequence(
    OID.signedData,
    der(
      TAG.context0,
      sequence(
        VERSION_1,
        setOf(SHA_256),
        sequence(OID.data),
        implicitly0(setOf(signer.certificate, ...signer.enclosed)),
        setOf(signerInfo),
      ),
    ),
  );
}

/** A SET under the tag [0] IMPLICIT. */
const implicitly0 = (set: Buffer): Buffer => Buffer.concat([Buffer.of(TAG.context0), set.subarray(1)]);

/** SEQUENCE { r, s } (RFC 3279 section 2.2.3) of r and s side by side. */
const derSignature = (plain: Buffer): Buffer =>
  sequence(
    unsignedInteger(plain.subarray(0, plain.length / 2)),
    unsignedInteger(plain.subarray(plain.length / 2)),
  );

/** Of a certificate: { [0] version, serialNumber, signature, issuer, … } (RFC 5280 section 4.1). */
function issuerAndSerial(certificate: Buffer): Buffer {
  const inside = (element: Element | undefined): Element[] =>
    (element && decodeElements(element.value)) ?? [];
  const [outer] = decodeElements(certificate) ?? [];
  const [, serial, , issuer] = inside(inside(outer)[0]);
  if (!serial || !issuer) throw new TypeError('Not a certificate');
  return sequence(encodeElement(issuer), encodeElement(serial));
}
