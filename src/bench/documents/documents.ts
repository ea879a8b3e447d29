import { wholeNumber } from '../../platform/command-line/arguments.js';
import { runCommand } from '../../platform/command-line/command.js';
import { showProgress } from '../../platform/command-line/progress-bar.js';
import { printReport } from '../bench-report.js';
import { BenchService } from '../bench-service.js';
import { type BesidePlan, measureBeside } from './measure-beside.js';
import { measureDocuments } from './measure-documents.js';

const USAGE = `npm run bench:documents -- [--rounds 10] [--documents 20] [--json]

Measures how many travel documents a thread issues (seal, drawing with photograph, PDF/A, tags, file signature; both
signatures by the signer's process) beside the same page by pdfkit alone with one ECDSA signature, in turns.
  --rounds     turns
  --documents  documents of each kind in a turn
  --json       the result as JSON

With --beside-registrations [--seconds 120] [--rate 40] [--approved 300]: how much the 99th percentile of registering grows
while a service issues and prints documents as fast as it lets itself (growth; 1.25 is the most it should be). Beside it,
between what two such figures lie nine times in ten (growthBetween), and what the same figure is of nothing: every second
block without documents against the others (growthOfNothing). Takes 5 minutes; nothing else should run on the machine.
  --seconds    of registering alone, and again of registering beside documents, in blocks of 4 s by turns
  --rate       registrations a second
  --approved   documents that are issued meanwhile (made ready before; each printed once at least)`;

await runCommand({
  usage: USAGE,
  options: {
    rounds: { type: 'string', default: '10' },
    documents: { type: 'string', default: '20' },
    'beside-registrations': { type: 'boolean', default: false },
    seconds: { type: 'string', default: '120' },
    rate: { type: 'string', default: '40' },
    approved: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
  },
  async run({ rounds, documents, json, seconds, rate, approved, ...more }) {
    if (more['beside-registrations']) {
      const plan = {
        seconds: wholeNumber('--seconds', seconds, 16, 600),
        rate: wholeNumber('--rate', rate, 1, 10_000),
        documents: wholeNumber('--approved', approved, 10, 100_000),
      };
      await besideRegistrations(plan, json);
      return;
    }
    const bench = {
      rounds: wholeNumber('--rounds', rounds, 1, 1000),
      documents: wholeNumber('--documents', documents, 1, 1440),
    };
    let share = 0;
    const endProgress = showProgress(() => ({ share, text: `round ${Math.round(share * bench.rounds)}` }));
    const report = await measureDocuments(bench, (done) => (share = done)).finally(endProgress);
    printReport('travel documents, one thread', report, json);
  },
});

async function besideRegistrations(plan: BesidePlan, json: boolean): Promise<void> {
  const service = await BenchService.start({ role: 'app' });
  let share = 0;
  const endProgress = showProgress(() => ({ share, text: 'registering alone and beside documents' }));
  try {
    const report = await measureBeside(service, plan, (done) => (share = done)).finally(endProgress);
    printReport('registering while documents are issued', report, json);
  } finally {
    await service.stop();
  }
}
