import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import type { BulkIntakeResponse } from '../registrations/bulk/bulk-intakes.dto.js';
import type { BulkApi } from './bulk-api.js';
import { takeReceipts } from './list-upload.js';

export interface Written {
  /** A sentence for whoever asked for the receipts. */
  said: string;
  exitCode: 0 | 1;
}

const NOT_WRITTEN = {
  none: 'nobody was registered by this list. Who is registered already has a receipt of the list that did it: --list ID',
  taken:
    'those of this list were handed out before, and codes are given out once. Whoever has none gets new codes from an officer',
  expired:
    'those of this list were not fetched in a week and are forgotten. Each person gets new codes from an officer',
};

/**
 * Writes a list's receipts into a new file, which is made before they are taken: what is taken and not written is lost.
 * @throws Refused
 */
export async function writeReceipts(
  api: BulkApi,
  { id, receipts }: Pick<BulkIntakeResponse, 'id' | 'receipts'>,
  path: string,
): Promise<Written> {
  if (receipts !== 'waiting') {
    const there = existsSync(path);
    const why = NOT_WRITTEN[receipts];
    return {
      said: there ? `${path} stays as it is: ${why}.` : `No receipts were written: ${why}.`,
      exitCode: there || receipts === 'none' ? 0 : 1,
    };
  }
  const file = await open(path, 'wx', 0o600).catch(unlessThere);
  if (!file)
    return {
      said: `No receipts were written: ${path} is there already and is never written over. They still wait: name another file.`,
      exitCode: 1,
    };
  try {
    await file.writeFile(await takeReceipts(api, id));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return { said: `The receipts are in ${path}. Keep it safe: they are given out once.`, exitCode: 0 };
}

function unlessThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EEXIST') throw error;
}
