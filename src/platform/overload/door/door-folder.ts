import { once } from 'node:events';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BEGINS = 'pulang-door-';
/** One that was made less long ago may be about to be listened at. */
const YOUNG_MS = 60_000;

/** The path in a door's folder at which its service listens. */
export const servicePath = (folder: string): string => join(folder, 'service');

/** A folder that only this user can look into. Those that were left where a service was killed are swept away. */
export async function newDoorFolder(): Promise<string> {
  await sweepDoorFolders(tmpdir(), Date.now()).catch(() => undefined);
  return mkdtemp(join(tmpdir(), BEGINS));
}

/**
 * Removes the doors' folders of this user behind which nobody listens any more. A process that lives is found by its listening, whatever
 * its number: numbers come again, and say nothing in another container.
 */
export async function sweepDoorFolders(place: string, now: number): Promise<void> {
  for (const name of await readdir(place)) {
    if (!name.startsWith(BEGINS)) continue;
    const folder = join(place, name);
    const found = await lstat(folder).catch(() => undefined);
    if (!found?.isDirectory() || found.uid !== process.getuid?.() || now - found.mtimeMs < YOUNG_MS) continue;
    if (await isDeserted(servicePath(folder))) await rm(folder, { recursive: true, force: true });
  }
}

/** Only where it is certain: nobody listens there, or nothing is there. */
async function isDeserted(path: string): Promise<boolean> {
  const line = connect(path);
  try {
    await once(line, 'connect');
    return false;
  } catch (error) {
    return ['ECONNREFUSED', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '');
  } finally {
    line.destroy();
  }
}
