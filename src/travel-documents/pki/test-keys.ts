import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { countryName } from '../../platform/icao/country-codes.js';
import { type CertifiedKey, makeCountrySigningCa } from './country-signing-ca.js';
import { authorityName, paperSignerName, revocationListFile, signerName } from './key-folder.js';
import { readRevocationList } from './read-revocation-list.js';
import { freeReference, newPaperSigner, newSealSigner, renewRevocationList } from './signer-rotation.js';
import { KeyUnreadable, loadKey, saveKey, type SoftwareKeystore } from './software-keystore.js';
import * as x509 from './x509.js';

export interface TestCountry {
  /** ISO 3166 alpha-2 and alpha-3. */
  alpha2: string;
  alpha3: string;
  publicUrl: string;
}

/** Renewed well before the ninety days are over. */
const RENEW_LIST_AFTER_MS = 60 * 86_400_000;
const WAITS = { times: 40, ms: 250 };

/**
 * Makes, where they are missing, a country signing CA that is named as a test, one seal signer and a revocation list.
 * For demonstrations and tests only. Processes that start at once end up with the same keys.
 * @throws KeyUnreadable where keys are there but cannot be opened: they are never replaced
 */
export async function ensureTestKeys(
  keystore: SoftwareKeystore,
  country: TestCountry,
  now: Date,
): Promise<void> {
  const { alpha2, alpha3, publicUrl } = country;
  const authority = await loadOrMake(keystore, authorityName(alpha2), () =>
    makeCountrySigningCa(
      {
        country: alpha2,
        issuer: alpha3,
        commonName: `Test CSCA ${countryName(alpha3, 'en').replace(/[^A-Za-z ]/g, '')}`,
        contactUrl: publicUrl,
        revocationListUrl: new URL('/pki/crl.pem', publicUrl).href,
      },
      now,
    ),
  );
  const signer = await loadOrMake(keystore, signerName(alpha2), async () =>
    newSealSigner(authority, alpha2, await freeReference(keystore.folder), now),
  );
  const reference = new x509.X509Certificate(signer.certificate).serialNumber.toUpperCase();
  await loadOrMake(keystore, paperSignerName(alpha2), () =>
    newPaperSigner(authority, alpha2, reference, now),
  );
  if (await isListDue(keystore.folder, alpha2, now)) await renewRevocationList(keystore, alpha2, now);
}

async function loadOrMake(
  keystore: SoftwareKeystore,
  name: string,
  make: () => Promise<CertifiedKey>,
): Promise<CertifiedKey> {
  try {
    return await loadKey(keystore, name);
  } catch (error) {
    if (!(error instanceof KeyUnreadable)) throw error;
  }
  const made = await make();
  try {
    await saveKey(keystore, name, made);
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return waitFor(keystore, name);
  }
}

/** Another process is writing the key, its certificate last; where that is there, the key is whole or not ours. */
async function waitFor(keystore: SoftwareKeystore, name: string): Promise<CertifiedKey> {
  const certificate = join(keystore.folder, `${name}.crt.pem`);
  for (let time = 1; time < WAITS.times && !existsSync(certificate); time++) await pause(WAITS.ms);
  return loadKey(keystore, name);
}

async function isListDue(folder: string, alpha2: string, now: Date): Promise<boolean> {
  const pem = await readFile(join(folder, revocationListFile(alpha2)), 'utf8').catch(() => undefined);
  if (pem === undefined) return true;
  return now.getTime() - readRevocationList(pem).thisUpdate.getTime() >= RENEW_LIST_AFTER_MS;
}
