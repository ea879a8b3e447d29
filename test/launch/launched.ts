import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryPort } from '../../src/launch/postgres/ports.js';

const BOOTSTRAP = join(import.meta.dirname, '../../src/launch/bootstrap.mjs');
const PATIENCE_MS = 200_000;

/** A start takes seconds; on a machine that others load, minutes. */
export const itSlowly = (name: string, work: () => Promise<void>) => it(name, work, 240_000);

export interface Launched {
  pid: number;
  url: string;
  /** What it said so far, on both streams. */
  said(): string;
  /** @throws with what it said, where it ends or stays silent instead */
  ready(): Promise<void>;
  ended: Promise<number>;
  kill(signal: NodeJS.Signals): void;
}

interface LaunchOptions {
  env: NodeJS.ProcessEnv;
  args?: string[];
  account?: { uid: number; gid: number };
}

/** Runs `npm start`'s script as a newcomer would, on a port of its own, with none of the test's environment. */
export async function launch({ env, args = [], account }: LaunchOptions): Promise<Launched> {
  const port = String(env.PORT ?? (await tryPort(0)));
  const child = spawn(process.execPath, [BOOTSTRAP, 'start', ...args], {
    cwd: '/',
    env: { PATH: process.env.PATH, PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += String(part)));
  return {
    pid: child.pid ?? 0,
    url: `http://localhost:${port}`,
    said: () => output,
    ready: () =>
      until(
        () => output.includes('ow to sign in'),
        child,
        () => output,
      ),
    ended: new Promise((resolve) => child.once('close', (code) => resolve(code ?? -1))),
    kill: (signal) => void child.kill(signal),
  };
}

async function until(isSo: () => boolean, child: ChildProcess, said: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!isSo()) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`it did not start: ${said()}`);
    await sleep(50);
  }
}

/** The process that a process started, from /proc: the service behind the bootstrap. */
export function childOf(pid: number): number {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  return Number(child);
}

/** Number of the database's first process, if one runs on the folder. */
export function databaseOn(dataDir: string): number | undefined {
  const file = join(dataDir, 'postgres/cluster/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** `kill -9`. Refuses the numbers that stand for whole groups of processes, our own among them. */
export function killHard(pid: number | undefined): void {
  if (!pid || pid <= 1) throw new Error('there is no such process');
  process.kill(pid, 'SIGKILL');
}
