import { LaunchFault } from '../launch/launch-fault.js';
import { readDemonstration } from '../launch/demonstration/credentials.js';
import { readRunningService } from '../launch/demonstration/running-service.js';
import { Api } from './api.js';
import { checkThroughApi } from './check-api.js';
import { checkThroughSql } from './check-sql.js';
import { assembleCrew } from './crew.js';
import { drive } from './drive.js';
import { Latencies } from './latencies.js';
import { showProgress } from './progress.js';
import { readSurgeOptions, type SurgeOptions, USAGE } from './surge-options.js';
import { reportText, type SurgeReport, surgeReport } from './surge-report.js';
import { Tally } from './tally.js';

/**
 * Drives the demonstration that runs on this machine with a surge, and checks what must hold.
 * @throws LaunchFault where none runs
 */
export async function surge(options: SurgeOptions): Promise<SurgeReport> {
  const service = readRunningService(options.dataDir);
  const demonstration = readDemonstration(options.dataDir);
  if (!service || !demonstration)
    throw new LaunchFault('No demonstration runs here. Start one, and leave it running: npm start');
  const started = performance.now();
  const latencies = new Latencies();
  const tally = new Tally(options.people);
  const everyone = new Api(service.url, latencies);
  const crew = await assembleCrew(everyone, demonstration);
  const endProgress = showProgress(tally);
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
if (import.meta.main) {
  try {
    const options = readSurgeOptions(process.argv.slice(2), process.env);
    if (options === 'help') console.log(USAGE);
    else {
      const report = await surge(options);
      console.log(options.json ? JSON.stringify(report, null, 2) : reportText(report));
      process.exitCode = report.ok ? 0 : 1;
    }
  } catch (error) {
    console.error(error instanceof LaunchFault ? error.message : error);
    process.exitCode = 1;
  }
}
