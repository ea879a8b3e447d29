import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { programBeside } from '../../../platform/programs/program-beside.js';
import { KeyUnreadable } from '../software-keystore.js';
import type { SignerAnswer, SignerRequest } from './signer-desk.js';
import type { StateCertificates } from './signing-port.js';
import type { Purpose } from './signing-rules.js';

/** How the signer is reached: at its socket, or as a process of ours with this environment. */
export interface SignerPlace {
  socket?: string;
  environment: Readonly<Record<string, string>>;
}

/** Thrown where the signer refuses to sign; the word is for the log. */
export class SignatureRefused extends Error {
  constructor(readonly because: string) {
    super(`the signer refused: ${because}`);
    this.name = 'SignatureRefused';
  }
}

/** So long a signer may think: less than the database leaves a transaction open without a word (15 s). */
const PATIENCE_MS = 12_000;

interface Line {
  input: Readable;
  output: Writable;
  end(): void;
  /** For a signer that no longer answers, and so would not notice that it is to end. */
  cut(): void;
}

interface Waiting {
  line: Line;
  resolve: (answer: SignerAnswer) => void;
  reject: (error: Error) => void;
}
type Asked = SignerRequest extends infer Each ? (Each extends unknown ? Omit<Each, 'id'> : never) : never;

/**
 * The application's side: it asks, and never holds a key. A signer that ended, or has not answered in time, is started, or
 * called, again.
 */
export class SignerConnection {
  private line: Line | undefined;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** @param lost is told that whoever answers next may be another, with other certificates */
  constructor(
    private readonly place: SignerPlace,
    private readonly lost: () => void = () => undefined,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /** @param country two letters, and three. @throws KeyUnreadable */
  async certificates(country: string, alpha3: string): Promise<StateCertificates> {
    const answer = await this.ask({ act: 'open', country, alpha3 });
    if (!('seal' in answer)) throw new KeyUnreadable('fault' in answer ? answer.because : 'signer');
    return { seal: answer.seal, paper: answer.paper };
  }

  /** @returns r and s (IEEE P1363). @throws KeyUnreadable, SignatureRefused */
  async sign(country: string, purpose: Purpose, bytes: Buffer): Promise<Buffer> {
    const answer = await this.ask({ act: 'sign', country, purpose, bytes: bytes.toString('base64') });
    if ('signature' in answer) return Buffer.from(answer.signature, 'base64');
    if ('fault' in answer && answer.fault === 'refused') throw new SignatureRefused(answer.because);
    throw new KeyUnreadable('fault' in answer ? answer.because : 'signer');
  }

  close(): void {
    this.line?.end();
    this.line = undefined;
  }

  private async ask(asked: Asked): Promise<SignerAnswer> {
    const id = ++this.lastId;
    const line = (this.line ??= this.open());
    const late = setTimeout(() => {
      this.giveUp(line);
      line.cut();
    }, this.patienceMs);
    try {
      return await new Promise((resolve, reject) => {
        this.waiting.set(id, { line, resolve, reject });
        line.output.write(`${JSON.stringify({ id, ...asked })}\n`);
      });
    } finally {
      clearTimeout(late);
      this.waiting.delete(id);
    }
  }

  private open(): Line {
    const line = this.place.socket === undefined ? this.start() : call(this.place.socket);
    const lost = () => this.giveUp(line);
    line.output.on('error', lost);
    createInterface({ input: line.input })
      .on('line', (text) => {
        const answer = JSON.parse(text) as SignerAnswer;
        this.waiting.get(answer.id)?.resolve(answer);
      })
      // the stream's own errors come here too: a signer that is away ends what was asked, not the service
      .on('error', lost)
      .on('close', lost);
    return line;
  }

  /** What was asked on this line is answered by nobody; the next question goes on a new one. */
  private giveUp(line: Line): void {
    if (this.line === line) {
      this.line = undefined;
      this.lost();
    }
    for (const { line: of, reject } of this.waiting.values())
      if (of === line) reject(new KeyUnreadable('signer'));
  }

  private start(): Line {
    const { path, execArgv } = programBeside(import.meta.url, '../../commands/document-signer');
    const child = spawn(process.execPath, [...execArgv, path], {
      env: { ...this.place.environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.on('error', () => child.stdout.destroy());
    // Ours to end, and none of what keeps us running.
    child.unref();
    for (const stream of [child.stdin, child.stdout]) (stream as unknown as { unref(): void }).unref();
    return {
      input: child.stdout,
      output: child.stdin,
      end: () => child.stdin.end(),
      cut: () => void child.kill('SIGKILL'),
    };
  }
}

function call(path: string): Line {
  const socket = connect(path);
  socket.unref();
  socket.on('error', () => socket.destroy());
  return { input: socket, output: socket, end: () => socket.end(), cut: () => socket.destroy() };
}
