import { createHash } from 'node:crypto';
import type { SignatureLog } from './signature-log.js';
import type { SigningPort } from './signing-port.js';
import { type Purpose, PURPOSES, ruleOn } from './signing-rules.js';

/** What is asked of the signer, one JSON object a line. */
export type SignerRequest =
  | { id: number; act: 'open'; country: string; alpha3: string }
  | { id: number; act: 'sign'; country: string; purpose: Purpose; bytes: string };

export type SignerAnswer =
  | { id: number; seal: string; paper: string }
  | { id: number; signature: string }
  | { id: number; fault: 'key-unreadable' | 'refused'; because: string };

const HOUR_MS = 3_600_000;

export interface DeskOptions {
  /** Signatures of each purpose within any hour. */
  hourly: number;
  now: () => Date;
}

/** Answers requests: what rules and quota allow is put on record and signed. */
export class SignerDesk {
  private readonly given = new Map<string, number[]>();

  constructor(
    private readonly port: SigningPort,
    private readonly log: SignatureLog,
    private readonly options: DeskOptions,
  ) {}

  /** @throws KeyUnreadable where the state has no keys here */
  async certificates(id: number, country: string): Promise<SignerAnswer> {
    return { id, ...(await this.port.certificates(country)) };
  }

  async sign({ id, country, purpose, bytes: text }: SignerRequest & { act: 'sign' }): Promise<SignerAnswer> {
    const bytes = Buffer.from(text, 'base64');
    const certificates = await this.port.certificates(country);
    const now = this.options.now();
    const ruling = PURPOSES.includes(purpose)
      ? ruleOn(purpose, bytes, certificates, now)
      : ({ fit: false, because: 'no-such-purpose' } as const);
    const refused = !ruling.fit
      ? ruling.because
      : this.take(`${country} ${purpose}`, now)
        ? undefined
        : 'too-many';
    this.log.write({
      at: now.toISOString(),
      country,
      purpose,
      number: ruling.fit ? ruling.number : null,
      digest: createHash('sha256').update(bytes).digest('hex'),
      ...(refused === undefined ? {} : { refused }),
    });
    if (refused !== undefined) return { id, fault: 'refused', because: refused };
    const use = purpose === 'paper' ? 'paper' : 'seal';
    return { id, signature: (await this.port.sign(country, use, bytes)).toString('base64') };
  }

  private take(key: string, now: Date): boolean {
    const recent = (this.given.get(key) ?? []).filter((at) => at > now.getTime() - HOUR_MS);
    if (recent.length >= this.options.hourly) return false;
    recent.push(now.getTime());
    this.given.set(key, recent);
    return true;
  }
}
