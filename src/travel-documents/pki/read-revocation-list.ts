import { constants, type KeyObject, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { decodeElements, type Element, encodeElement } from '../seal/tag-length-value.js';
import { objectIdentifier, TAG } from './der.js';
import type { RevokedSigner } from './revocation-list.js';

export interface RevocationList {
  thisUpdate: Date;
  /** When the next list is due, where the list says so. */
  nextUpdate: Date | null;
  revoked: RevokedSigner[];
  /**
   * Whether who is not on it was not taken back. A list of one part of the certificates, or of the changes since another
   * list, says so in a critical extension (RFC 5280 section 5.2); it tells of those alone whom it names.
   */
  whole: boolean;
  isSignedBy(publicKey: KeyObject): Promise<boolean>;
}

const RSA_PSS = objectIdentifier('1.2.840.113549.1.1.10');
/** Algorithms of signatures (Doc 9303-12 section 4.1.6), and of the hash within that of RSASSA-PSS, by what they hash with. */
const HASHES: readonly [name: string, ...algorithms: Buffer[]][] = [
  ['SHA224', ...algorithms('1.2.840.10045.4.3.1', '1.2.840.113549.1.1.14', '2.16.840.1.101.3.4.2.4')],
  ['SHA256', ...algorithms('1.2.840.10045.4.3.2', '1.2.840.113549.1.1.11', '2.16.840.1.101.3.4.2.1')],
  ['SHA384', ...algorithms('1.2.840.10045.4.3.3', '1.2.840.113549.1.1.12', '2.16.840.1.101.3.4.2.2')],
  ['SHA512', ...algorithms('1.2.840.10045.4.3.4', '1.2.840.113549.1.1.13', '2.16.840.1.101.3.4.2.3')],
];

/**
 * Reads a revocation list of any length (RFC 5280 section 5.1). The X.509 library gives up after 10,000 elements, which
 * 2,500 entries are.
 * @throws TypeError where it is none
 */
export function readRevocationList(pem: string): RevocationList {
  const [, base64 = ''] = /-----BEGIN X509 CRL-----([^-]+)-----END X509 CRL-----/.exec(pem) ?? [];
  const [list] = inside({ tag: TAG.sequence, value: Buffer.from(base64, 'base64') });
  const [signed, algorithm, signature] = inside(list);
  const fields = inside(signed);
  if (fields[0]?.tag === TAG.integer) fields.shift(); // the version
  const [, , thisUpdate, ...rest] = fields;
  const nextUpdate = isTime(rest[0]) ? rest.shift() : undefined;
  const entries = rest[0]?.tag === TAG.sequence ? rest.shift() : undefined;
  const [extensions] = rest[0] ? inside(rest[0]) : [];
  const entriesRead = (entries ? inside(entries) : []).map((entry) => inside(entry));
  return {
    thisUpdate: momentOf(thisUpdate),
    nextUpdate: nextUpdate ? momentOf(nextUpdate) : null,
    revoked: entriesRead.map(([serialNumber, since]) => ({
      reference: needed(serialNumber)
        .value.toString('hex')
        .replace(/^00(?=.)/, ''),
      since: momentOf(since),
    })),
    whole: [extensions, ...entriesRead.map(([, , some]) => some)].every(
      (some) => !some || !hasCritical(some),
    ),
    isSignedBy: (publicKey) => isSigned(needed(signed), needed(algorithm), needed(signature), publicKey),
  };
}

/** Extension { OID, critical BOOLEAN DEFAULT FALSE, value }: none is critical that we would know. */
const hasCritical = (extensions: Element): boolean =>
  inside(extensions).some((extension) => {
    const [, critical] = inside(extension);
    return critical?.tag === TAG.boolean && critical.value[0] !== 0;
  });

const verified = promisify(verify);

/** By OpenSSL, which knows every state's kind of key: Web Crypto lacks many of their curves. */
async function isSigned(signed: Element, algorithm: Element, signature: Element, key: KeyObject) {
  const [name, parameters] = inside(algorithm);
  const isPss = name !== undefined && encodeElement(name).equals(RSA_PSS);
  const hash = HASHES.find(([, ...known]) =>
    known.some((each) =>
      isPss ? parameters?.value.includes(each) : name && encodeElement(name).equals(each),
    ),
  );
  if (!hash) return false;
  const padding = isPss
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
    : {};
  try {
    return await verified(hash[0], encodeElement(signed), { key, ...padding }, signature.value.subarray(1));
  } catch {
    return false; // of another kind than the key
  }
}

const isTime = (element: Element | undefined): boolean =>
  element?.tag === TAG.utcTime || element?.tag === TAG.generalizedTime;

/** `YYMMDDHHMMSSZ` until 2049, `YYYYMMDDHHMMSSZ` from then on (RFC 5280 section 4.1.2.5). */
function momentOf(element: Element | undefined): Date {
  const text = needed(element).value.toString('ascii');
  const century = element?.tag === TAG.generalizedTime ? '' : text < '50' ? '20' : '19';
  const moment = new Date(
    (century + text).replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
  if (!isTime(element) || Number.isNaN(moment.getTime())) throw new TypeError('Not a revocation list');
  return moment;
}

function inside(element: Element | undefined): Element[] {
  const elements = decodeElements(needed(element).value);
  if (!elements) throw new TypeError('Not a revocation list');
  return elements;
}

function needed(element: Element | undefined): Element {
  if (!element) throw new TypeError('Not a revocation list');
  return element;
}

function algorithms(...dotted: string[]): Buffer[] {
  return dotted.map(objectIdentifier);
}
