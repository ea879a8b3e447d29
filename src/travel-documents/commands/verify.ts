import { userPath } from '../../platform/command-line/arguments.js';
import { runCommand } from '../../platform/command-line/command.js';
import { UsageFault } from '../../platform/command-line/usage-fault.js';
import { exitCodeOf, reportText } from '../checks/offline/report-text.js';
import { verifyFile } from '../checks/offline/verify-file.js';

const USAGE = `npm run verify -- FILE.pdf --csca FILE [--signer FILE] [--crl FILE] [--revoked FILE] [--json]

Checks an emergency travel document without a connection: reads the lines from the file's text and the seal from the
drawn page, and judges both by the certificates at hand. Exit code 0 where it is valid, 1 where it is not, 3 where it is genuine but a
list of what was taken back is missing or old: it may have been taken back.
  --csca     country signing CAs that you trust, in PEM
  --signer   certificates of seal signers; else signer.pem beside the document, else those in the file's signature
  --crl      revocation lists of signers; else crl.pem beside the document
  --revoked  signed list of revoked documents; else revoked.json beside the document
  --json     the report as JSON`;

await runCommand({
  usage: USAGE,
  takesWords: true,
  options: {
    csca: { type: 'string' },
    signer: { type: 'string' },
    crl: { type: 'string' },
    revoked: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  async run({ json, ...options }, [file, more]) {
    if (file === undefined || more !== undefined) throw new UsageFault('Name one document: FILE.pdf');
    const report = await verifyFile(userPath(file), options, new Date());
    console.log(json ? JSON.stringify(report, null, 2) : reportText(report));
    return exitCodeOf(report);
  },
});
