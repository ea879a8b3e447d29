import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all, for its owner's eyes (0600). */
export function writePrivately(file: string, content: object): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, file);
}
