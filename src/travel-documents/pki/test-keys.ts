import { randomInt } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../platform/ids.js';
import { countryName } from '../../platform/icao/country-codes.js';
import { type CertifiedKey, makeCountrySigningCa } from './country-signing-ca.js';
import { authorityName, paperSignerName, revocationListFile, signerName } from './key-folder.js';
import { makePaperSigner } from './paper-signer-certificate.js';
import { makeRevocationList } from './revocation-list.js';
import { makeSealSigner } from './seal-signer-certificate.js';
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
  await loadOrMake(keystore, signerName(alpha2), () =>
    makeSealSigner(
      { country: alpha2, name: 'TS', reference: newReference(), documentTypes: ['PU'] },
      authority,
      now,
    ),
  );
  await loadOrMake(keystore, paperSignerName(alpha2), () =>
    makePaperSigner(
      {
        country: alpha2,
        commonName: 'Test Paper Signer',
        serialNumber: `01${newReference()}${newReference()}`,
      },
      authority,
      now,
    ),
  );
  await ensureRevocationList(keystore.folder, alpha2, authority, now);
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

/** Another process is writing the key, or it is not ours. */
async function waitFor(keystore: SoftwareKeystore, name: string): Promise<CertifiedKey> {
  for (let time = 1; time < WAITS.times; time++) {
    const found = await loadKey(keystore, name).catch(() => undefined);
    if (found) return found;
    await pause(WAITS.ms);
  }
  return loadKey(keystore, name);
}

async function ensureRevocationList(
  folder: string,
  alpha2: string,
  authority: CertifiedKey,
  now: Date,
): Promise<void> {
  const file = join(folder, revocationListFile(alpha2));
  const pem = await readFile(file, 'utf8').catch(() => undefined);
  const last = pem === undefined ? undefined : new x509.X509Crl(pem);
  if (last && now.getTime() - last.thisUpdate.getTime() < RENEW_LIST_AFTER_MS) return;
  const revoked = (last?.entries ?? []).map(({ serialNumber, revocationDate }) => ({
    reference: serialNumber,
    since: revocationDate,
  }));
  // Seconds grow from list to list, as the number of a list must.
  const list = await makeRevocationList(revoked, authority, Math.floor(now.getTime() / 1000), now);
  const aside = `${file}.${newId()}`;
  await writeFile(aside, list, { mode: 0o600 });
  await rename(aside, file);
}

/** Two hexadecimal digits, as short as the reference in a seal can be. */
const newReference = (): string => randomInt(0x10, 0x7f).toString(16).toUpperCase();
