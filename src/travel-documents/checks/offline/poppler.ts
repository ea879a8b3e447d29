import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UsageFault } from '../../../platform/command-line/usage-fault.js';
import type { GreyPicture } from '../read-seal-picture.js';

const run = promisify(execFile);
const MOST_BYTES = 200_000_000;

/** The text of a PDF's first page, its lines as they stand there. @throws UsageFault where poppler is not installed */
export async function textOf(file: string): Promise<string> {
  return (await poppler('pdftotext', '-layout', '-f', '1', '-l', '1', file, '-')).toString('utf8');
}

/** The first page as a scanner would see it. @throws UsageFault where poppler is not installed */
export async function pageOf(file: string, dotsPerInch: number): Promise<GreyPicture> {
  return readGreyMap(
    await poppler('pdftoppm', '-r', String(dotsPerInch), '-gray', '-f', '1', '-l', '1', file),
  );
}

async function poppler(program: string, ...args: string[]): Promise<Buffer> {
  try {
    return (await run(program, args, { encoding: 'buffer', maxBuffer: MOST_BYTES })).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new UnreadablePdf(args.at(-1) ?? '', error);
    throw new UsageFault(`${program} is not installed; it is in Debian's package poppler-utils.`);
  }
}

/** Thrown where a file is no PDF that can be drawn. */
export class UnreadablePdf extends Error {
  constructor(file: string, cause: unknown) {
    super(`${file} cannot be read as a PDF`, { cause });
    this.name = 'UnreadablePdf';
  }
}

/** A binary greymap of the Netpbm formats, as pdftoppm writes it: `P5`, width, height, 255, pixels. */
function readGreyMap(bytes: Buffer): GreyPicture {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  if (!header) throw new TypeError('Not a greymap of one byte a pixel');
  const [width, height] = [Number(header[1]), Number(header[2])];
  return { width, height, pixels: bytes.subarray(header[0].length, header[0].length + width * height) };
}
