import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { userPath } from '../../../platform/command-line/arguments.js';
import { UsageFault } from '../../../platform/command-line/usage-fault.js';
import type { RevokedDocumentsPage } from '../../pki/pki.dto.js';
import { readRevocationList } from '../../pki/read-revocation-list.js';
import { isReadableCertificate, type TrustMaterial } from '../../pki/seal-certificates.js';

const CERTIFICATE = 'CERTIFICATE';

export interface TrustOptions {
  csca?: string;
  signer?: string;
  crl?: string;
  revoked?: string;
}

export interface OfflineTrust extends TrustMaterial {
  revoked: RevokedDocumentsPage | null;
}

/**
 * What a verifier without a connection has at hand. Only the authorities must be named; the rest is taken from beside
 * the document where it lies there.
 * @throws UsageFault where something named is missing or is not what it should be
 */
export function readTrustFiles(document: string, options: TrustOptions): OfflineTrust {
  if (!options.csca) throw new UsageFault('Say which authority you trust: --csca FILE');
  const beside = (name: string): string | undefined => {
    const path = join(dirname(document), name);
    return existsSync(path) ? path : undefined;
  };
  const found = (given: string | undefined, name: string) => (given ? userPath(given) : beside(name));
  const revoked = found(options.revoked, 'revoked.json');
  return {
    authorities: pems(userPath(options.csca), CERTIFICATE, true),
    signers: pems(found(options.signer, 'signer.pem'), CERTIFICATE, !!options.signer),
    revocationLists: pems(found(options.crl, 'crl.pem'), 'X509 CRL', !!options.crl),
    revoked: revoked === undefined ? null : readRevoked(revoked),
  };
}

/** @param named by whoever asks: then it must hold some */
function pems(path: string | undefined, label: string, named: boolean): string[] {
  if (path === undefined) return [];
  const form = new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`, 'g');
  const found = read(path).match(form) ?? [];
  if (named && found.length === 0) throw new UsageFault(`${path} holds no ${label} in PEM.`);
  if (!found.every((pem) => isSound(pem, label)))
    throw new UsageFault(`${path} holds a ${label} that is damaged.`);
  return found;
}

function isSound(pem: string, label: string): boolean {
  try {
    if (label === CERTIFICATE) return isReadableCertificate(pem);
    readRevocationList(pem);
    return true;
  } catch {
    return false;
  }
}

function readRevoked(path: string): RevokedDocumentsPage {
  try {
    const page = JSON.parse(read(path)) as RevokedDocumentsPage;
    const sound = page.lists.every(
      ({ list, signature }) =>
        typeof signature === 'string' && typeof list.issuer === 'string' && Array.isArray(list.numbers),
    );
    if (sound) return page;
  } catch (error) {
    if (error instanceof UsageFault) throw error;
  }
  throw new UsageFault(`${path} is not a list of revoked documents.`);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageFault(`${path} cannot be read.`);
  }
}
