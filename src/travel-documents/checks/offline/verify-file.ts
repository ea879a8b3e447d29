import { readFileSync } from 'node:fs';
import { UsageFault } from '../../../platform/command-line/usage-fault.js';
import { readSealPicture } from '../read-seal-picture.js';
import { judgeFile, type OfflineReport } from './judge-file.js';
import { pageOf, textOf, UnreadablePdf } from './poppler.js';
import { readTrustFiles, type TrustOptions } from './trust-files.js';

/** Dots to the inch at which the page is drawn, one after the other, until the seal can be read. */
const RESOLUTIONS = [200, 300, 600];

/** Missing, a folder, or not for whoever asks. */
const NOT_READ = new Set<string | undefined>(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES']);

/** @throws UsageFault where poppler or a file is missing */
export async function verifyFile(path: string, options: TrustOptions, now: Date): Promise<OfflineReport> {
  const trust = readTrustFiles(path, options);
  try {
    const [pdf, lines] = [readFileSync(path), linesIn(await textOf(path))];
    return await judgeFile({ pdf, lines, seal: await sealOn(path) }, trust, now);
  } catch (error) {
    if (error instanceof UnreadablePdf || NOT_READ.has((error as NodeJS.ErrnoException).code))
      throw new UsageFault(`${path} is missing or is no PDF.`);
    throw error;
  }
}

async function sealOn(path: string): Promise<Buffer | null> {
  for (const resolution of RESOLUTIONS) {
    const seal = await readSealPicture(await pageOf(path, resolution));
    if (seal) return seal;
  }
  return null;
}

/** The last two lines that look like a machine-readable zone of TD2. */
function linesIn(text: string): [string, string] | null {
  const [first, second] = text
    .split(/[\n\f]/)
    .map((line) => line.trim())
    .filter((line) => /^[0-9A-Z<]{36}$/.test(line))
    .slice(-2);
  return first !== undefined && second !== undefined ? [first, second] : null;
}
