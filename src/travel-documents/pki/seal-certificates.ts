import { X509Certificate as OpenSslCertificate } from 'node:crypto';
import type { SealCertificate } from '../seal/seal-certificate.js';
import { DOCUMENT_TYPE_LIST, readDocumentTypes, SEAL_SIGNER_USAGE } from './icao-extensions.js';
import { readRevocationList } from './read-revocation-list.js';
import * as x509 from './x509.js';

/** What a verifier was given, in PEM: by diplomatic means the authorities, the rest from anywhere. */
export interface TrustMaterial {
  authorities: readonly string[];
  signers: readonly string[];
  revocationLists: readonly string[];
}

/**
 * The signers' certificates with their standing: trusted where an authority that was valid then issued them for seals
 * (Doc 9303-12 section 7.1.3), revoked where that authority's list says so.
 * @throws Error where something is not PEM of what it should be
 */
export async function readSealCertificates(material: TrustMaterial, now: Date): Promise<SealCertificate[]> {
  const authorities = material.authorities.map((pem) => new OpenSslCertificate(pem));
  const revocations = await readRevocations(material.revocationLists, authorities);
  return material.signers.map((pem) => {
    const { openSsl, maySeal, ...facts } = factsOf(pem);
    const authority = authorities.find((candidate) => issued(candidate, openSsl));
    const revoked =
      authority && revocations.revoked.has(revocationOf(authority.subject, openSsl.serialNumber));
    const trusted = authority?.ca && isCurrent(authority, now) && maySeal;
    return {
      ...facts,
      reference: openSsl.serialNumber,
      standing: revoked ? 'revoked' : trusted ? 'trusted' : 'untrusted',
      revocationsUntil: (authority && revocations.until.get(authority.subject)) ?? null,
    };
  });
}

/** Whether what came from anywhere can be looked at: OpenSSL takes certificates of which parts are damaged. */
export function isReadableCertificate(pem: string): boolean {
  try {
    return factsOf(pem) !== undefined;
  } catch {
    return false;
  }
}

function factsOf(pem: string) {
  const certificate = new x509.X509Certificate(pem);
  const openSsl = new OpenSslCertificate(pem);
  return {
    openSsl,
    maySeal: maySeal(certificate),
    signer: ['C', 'CN'].map((field) => certificate.subjectName.getField(field).join('')).join(''),
    validFrom: certificate.notBefore,
    validUntil: certificate.notAfter,
    documentTypes: documentTypesOf(certificate),
    publicKey: openSsl.publicKey,
  };
}

const issued = (authority: OpenSslCertificate, certificate: OpenSslCertificate): boolean =>
  certificate.checkIssued(authority) && certificate.verify(authority.publicKey);

const isCurrent = ({ validFrom, validTo }: OpenSslCertificate, now: Date): boolean =>
  new Date(validFrom) <= now && now <= new Date(validTo);

function maySeal(certificate: x509.X509Certificate): boolean {
  const usage = certificate.getExtension(x509.ExtendedKeyUsageExtension);
  return usage?.critical === true && usage.usages.includes(SEAL_SIGNER_USAGE);
}

function documentTypesOf(certificate: x509.X509Certificate): string[] | null {
  const extension = certificate.getExtension(DOCUMENT_TYPE_LIST);
  return extension && readDocumentTypes(Buffer.from(extension.value));
}

interface Revocations {
  revoked: ReadonlySet<string>;
  /** By the subjects of authorities: when the next list of each is due. */
  until: ReadonlyMap<string, Date>;
}

/** Who revoked which serial number. Lists that no authority signed count for nothing. */
async function readRevocations(
  lists: readonly string[],
  authorities: readonly OpenSslCertificate[],
): Promise<Revocations> {
  const [revoked, until] = [new Set<string>(), new Map<string, Date>()];
  for (const list of lists.map(readRevocationList)) {
    const due = list.nextUpdate ?? list.thisUpdate;
    for (const { subject, publicKey } of authorities) {
      if (!(await list.isSignedBy(publicKey))) continue;
      for (const { reference } of list.revoked) revoked.add(revocationOf(subject, reference));
      if (list.whole && due > (until.get(subject) ?? new Date(0))) until.set(subject, due);
    }
  }
  return { revoked, until };
}

/** Leading zeros of a serial number do not count. */
const revocationOf = (authority: string, serialNumber: string): string =>
  `${authority} ${BigInt(`0x${serialNumber}`).toString(16)}`;
