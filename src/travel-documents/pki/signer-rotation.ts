import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertifiedKey } from './country-signing-ca.js';
import { authorityName, paperSignerName, revocationListFile, signerName } from './key-folder.js';
import { makePaperSigner } from './paper-signer-certificate.js';
import { readRevocationList } from './read-revocation-list.js';
import { makeRevocationList, type RevokedSigner } from './revocation-list.js';
import { makeSealSigner } from './seal-signer-certificate.js';
import { loadKey, saveKey, type SoftwareKeystore, writeWhole } from './software-keystore.js';
import * as x509 from './x509.js';

/** References have two hexadecimal digits, so that seals stay small; those in use are left out. */
const REFERENCES = Array.from({ length: 0x70 }, (_, index) => (index + 0x10).toString(16).toUpperCase());

/** @returns a reference that no certificate in the folder has. @throws RangeError where all are taken */
export async function freeReference(folder: string): Promise<string> {
  const taken = new Set(
    (await certificatesIn(folder)).map(({ serialNumber }) => BigInt(`0x${serialNumber}`)),
  );
  const free = REFERENCES.filter((reference) => !taken.has(BigInt(`0x${reference}`)));
  const chosen = free[randomBytes(1).readUInt8() % Math.max(1, free.length)];
  if (chosen === undefined) throw new RangeError('every reference of two digits is taken');
  return chosen;
}

/**
 * Puts new signers of seals and files in the place of a country's. The old certificates stay, because documents outlive
 * their signer's key; the old keys are deleted by whoever keeps them, once the new ones are in use.
 * @returns the new signer's reference
 */
export async function rotateSigners(keystore: SoftwareKeystore, country: string, now: Date): Promise<string> {
  const { folder } = keystore;
  const authority = await loadKey(keystore, authorityName(country));
  const reference = await freeReference(folder);
  const seals = await newSealSigner(authority, country, reference, now);
  const papers = await newPaperSigner(authority, country, reference, now);
  for (const name of [signerName(country), paperSignerName(country)]) await retire(folder, name);
  await saveKey(keystore, signerName(country), seals);
  await saveKey(keystore, paperSignerName(country), papers);
  return reference;
}

type NewSigner = (
  authority: CertifiedKey,
  country: string,
  reference: string,
  now: Date,
) => Promise<CertifiedKey>;

export const newSealSigner: NewSigner = (authority, country, reference, now) =>
  makeSealSigner({ country, name: 'TS', reference, documentTypes: ['PU'] }, authority, now);

export const newPaperSigner: NewSigner = (authority, country, reference, now) =>
  makePaperSigner(
    { country, commonName: 'Test Paper Signer', serialNumber: `01${reference}` },
    authority,
    now,
  );

/**
 * A new revocation list of a country's CA: what the last one had, and more.
 * @param reference of the signer that is taken back now, if one is
 */
export async function renewRevocationList(
  keystore: SoftwareKeystore,
  country: string,
  now: Date,
  reference?: string,
): Promise<RevokedSigner[]> {
  const authority = await loadKey(keystore, authorityName(country));
  const file = join(keystore.folder, revocationListFile(country));
  const pem = await readFile(file, 'utf8').catch(() => undefined);
  const before = pem === undefined ? [] : readRevocationList(pem).revoked;
  const known = before.some(
    (each) => reference && BigInt(`0x${each.reference}`) === BigInt(`0x${reference}`),
  );
  const revoked = reference === undefined || known ? before : [...before, { reference, since: now }];
  // seconds grow from list to list, as the number of a list must
  const list = await makeRevocationList(revoked, authority, Math.floor(now.getTime() / 1000), now);
  await writeWhole(file, list);
  return revoked;
}

/**
 * Gives a name's files the serial number as an ending: the certificate is still published, the key no longer found. There is
 * no file of a key that is in a hardware module.
 */
async function retire(folder: string, name: string): Promise<void> {
  const pem = await readFile(join(folder, `${name}.crt.pem`), 'utf8');
  const ending = new x509.X509Certificate(pem).serialNumber.toUpperCase();
  for (const kind of ['key', 'crt'])
    await rename(join(folder, `${name}.${kind}.pem`), join(folder, `${name}-${ending}.${kind}.pem`)).catch(
      (error: NodeJS.ErrnoException) => {
        if (kind === 'crt' || error.code !== 'ENOENT') throw error;
      },
    );
}

async function certificatesIn(folder: string): Promise<x509.X509Certificate[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.crt.pem'));
  const pems = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return pems.map((pem) => new x509.X509Certificate(pem));
}
