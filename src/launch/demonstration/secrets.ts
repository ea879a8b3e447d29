import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivately } from '../write-privately.js';

/** What a real embassy must bring itself, and a demonstration makes for itself once. */
export interface DemonstrationSecrets {
  MASTER_KEY: string;
  TOKEN_KEY: string;
  DOCUMENT_KEYS: string;
  DOCUMENT_KEYS_PASSPHRASE: string;
}

/** The data folder's secrets, generated on first use and readable by their owner alone. They are nowhere else. */
export function demonstrationSecrets(dataDir: string): DemonstrationSecrets {
  const folder = join(dataDir, 'document-keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) writePrivately(file, generate());
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Omit<DemonstrationSecrets, 'DOCUMENT_KEYS'>;
  return { ...kept, DOCUMENT_KEYS: folder };
}

const generate = () => ({
  MASTER_KEY: randomBytes(32).toString('base64'),
  TOKEN_KEY: randomBytes(32).toString('base64'),
  DOCUMENT_KEYS_PASSPHRASE: randomBytes(24).toString('base64url'),
});
