import { wholeNumber } from '../../platform/command-line/arguments.js';
import { runCommand } from '../../platform/command-line/command.js';
import { printReport } from '../bench-report.js';
import { BenchService } from '../bench-service.js';
import { measureStatus } from './measure-status.js';

const USAGE = `npm run bench:status -- [--seconds 20] [--waiting 2000] [--people 2000] [--connections 64] [--json]

People's own place over HTTP, reads a second, each asked for with the person's own token; and in the same run, round
about, Nest on Fastify answering a constant as large. Then 1,667 a second for as long: 100,000 people once a minute.
  --seconds      length of each measurement
  --waiting      people who wait in the hall
  --people       people who ask in turn
  --connections  how many ask at once
  --json         the result as JSON`;

await runCommand({
  usage: USAGE,
  options: {
    seconds: { type: 'string', default: '20' },
    waiting: { type: 'string', default: '2000' },
    people: { type: 'string', default: '2000' },
    connections: { type: 'string', default: '64' },
    json: { type: 'boolean', default: false },
  },
  async run(values) {
    const plan = {
      seconds: wholeNumber('--seconds', values.seconds, 4, 600),
      waiting: wholeNumber('--waiting', values.waiting, 1, 1_000_000),
      people: wholeNumber('--people', values.people, 1, 100_000),
      connections: wholeNumber('--connections', values.connections, 1, 1000),
    };
    const service = await BenchService.start({ role: 'app' });
    try {
      printReport("People's own status", await measureStatus(service, plan), values.json);
    } finally {
      await service.stop();
    }
  },
});
