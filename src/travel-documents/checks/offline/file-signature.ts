import { X509Certificate, verify } from 'node:crypto';
import { TAG } from '../../pki/der.js';
import { DOCUMENT_SIGNING } from '../../pki/paper-signer-certificate.js';
import { OID, sha256, signedAttributes } from '../../pdf/signature/signed-attributes.js';
import { decodeElements, type Element, encodeElement } from '../../seal/tag-length-value.js';

export type FileSignatureStanding =
  /** Unchanged since a signer signed it that a trusted authority certified. */
  | 'valid'
  /** Unchanged, but nobody trusted vouches for the signer. */
  | 'untrusted'
  | 'invalid'
  | 'none';

export interface FileSignature {
  standing: FileSignatureStanding;
  /** All certificates (PEM) that came with it, the signer's first; also where it no longer holds: the seal's may be among them. */
  certificates: string[];
}

/** What stands in the place that the signature leaves out: the signature, and nothing that a reader of PDF would look at. */
const LEFT_OUT = /^<[0-9A-Fa-f]*>$/;
const RANGE = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/;

/**
 * Judges the signature within a PDF (PAdES B-B as `signPdf` makes it): that it covers the whole file, that nothing has
 * changed, and that an authority vouches for its signer. Never throws.
 */
export function readFileSignature(pdf: Buffer, authorities: readonly X509Certificate[]): FileSignature {
  const range = RANGE.exec(pdf.toString('latin1'));
  if (!range) return { standing: 'none', certificates: [] };
  const [until, from, rest] = range.slice(1).map(Number) as [number, number, number];
  const broken: FileSignature = { standing: 'invalid', certificates: [] };
  const leftOut = pdf.toString('latin1', until, from);
  if (!LEFT_OUT.test(leftOut)) return broken;
  try {
    const cms = Buffer.from(leftOut.slice(1, -1), 'hex');
    const { certificates, attributes, signature } = takeApart(cms);
    const digest = sha256(pdf.subarray(0, until), pdf.subarray(from));
    const signer = certificates.find((each) => signedAttributes(digest, each.raw).equals(attributes));
    const isWhole = from + rest === pdf.length;
    if (!isWhole || !signer || !verify('sha256', attributes, signer.publicKey, signature))
      return { ...broken, certificates: certificates.map((each) => each.toString()) };
    const trusted =
      maySignFiles(signer) &&
      authorities.some((each) => each.ca && signer.checkIssued(each) && signer.verify(each.publicKey));
    const others = certificates.filter((each) => each !== signer);
    return {
      standing: trusted ? 'valid' : 'untrusted',
      certificates: [signer, ...others].map((each) => each.toString()),
    };
  } catch {
    return broken;
  }
}

/** An authority certifies much else; `keyUsage` is what Node calls the extended one. */
const maySignFiles = ({ ca, keyUsage }: X509Certificate): boolean =>
  !ca && (keyUsage as string[] | undefined)?.includes(DOCUMENT_SIGNING) === true;

interface Parts {
  certificates: X509Certificate[];
  /** As they were signed: a SET OF. */
  attributes: Buffer;
  signature: Buffer;
}

/** ContentInfo { OID, [0] SignedData { version, digests, content, [0] certificates, signerInfos } } (RFC 5652). */
function takeApart(padded: Buffer): Parts {
  const [type, content] = inside(contentOf(padded));
  if (!type || !encodeElement(type).equals(OID.signedData)) throw new TypeError('No signature');
  const [, , , enclosed, infos] = inside(inside(content)[0]);
  const [, , , attributes, , signature] = inside(inside(infos)[0]);
  if (!attributes || !signature || attributes.tag !== TAG.context0) throw new TypeError('No signature');
  return {
    certificates: inside(enclosed).map((each) => new X509Certificate(encodeElement(each))),
    attributes: encodeElement({ tag: TAG.set, value: attributes.value }),
    signature: signature.value,
  };
}

const inside = (element: Element | undefined): Element[] => (element && decodeElements(element.value)) ?? [];

/** The first element; what follows are the zeros that fill its place. */
function contentOf(padded: Buffer): Element {
  const lengthBytes = (padded[1] ?? 0) < 0x80 ? 0 : (padded[1] ?? 0) - 0x80;
  const length = lengthBytes === 0 ? (padded[1] ?? 0) : padded.readUIntBE(2, lengthBytes);
  const [element] = decodeElements(padded.subarray(0, 2 + lengthBytes + length)) ?? [];
  if (!element) throw new TypeError('No signature');
  return element;
}
