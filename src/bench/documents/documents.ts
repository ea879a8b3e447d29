import { wholeNumber } from '../../platform/command-line/arguments.js';
import { runCommand } from '../../platform/command-line/command.js';
import { showProgress } from '../../platform/command-line/progress-bar.js';
import { printReport } from '../bench-report.js';
import { measureDocuments } from './measure-documents.js';

const USAGE = `npm run bench:documents -- [--rounds 10] [--documents 20] [--json]

Measures how many travel documents a thread issues (seal, drawing with photograph, PDF/A, tags, file signature; both
signatures by the signer's process) beside the same page by pdfkit alone with one ECDSA signature, in turns.
  --rounds     turns
  --documents  documents of each kind in a turn
  --json       the result as JSON`;

await runCommand({
  usage: USAGE,
  options: {
    rounds: { type: 'string', default: '10' },
    documents: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
  async run({ rounds, documents, json }) {
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
