import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { alpha2Of } from '../../platform/icao/country-codes.js';
import { userPath } from '../../platform/command-line/arguments.js';
import { CommandFault } from '../../platform/command-line/command-fault.js';
import { runCommand } from '../../platform/command-line/command.js';
import { UsageFault } from '../../platform/command-line/usage-fault.js';
import { readTrustMaterial, signerReferences } from '../pki/key-folder.js';
import { readSealCertificates } from '../pki/seal-certificates.js';
import { renewRevocationList, rotateSigners } from '../pki/signer-rotation.js';
import { readSignatureLog } from '../pki/signer/signature-log.js';
import { KeyUnreadable } from '../pki/software-keystore.js';
import { ensureTestKeys } from '../pki/test-keys.js';

const USAGE = `npm run pki -- ACT [--keys DIR] [--state IDN] [--reference 5B] [--url https://...]

A test country's keys, as ICAO Doc 9303-12 describes them. The passphrase is in DOCUMENT_KEYS_PASSPHRASE.
  init           makes a country signing CA, a signer of seals, a signer of files and a revocation list
  rotate         makes new signers; the old certificates stay published, because documents outlive them
  crl            makes a new revocation list, due at least every 90 days
  revoke-signer  takes the signer of --reference back, and makes a new revocation list
  show           what is there, and how each signer stands
  log            what the signer signed and refused, and whether its log is whole
  --keys         the folder; else DOCUMENT_KEYS, else that of the demonstration
  --state        the issuing state, three letters
  --url          the public address of the service, which certificates name
Procedures: docs/key-rotation.md`;

type Acts = Record<string, () => Promise<string[]>>;

await runCommand({
  usage: USAGE,
  takesWords: true,
  options: {
    keys: { type: 'string' },
    state: { type: 'string', default: 'IDN' },
    reference: { type: 'string' },
    url: { type: 'string', default: 'https://pulang.example.org' },
  },
  async run({ keys, state, reference, url }, [act = '', more]) {
    const given = keys ? userPath(keys) : process.env['DOCUMENT_KEYS'];
    const folder = given ?? join(process.env['DATA_DIR'] || '.pulang', 'document-keys');
    const country = alpha2Of(state);
    if (country === undefined) throw new UsageFault('--state takes the three letters of a state: IDN');
    const keystore = () => ({ folder, passphrase: passphrase() });
    const acts: Acts = {
      init: async () => {
        await ensureTestKeys(keystore(), { alpha2: country, alpha3: state, publicUrl: url }, new Date());
        return [`Keys of ${state} are in ${folder}`];
      },
      rotate: async () => [
        `Seals are signed by ${country}TS ${await rotateSigners(keystore(), country, new Date())} once the signer, or the service that starts it, is started again`,
      ],
      crl: async () => [
        `${(await renewRevocationList(keystore(), country, new Date())).length} signers are on the new list`,
      ],
      'revoke-signer': async () => {
        if (!reference || !/^[0-9A-F]{1,40}$/i.test(reference))
          throw new UsageFault('Say which signer: --reference 5B');
        const wanted = BigInt(`0x${reference}`);
        if (!(await signerReferences(folder)).some((known) => BigInt(`0x${known}`) === wanted))
          throw new UsageFault(`No signer here has the reference ${reference}: see npm run pki -- show`);
        const revoked = await renewRevocationList(keystore(), country, new Date(), reference.toUpperCase());
        return [`${revoked.length} signers are on the new list; publish it within 48 hours`];
      },
      show: () => show(folder),
      log: async () => showLog(folder),
    };
    const chosen = acts[act];
    if (!chosen || more !== undefined)
      throw new UsageFault(`Choose one of: ${Object.keys(acts).join(', ')}.`);
    for (const line of await chosen().catch(explain)) console.log(line);
  },
});

function explain(error: unknown): never {
  if (!(error instanceof KeyUnreadable)) throw error;
  throw new CommandFault(
    `The key ${error.keyName} cannot be opened: it is missing or damaged, or DOCUMENT_KEYS_PASSPHRASE is not the passphrase it was made with. Keys that are there stay as they are.`,
  );
}

function passphrase(): string {
  const text = process.env['DOCUMENT_KEYS_PASSPHRASE'] ?? '';
  if (text.length < 16) throw new UsageFault('DOCUMENT_KEYS_PASSPHRASE needs at least 16 characters.');
  return text;
}

async function show(folder: string): Promise<string[]> {
  const material = await readTrustMaterial(folder);
  const signers = await readSealCertificates(material, new Date());
  return [
    `${material.authorities.length} authorities, ${material.revocationLists.length} revocation lists in ${folder}`,
    ...signers.map(
      ({ signer, reference, standing, validUntil }) =>
        `${signer} ${reference.padEnd(4)} ${standing.padEnd(10)} until ${validUntil.toISOString().slice(0, 10)}`,
    ),
  ];
}

function showLog(folder: string): string[] {
  const logs = join(folder, 'signatures');
  if (!existsSync(logs)) return ['Nothing has been signed with these keys by a signer that keeps a log.'];
  const names = readdirSync(logs).filter((name) => name.endsWith('.jsonl'));
  return names.sort().flatMap((name) => {
    const { entries, brokenAt } = readSignatureLog(join(logs, name));
    const refused = entries.filter((entry) => entry.refused !== undefined);
    return [
      `${name}: ${entries.length - refused.length} signed, ${refused.length} refused; ${brokenAt === null ? 'whole' : `BROKEN at line ${brokenAt}`}`,
      ...refused.map((entry) => `  ${entry.at} refused ${entry.purpose}: ${String(entry.refused)}`),
    ];
  });
}
