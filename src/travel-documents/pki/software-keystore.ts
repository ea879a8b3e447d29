import { createPrivateKey } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../platform/ids.js';
import type { CertifiedKey } from './country-signing-ca.js';

/** Keys in files: where they are, and what they are encrypted with. */
export interface SoftwareKeystore {
  folder: string;
  /** Should be as strong as the key: 128 random bits, not a word. */
  passphrase: string;
}

/** Thrown where a key cannot be read: missing, damaged, or encrypted with another passphrase. Says nothing more. */
export class KeyUnreadable extends Error {
  constructor(readonly keyName: string) {
    super(`the key ${keyName} could not be read`);
    this.name = 'KeyUnreadable';
  }
}

/**
 * Writes a certificate and its private key (PKCS#8, AES-256) for the owner of the process only.
 * @param name letters, digits and hyphens
 * @throws Error with code EEXIST where a key of that name is there: keys are never overwritten
 */
export async function saveKey(
  { folder, passphrase }: SoftwareKeystore,
  name: string,
  { certificate, privateKey }: CertifiedKey,
): Promise<void> {
  const { keyFile, certificateFile } = filesOf(folder, name);
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(keyFile, pem, { mode: 0o600, flag: 'wx' });
  await writeWhole(certificateFile, certificate);
}

/** Writes a file for the owner of the process only, whole or not at all: others may be reading the folder. */
export async function writeWhole(file: string, content: string): Promise<void> {
  const aside = `${file}.${newId()}`;
  await writeFile(aside, content, { mode: 0o600 });
  await rename(aside, file);
}

/** @throws KeyUnreadable */
export async function loadKey({ folder, passphrase }: SoftwareKeystore, name: string): Promise<CertifiedKey> {
  const { keyFile, certificateFile } = filesOf(folder, name);
  try {
    const [key, certificate] = await Promise.all([readFile(keyFile), readFile(certificateFile, 'utf8')]);
    return { certificate, privateKey: createPrivateKey({ key, passphrase }) };
  } catch {
    throw new KeyUnreadable(name);
  }
}

function filesOf(folder: string, name: string): { keyFile: string; certificateFile: string } {
  if (!/^[A-Za-z0-9-]+$/.test(name)) throw new RangeError('Not a name for a key');
  return { keyFile: join(folder, `${name}.key.pem`), certificateFile: join(folder, `${name}.crt.pem`) };
}
