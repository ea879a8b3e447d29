import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readDemonstration } from '../launch/demonstration/credentials.js';
import type { Demonstration } from '../launch/demonstration/seed-demonstration.js';
import { readRunningService, type RunningService } from '../launch/demonstration/running-service.js';

const START = join(import.meta.dirname, '../launch/start.js');
/** As `npm start` and the image run it. */
const ONE_V8_THREAD = '--v8-pool-size=1';
const PATIENCE_MS = 120_000;

export interface BenchServiceOptions {
  /** `app` leaves background jobs undone, `both` does them in the same process. */
  role: 'app' | 'both';
  /** Further variables of the environment. */
  env?: NodeJS.ProcessEnv;
}

/** A service of its own for a benchmark: one app process and a durable database in a folder that is deleted at the end. */
export class BenchService {
  private constructor(
    readonly dataDir: string,
    readonly running: RunningService,
    readonly demonstration: Demonstration,
    private readonly child: ChildProcess,
  ) {}

  static async start({ role, env }: BenchServiceOptions): Promise<BenchService> {
    const dataDir = mkdtempSync(join(tmpdir(), 'pulang-bench-'));
    chmodSync(dataDir, 0o711);
    const { DATABASE_URL: _, DATABASE_OWNER_URL: _owner, ...withoutDatabase } = process.env;
    const child = spawn(process.execPath, [ONE_V8_THREAD, START], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...withoutDatabase,
        ...BEHIND_A_PROXY,
        ...env,
        ROLE: role,
        DATA_DIR: dataDir,
        PORT: '0',
      },
    });
    const deadline = Date.now() + PATIENCE_MS;
    while (!readRunningService(dataDir)) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error('the service did not start');
      await sleep(200);
    }
    return new BenchService(dataDir, readRunningService(dataDir)!, readDemonstration(dataDir)!, child);
  }

  /** Resident memory of the app process, MiB (Linux). */
  memory(): number {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** Whoever sends says whom for; what does not say so comes from one address. */
const BEHIND_A_PROXY = {
  TRUSTED_PROXIES: '127.0.0.1',
  RATE_LIMIT_ADDRESS: '100000000',
  RATE_LIMIT_SESSION: '100000000',
  LOG_LEVEL: 'error',
};
