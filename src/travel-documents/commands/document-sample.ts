import { userPath } from '../../platform/command-line/arguments.js';
import { runCommand } from '../../platform/command-line/command.js';
import { showProgress } from '../../platform/command-line/progress-bar.js';
import { UsageFault } from '../../platform/command-line/usage-fault.js';
import { SAMPLE_PEOPLE } from '../samples/sample-people.js';
import { writeSamples } from '../samples/write-samples.js';

const USAGE = `npm run document:sample -- --out DIR [--json]

Writes fifty emergency travel documents of people who do not exist, as PDF, and beside them what a verifier needs:
csca.pem, signer.pem, crl.pem, revoked.json, and documents.json, which says what to find in each.
  --out   the folder, which is made where it is missing
  --json  how many were written, as JSON`;

await runCommand({
  usage: USAGE,
  options: { out: { type: 'string' }, json: { type: 'boolean', default: false } },
  async run({ out, json }) {
    if (!out) throw new UsageFault('Say where to write them: --out DIR');
    const folder = userPath(out);
    let count = 0;
    const endProgress = showProgress(() => ({
      share: count / SAMPLE_PEOPLE.length,
      text: `${count} of ${SAMPLE_PEOPLE.length} documents`,
    }));
    const documents = await writeSamples(folder, new Date(), (written) => (count = written)).finally(
      endProgress,
    );
    console.log(
      json
        ? JSON.stringify({ documents: documents.length, out: folder })
        : `${documents.length} documents, and what to verify them with, are in ${folder}`,
    );
  },
});
