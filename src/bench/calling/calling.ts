import { wholeNumber } from '../../platform/command-line/arguments.js';
import { runCommand } from '../../platform/command-line/command.js';
import { printReport } from '../bench-report.js';
import { BenchService } from '../bench-service.js';
import { measureCalling } from './measure-calling.js';

const USAGE = `npm run bench:calling -- [--waiting 100,10000,100000] [--counters 40] [--people 400] [--json]

People called to counters, begun with and finished with, a second: call next, start and finish as the service's own use
cases in one process (locked, versions compared, audited, committed with fsync, told live), each counter one at a time.
In the same run, round about, by the plain driver on the same database: three transactions of nothing but the same writes.
  --waiting   how many wait; measured for each size
  --counters  officers who call at once
  --people    called in each round at most; the queue is filled up again between rounds, of which each size has as many
              as it needs for the same number of people
  --json      the result as JSON: that of the largest queue, and "sizes" with all`;

await runCommand({
  usage: USAGE,
  options: {
    waiting: { type: 'string', default: '100,10000,100000' },
    counters: { type: 'string', default: '40' },
    people: { type: 'string', default: '400' },
    json: { type: 'boolean', default: false },
  },
  async run(values) {
    const plan = {
      counters: wholeNumber('--counters', values.counters, 16, 200),
      waiting: values.waiting.split(',').map((size) => wholeNumber('--waiting', size, 100, 1_000_000)),
      people: wholeNumber('--people', values.people, 100, 100_000),
    };
    const service = await BenchService.start({ role: 'app' });
    try {
      printReport(
        'People called, begun with and finished with',
        await measureCalling(service, plan),
        values.json,
      );
    } finally {
      await service.stop();
    }
  },
});
