import { createApp } from '../../app.js';
import { demonstrationSecrets } from '../../launch/demonstration/secrets.js';
import { wholeNumber } from '../../platform/command-line/arguments.js';
import { runCommand } from '../../platform/command-line/command.js';
import { readEnvironment } from '../../platform/config/environment.js';
import { printReport } from '../bench-report.js';
import { BenchService } from '../bench-service.js';
import { IntakeMeasurement } from './measure-intake.js';

const USAGE = `npm run bench:intake -- [--seconds 10] [--cases 10000,100000,1000000] [--everybody 100000] [--json]

Complete registrations over HTTP a second (validated, sealed, idempotent, audited, job enqueued, committed with fsync),
and in the same run, round about, the same statements by the plain driver on the same database.
  --seconds    length of each measurement
  --cases      measured again with so many cases in the database, and how many times slower that is than with few
  --everybody  at the end, registers so many people in one run and counts them; 0 leaves it out
  --json       the result as JSON`;

await runCommand({
  usage: USAGE,
  options: {
    seconds: { type: 'string', default: '10' },
    cases: { type: 'string', default: '' },
    everybody: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
  },
  async run(values) {
    const plan = {
      seconds: wholeNumber('--seconds', values.seconds, 1, 600),
      cases: values.cases
        .split(',')
        .filter(Boolean)
        .map((count) => wholeNumber('--cases', count, 0, 10_000_000)),
      everybody: wholeNumber('--everybody', values.everybody, 0, 1_000_000),
    };
    const service = await BenchService.start({ role: 'app' });
    try {
      const app = await createApp(
        readEnvironment({
          ...demonstrationSecrets(service.dataDir),
          DATABASE_URL: service.running.databaseUrl,
          ROLE: 'app',
          LOG_LEVEL: 'silent',
        }),
      );
      try {
        const report = await new IntakeMeasurement(service, app, plan).run();
        printReport('Registrations, complete and committed', report, values.json);
      } finally {
        await app.close();
      }
    } finally {
      await service.stop();
    }
  },
});
