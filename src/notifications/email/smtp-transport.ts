import { createTransport, type Transporter } from 'nodemailer';
import type { Environment } from '../../platform/config/environment.js';
import type { Outcome, Outgoing, Transport } from '../transport/transport.js';

type Settings = Pick<Environment, 'SMTP_URL' | 'SMTP_FROM'>;
interface SmtpFault {
  code?: string;
  syscall?: string;
  responseCode?: number;
}

const PATIENCE_MS = 10_000;
/** The package says `CONN` of a line that breaks at any moment, so only these are surely before the words. */
const NEVER_ARRIVED = new Set(['EDNS', 'ETLS']);

/** E-mail over SMTP. A server's yes is all that is known; there are no receipts. */
export class SmtpTransport implements Transport {
  readonly gateway = 'smtp';
  readonly repeatable = false;
  private readonly mailer: Transporter;

  constructor(private readonly settings: Settings) {
    const { protocol, hostname, port, username, password } = new URL(settings.SMTP_URL!);
    const here = hostname === '127.0.0.1' || hostname === 'localhost';
    this.mailer = createTransport({
      host: hostname,
      port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
      secure: protocol === 'smtps:',
      requireTLS: protocol !== 'smtps:' && !here,
      ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      pool: true,
      maxConnections: 4,
      // else the package sends again by itself what it was sending when the line broke
      maxRequeues: 0,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async submit({ key, to, subject, text }: Outgoing): Promise<Outcome> {
    const domain = this.settings.SMTP_FROM.split('@')[1]!;
    try {
      await this.mailer.sendMail({
        from: this.settings.SMTP_FROM,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${key}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { result: 'taken', providerIds: [] };
    } catch (error) {
      return outcomeOf(error as SmtpFault);
    }
  }

  close(): Promise<void> {
    this.mailer.close();
    return Promise.resolve();
  }
}

function outcomeOf({ code = '', syscall, responseCode }: SmtpFault): Outcome {
  if (code === 'EAUTH') return { result: 'again', reason: 'no-connection' };
  if (responseCode !== undefined && responseCode >= 500)
    return { result: 'refused', reason: 'gateway-refused' };
  if (responseCode !== undefined && responseCode >= 400) return { result: 'again', reason: 'gateway-busy' };
  return NEVER_ARRIVED.has(code) || syscall === 'connect'
    ? { result: 'again', reason: 'no-connection' }
    : { result: 'unsure', reason: 'no-answer' };
}
