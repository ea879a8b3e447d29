import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivately } from '../write-privately.js';

/** Where a demonstration that runs now is reached. */
export interface RunningService {
  url: string;
  databaseUrl: string;
}

const fileIn = (dataDir: string): string => join(dataDir, 'running.json');

/** Tells other programs of the same user where the demonstration is. @returns takes it back */
export function announceService(dataDir: string, service: RunningService): () => void {
  writePrivately(fileIn(dataDir), service);
  return () => rmSync(fileIn(dataDir), { force: true });
}

/** The demonstration that `npm start` keeps running on a data folder, if it does (a crash leaves its last place). */
export const readRunningService = (dataDir: string): RunningService | undefined =>
  existsSync(fileIn(dataDir))
    ? (JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as RunningService)
    : undefined;
