import { wholeNumber } from '../platform/command-line/arguments.js';
import { runCommand } from '../platform/command-line/command.js';
import { showProgress } from '../platform/command-line/progress-bar.js';
import { UsageFault } from '../platform/command-line/usage-fault.js';
import { readDemonstration } from '../launch/demonstration/credentials.js';
import { readRunningService } from '../launch/demonstration/running-service.js';
import { Api } from '../rehearsal/api.js';
import { checkThroughApi } from './check-api.js';
import { checkThroughSql } from './check-sql.js';
import { assembleCrew } from '../rehearsal/crew.js';
import { drive } from './drive.js';
import { Latencies } from '../rehearsal/latencies.js';
import { surgeProgress } from './progress.js';
import { OPTIONS, type SurgeOptions, USAGE } from './surge-options.js';
import { reportText, type SurgeReport, surgeReport } from './surge-report.js';
import { Tally } from './tally.js';

/**
 * Drives the demonstration that runs on this machine with a surge, and checks what must hold.
 * @throws UsageFault where none runs
 */
export async function surge(options: SurgeOptions): Promise<SurgeReport> {
  const service = readRunningService(options.dataDir);
  const demonstration = readDemonstration(options.dataDir);
  if (!service || !demonstration)
    throw new UsageFault('No demonstration runs here. Start one, and leave it running: npm start');
  const started = performance.now();
  const latencies = new Latencies();
  const tally = new Tally(options.people);
  const everyone = new Api(service.url, latencies);
  const crew = await assembleCrew(everyone, demonstration);
  const endProgress = showProgress(() => surgeProgress(tally));
  try {
    const registered = await drive(options, crew, everyone, tally);
    const seconds = (performance.now() - started) / 1000;
    const checks = [
      ...(await checkThroughApi(crew, registered)),
      ...(await checkThroughSql(service.databaseUrl, demonstration.postId, registered)),
    ];
    return surgeReport(tally, latencies, checks, seconds);
  } finally {
    endProgress();
    await crew.dismiss();
  }
}

/** Run by `bootstrap.mjs`: exit code 1 where anything is not as it must be. */
if (import.meta.main)
  await runCommand({
    usage: USAGE,
    options: OPTIONS,
    async run(values) {
      const report = await surge({
        people: wholeNumber('--people', values.people, 1, 100_000),
        seconds: wholeNumber('--seconds', values.seconds, 0, 86_400),
        seed: wholeNumber('--seed', values.seed, 0, 2 ** 31),
        json: values.json,
        dataDir: process.env['DATA_DIR'] || '.pulang',
      });
      console.log(values.json ? JSON.stringify(report, null, 2) : reportText(report));
      return report.ok ? 0 : 1;
    },
  });
