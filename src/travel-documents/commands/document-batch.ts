import { writeFile } from 'node:fs/promises';
import { userPath, wholeNumber } from '../../platform/command-line/arguments.js';
import { runCommand } from '../../platform/command-line/command.js';
import { showProgress } from '../../platform/command-line/progress-bar.js';
import { UsageFault } from '../../platform/command-line/usage-fault.js';
import { drawSampleBatch } from '../samples/sample-batch.js';

const USAGE = `npm run document:batch -- --out FILE.pdf [--documents 1440] [--json]

Issues a day's sample documents in one go (each sealed), and writes them as one PDF for printing.
  --out        the file
  --documents  how many
  --json       how many, and how long it took, as JSON`;

await runCommand({
  usage: USAGE,
  options: {
    out: { type: 'string' },
    documents: { type: 'string', default: '1440' },
    json: { type: 'boolean', default: false },
  },
  async run({ out, documents: text, json }) {
    if (!out) throw new UsageFault('Say where to write them: --out FILE.pdf');
    const documents = wholeNumber('--documents', text, 1, 10_000);
    let count = 0;
    const endProgress = showProgress(() => ({
      share: count / documents,
      text: `${count} of ${documents} documents`,
    }));
    const started = performance.now();
    const pdf = await drawSampleBatch(documents, new Date(), (drawn) => (count = drawn)).finally(endProgress);
    await writeFile(userPath(out), pdf);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const report = {
      documents,
      seconds,
      perSecond: Math.round((10 * documents) / seconds) / 10,
      bytes: pdf.length,
    };
    console.log(json ? JSON.stringify(report) : `${documents} sheets in ${seconds} s: ${userPath(out)}`);
  },
});
