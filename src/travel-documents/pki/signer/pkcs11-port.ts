import { spawn } from 'node:child_process';
import { createHash, verify, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paperSignerName, signerName } from '../key-folder.js';
import { KeyUnreadable } from '../software-keystore.js';
import type { KeyUse, SigningPort, StateCertificates } from './signing-port.js';

/** A hardware module that speaks PKCS #11, reached through OpenSC's pkcs11-tool. */
export interface Pkcs11Module {
  /** The vendor's library. */
  library: string;
  token: string;
  pin: string;
  /** What pkcs11-tool and the library find in their environment. */
  environment: NodeJS.ProcessEnv;
  /** Where the certificates are; the module holds the keys, under the same names. */
  folder: string;
  /** So long a module may take for a signature; less than the application waits for it (12 s). */
  patienceMs?: number;
}

const PATIENCE_MS = 8_000;

const SIGNATURE_BYTES = 64;

/** CKA_ID of a key, hexadecimal: its name in ASCII. pkcs11-tool finds private keys by nothing else when it signs. */
export const keyId = (name: string): string => Buffer.from(name, 'ascii').toString('hex');

/** Keys that nobody can copy: each signature is one call of the module. About 25 ms with SoftHSM, most of it starting. */
export class Pkcs11Port implements SigningPort {
  constructor(private readonly module: Pkcs11Module) {}

  async certificates(country: string): Promise<StateCertificates> {
    const [seal, paper] = await Promise.all(
      [signerName(country), paperSignerName(country)].map((name) => this.read(name)),
    );
    return { seal: seal ?? '', paper: paper ?? '' };
  }

  async sign(country: string, use: KeyUse, bytes: Buffer): Promise<Buffer> {
    const name = use === 'seal' ? signerName(country) : paperSignerName(country);
    const digest = createHash('sha256').update(bytes).digest();
    const signature = await this.run(['--sign', '--mechanism', 'ECDSA', '--id', keyId(name)], digest);
    if (!(await this.isFrom(name, bytes, signature))) throw new KeyUnreadable(name);
    return signature;
  }

  /** After a rotation the module may still hold the key of before: documents would be issued that nobody believes. */
  private async isFrom(name: string, bytes: Buffer, signature: Buffer): Promise<boolean> {
    if (signature.length !== SIGNATURE_BYTES) return false;
    const { publicKey } = new X509Certificate(await this.read(name));
    return verify('sha256', bytes, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
  }

  private async read(name: string): Promise<string> {
    try {
      return await readFile(join(this.module.folder, `${name}.crt.pem`), 'utf8');
    } catch {
      throw new KeyUnreadable(name);
    }
  }

  /** The PIN goes by the environment: arguments can be seen by everyone on the machine. */
  private run(args: string[], input: Buffer): Promise<Buffer> {
    const { library, token, pin, environment, patienceMs = PATIENCE_MS } = this.module;
    return new Promise((resolve, reject) => {
      const child = spawn(
        'pkcs11-tool',
        ['--module', library, '--token-label', token, '--login', '--pin', 'env:SIGNER_PIN', ...args],
        {
          env: { ...environment, SIGNER_PIN: pin },
          stdio: ['pipe', 'pipe', 'ignore'],
          timeout: patienceMs,
          killSignal: 'SIGKILL',
        },
      );
      const answer: Buffer[] = [];
      child.stdout.on('data', (part: Buffer) => answer.push(part));
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0
          ? resolve(Buffer.concat(answer))
          : reject(new Error(`pkcs11-tool ended with ${String(code)}`)),
      );
      child.stdin.on('error', () => undefined).end(input);
    });
  }
}
