import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrustMaterial } from './seal-certificates.js';

/** Names of what is kept for a country (two letters) in the folder of keys. */
export const authorityName = (country: string): string => `csca-${country}`;
export const signerName = (country: string): string => `signer-${country}`;
export const paperSignerName = (country: string): string => `paper-${country}`;
export const revocationListFile = (country: string): string => `csca-${country}.crl.pem`;

const AUTHORITY = /^csca-[A-Z]{2}\.crt\.pem$/;
/** Signers that went before keep their certificates here under a name with an ending: documents outlive them. */
const SIGNER = /^signer-[A-Z]{2}(-[A-Za-z0-9-]+)?\.crt\.pem$/;
const OF_SIGNER = /^(signer|paper)-[A-Z]{2}(-[A-Za-z0-9-]+)?\.crt\.pem$/;
const REVOCATION_LIST = /^csca-[A-Z]{2}\.crl\.pem$/;

/** The serial numbers of all that sign seals or files here, or did, in hexadecimal. */
export async function signerReferences(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => OF_SIGNER.test(name));
  const pems = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return pems.map((pem) => new X509Certificate(pem).serialNumber);
}

/** Everything public in the folder, in the order of its names. A folder that is missing holds nothing. */
export async function readTrustMaterial(folder: string): Promise<TrustMaterial> {
  const names = (await readdir(folder).catch(() => [])).sort();
  const read = (form: RegExp) =>
    Promise.all(names.filter((name) => form.test(name)).map((name) => readFile(join(folder, name), 'utf8')));
  const [authorities, signers, revocationLists] = await Promise.all([
    read(AUTHORITY),
    read(SIGNER),
    read(REVOCATION_LIST),
  ]);
  return { authorities, signers, revocationLists };
}
