import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { startEmbeddedPostgres } from '../../launch/embedded-postgres.js';
import { migrateDatabase } from '../../launch/migrate-database.js';
import { wholeNumber } from '../../platform/command-line/arguments.js';
import { runCommand } from '../../platform/command-line/command.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { dataSourceOptions } from '../../platform/database/data-source-options.js';
import { printReport } from '../bench-report.js';
import { measureCandidates } from './measure-candidates.js';
import { writeKeys } from './register.js';

const USAGE = `npm run bench:candidates -- [--people 1000000] [--probes 1000] [--json]

Finds the candidates for one new person among a million made-up ones (generated here, in a database that is deleted
afterwards), and in the same run the same statement by the plain driver. Half of the new people have reported before.
  --people  how many have registered before
  --probes  how many new people are searched for
  --json    the result as JSON`;

await runCommand({
  usage: USAGE,
  options: {
    people: { type: 'string', default: '1000000' },
    probes: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
  },
  async run(values) {
    const people = wholeNumber('--people', values.people, 100, 10_000_000);
    const probes = wholeNumber('--probes', values.probes, 2, 100_000);
    const dataDir = mkdtempSync(join(tmpdir(), 'pulang-bench-'));
    chmodSync(dataDir, 0o711);
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    const bare = new pg.Client({ connectionString: server.superuserUrl });
    const ours = new DataSource(dataSourceOptions(server.appUrl, 2));
    try {
      await migrateDatabase(server.ownerUrl);
      await bare.connect();
      await ours.initialize();
      const keyring = new Keyring(randomBytes(32));
      const started = performance.now();
      const keys = await writeKeys(bare, keyring, people);
      const generatedSeconds = Math.round((performance.now() - started) / 1000);
      const report = await measureCandidates(bare, new Database(ours), keyring, { people, probes });
      const title = `Candidates for one new person among ${people}`;
      printReport(title, { ...report, keys, generatedSeconds }, values.json);
    } finally {
      await ours.destroy().catch(() => undefined);
      await bare.end().catch(() => undefined);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
});
