import { mkdirSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { wholeNumber } from '../../platform/command-line/arguments.js';
import { runCommand } from '../../platform/command-line/command.js';
import { UsageFault } from '../../platform/command-line/usage-fault.js';
import { alpha2Of } from '../../platform/icao/country-codes.js';
import { Pkcs11Port } from '../pki/signer/pkcs11-port.js';
import { SignatureLog } from '../pki/signer/signature-log.js';
import { type SignerAnswer, SignerDesk, type SignerRequest } from '../pki/signer/signer-desk.js';
import type { SigningPort } from '../pki/signer/signing-port.js';
import { SoftwarePort } from '../pki/signer/software-port.js';
import { KeyUnreadable, type SoftwareKeystore } from '../pki/software-keystore.js';
import { ensureTestKeys } from '../pki/test-keys.js';

const USAGE = `DOCUMENT_SIGNER=/run/pulang/signer.sock DOCUMENT_KEYS=... npm run document:signer

The process that holds the keys of travel documents, as a user of its own: it signs for whoever may open the socket.
  DOCUMENT_SIGNER           the socket, which is made here; without it, standard input and output
  DOCUMENT_KEYS             the folder with keys and certificates; what was signed is written there, into signatures/
  DOCUMENT_KEYS_PASSPHRASE  opens the keys; 16 characters or more
  PKCS11_MODULE, _TOKEN, _PIN  where a hardware module holds the keys
  SIGNER_HOURLY             signatures of each kind an hour: 4000
Procedures: docs/key-rotation.md`;

/** What answers are made with: the keys, and the hour's rest of them. */
interface Signer {
  desk: SignerDesk;
  keystore: SoftwareKeystore;
  /** A demonstration makes the keys that it lacks. */
  makesKeys: boolean;
  publicUrl: string;
}

/**
 * The process that holds the keys of documents. It serves whoever started it over standard input and output, or, with
 * DOCUMENT_SIGNER, everyone who may open that socket: then it runs as a user of its own, and the keys are readable to
 * nobody else.
 */
await runCommand({
  usage: USAGE,
  options: {},
  async run() {
    const signer = openSigner();
    const socket = process.env['DOCUMENT_SIGNER'];
    if (socket) {
      mkdirSync(dirname(socket), { recursive: true });
      await rm(socket, { force: true });
      createServer((client) => serve(signer, client, client)).listen(socket, () => void chmod(socket, 0o660));
    } else {
      serve(signer, process.stdin, process.stdout);
      process.stdin.once('end', () => process.exit(0));
    }
  },
});

/** @throws UsageFault where a variable is missing or makes no sense; nothing is made then */
function openSigner(): Signer {
  const {
    DOCUMENT_KEYS: folder = '',
    DOCUMENT_KEYS_PASSPHRASE: passphrase = '',
    NODE_ENV: mode,
    PUBLIC_URL: publicUrl = '',
    SIGNER_HOURLY = '4000',
    PKCS11_MODULE: library,
    PKCS11_TOKEN: token = 'pulang',
    PKCS11_PIN: pin = '',
  } = process.env;
  if (!folder || (!library && passphrase.length < 16))
    throw new UsageFault('DOCUMENT_KEYS or DOCUMENT_KEYS_PASSPHRASE is missing.');
  const hourly = wholeNumber('SIGNER_HOURLY', SIGNER_HOURLY, 1, 1_000_000);
  const { DOCUMENT_KEYS_PASSPHRASE: _, PKCS11_PIN: _pin, ...forModule } = process.env;
  const keystore = { folder, passphrase };
  const port: SigningPort = library
    ? new Pkcs11Port({ library, token, pin, folder, environment: forModule })
    : new SoftwarePort(keystore);
  /** One log for each process: two that wrote into one would break its chain. */
  const log = new SignatureLog(
    join(folder, 'signatures', `${new Date().toISOString().replace(/[:.]/g, '-')}-${process.pid}.jsonl`),
  );
  const desk = new SignerDesk(port, log, { hourly, now: () => new Date() });
  return { desk, keystore, makesKeys: mode !== 'production' && !library, publicUrl };
}

async function answer(
  { desk, keystore, makesKeys, publicUrl }: Signer,
  request: SignerRequest,
): Promise<SignerAnswer> {
  try {
    if (request.act === 'sign') return await desk.sign(request);
    const { alpha3, country: alpha2 } = request;
    if (makesKeys && alpha2Of(alpha3) === alpha2)
      await ensureTestKeys(keystore, { alpha2, alpha3, publicUrl }, new Date());
    return await desk.certificates(request.id, alpha2);
  } catch (error) {
    const because = error instanceof KeyUnreadable ? error.keyName : 'signer';
    return { id: request.id, fault: 'key-unreadable', because };
  }
}

function serve(signer: Signer, input: Readable, output: Writable): void {
  createInterface({ input }).on('line', (line) => {
    void answer(signer, JSON.parse(line) as SignerRequest).then((said) =>
      output.write(`${JSON.stringify(said)}\n`),
    );
  });
  output.on('error', () => undefined);
}
