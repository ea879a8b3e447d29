import { readFileSync } from 'node:fs';
import { readDemonstration } from '../launch/demonstration/credentials.js';
import { readRunningService } from '../launch/demonstration/running-service.js';
import { userPath } from '../platform/command-line/arguments.js';
import { runCommand } from '../platform/command-line/command.js';
import { UsageFault } from '../platform/command-line/usage-fault.js';
import type { BulkIntakeResponse } from '../registrations/bulk/bulk-intakes.dto.js';
import { BulkApi, Refused } from './bulk-api.js';
import { listReport } from './list-report.js';
import { allFaults, checkFile, readList, registerList } from './list-upload.js';
import { writeReceipts } from './receipts-file.js';

const USAGE = `npm run intake:bulk -- FILE [--register] [--receipts OUT.csv] [--json]
npm run intake:bulk -- --list ID [--register] [--receipts OUT.csv] [--json]

Sends a list of people (CSV or XLSX, at most 10,000 rows) and says what would be registered and what is wrong, by row
and column. Nobody is registered without --register. The same file or the same row again registers nobody twice, so
after a crash simply run the same command again.
  --register     registers the rows without faults, and shows how far it is
  --receipts     writes reference and code of each person into a new file, once; keep it safe. Asked again, it says why not
  --list         a list that was sent before
  --url          where the service is; a demonstration that runs here is found by itself
  --secret-file  a file with the API client's secret; otherwise PULANG_CLIENT_SECRET, or the demonstration's
  --lang         language of the faults, such as id
  --json         the list and its faults as JSON`;

await runCommand({
  usage: USAGE,
  takesWords: true,
  options: {
    register: { type: 'boolean', default: false },
    receipts: { type: 'string' },
    list: { type: 'string' },
    url: { type: 'string' },
    'secret-file': { type: 'string' },
    lang: { type: 'string', default: 'en' },
    json: { type: 'boolean', default: false },
  },
  async run({ register, receipts, list: id, url, 'secret-file': secretFile, lang, json }, [file, another]) {
    if ((file === undefined) === (id === undefined) || another !== undefined)
      throw new UsageFault('Name one file, or a list that was sent before: --list ID');
    const api = new BulkApi(serviceUrl(url), clientSecret(secretFile), lang);
    try {
      let list = id === undefined ? await checkFile(api, userPath(file!)) : await readList(api, id);
      const faults = await allFaults(api, list.id);
      if (!json) console.log(listReport(list, faults));
      const worthwhile = list.state === 'confirmed' || (list.state === 'checked' && list.valid > 0);
      if (register && worthwhile) list = await registerList(api, list);
      if (json) console.log(JSON.stringify({ ...list, faults }));
      else console.log(lastWords(list, register));
      if (receipts === undefined) return 0;
      const { said, exitCode } = await writeReceipts(api, list, userPath(receipts));
      console.error(said);
      return exitCode;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      console.error(error.message);
      return 1;
    }
  },
});

function lastWords({ state, registered, duplicates, faulty }: BulkIntakeResponse, register: boolean): string {
  if (state === 'done')
    return [
      `${registered} people are registered.`,
      ...(duplicates > 0 ? [`${duplicates} were registered before, or stand in the list twice.`] : []),
      ...(faulty > 0 ? [`${faulty} are not registered: see what is wrong with their rows.`] : []),
    ].join(' ');
  return register ? 'Nobody was registered.' : 'Nobody is registered yet. Say --register when all is right.';
}

function serviceUrl(url: string | undefined): string {
  const found = url ?? readRunningService(dataDir())?.url;
  if (found === undefined) throw new UsageFault('Say where the service is: --url https://…');
  if (!/^https?:\/\//.test(found))
    throw new UsageFault(`An address begins with https://, as in https://${found}`);
  return found.replace(/\/+$/, '');
}

function clientSecret(file: string | undefined): string {
  const secret =
    file === undefined
      ? (process.env['PULANG_CLIENT_SECRET'] ?? readDemonstration(dataDir())?.clientSecret)
      : readFileSync(userPath(file), 'utf8').trim();
  if (!secret) throw new UsageFault('Give the secret of an API client: --secret-file FILE');
  return secret;
}

function dataDir(): string {
  return process.env['DATA_DIR'] || '.pulang';
}
