import { setTimeout as later } from 'node:timers';
import smpp, { type Pdu, type Session } from 'smpp';

const CONNECT_MS = 5000;
const ANSWER_MS = 10_000;
const ENQUIRE_MS = 30_000;
/** After a line could not be had, nobody tries again for so long. */
const REST_MS = 1000;

/** What came of a request: an answer, never sent, or sent and then silence. */
export type SmppAnswer = Pdu | 'unsent' | 'lost';
/** @returns whether it is done with; else the centre is asked to deliver it again */
export type Delivery = (pdu: Pdu) => Promise<boolean>;

/** A line to a text message centre (SMPP 3.4), bound as transceiver when first needed and again after it was lost. */
export class SmppConnection {
  private line: Promise<Session> | undefined;
  private restUntil = 0;
  private deliver: Delivery = () => Promise.resolve(false);
  private free: number;
  private readonly waiting: (() => void)[] = [];
  private closed = false;

  /** @param url `smpp://name:password@host:port`, or `ssmpp:` with TLS; @param window requests under way at once */
  constructor(
    private readonly url: string,
    window: number,
  ) {
    this.free = window;
  }

  /** Who takes what the centre delivers: receipts and messages from people. */
  onDelivery(deliver: Delivery): void {
    this.deliver = deliver;
  }

  /** Waits for its place in the window. Never throws. */
  async request(command: string, fields: Record<string, unknown>): Promise<SmppAnswer> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free--;
    try {
      const session = await this.open();
      return await answerOf(session, new smpp.PDU(command, fields));
    } catch {
      return 'unsent';
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    }
  }

  /** The bound line. @throws where it cannot be had now */
  open(): Promise<Session> {
    if (this.closed || Date.now() < this.restUntil) return Promise.reject(new Error('no line'));
    this.line ??= this.bind().catch((error: unknown) => {
      this.line = undefined;
      this.restUntil = Date.now() + REST_MS;
      throw error;
    });
    return this.line;
  }

  async close(): Promise<void> {
    this.closed = true;
    const session = await this.line?.catch(() => undefined);
    if (!session || session.socket.destroyed) return;
    await answerOf(session, new smpp.PDU('unbind'), 1000);
    session.destroy();
  }

  private async bind(): Promise<Session> {
    const { protocol, hostname, port, username, password } = new URL(this.url);
    const tls = protocol === 'ssmpp:';
    const session = smpp.connect({
      host: hostname,
      port: Number(port) || (tls ? 3550 : 2775),
      tls,
      ...(tls && { servername: hostname }),
      auto_enquire_link_period: ENQUIRE_MS,
    });
    session.setMaxListeners(0);
    session.on('error', () => session.destroy());
    session.on('close', () => {
      if (!this.closed) this.line = undefined;
    });
    session.on('enquire_link', (pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('deliver_sm', (pdu) => void this.take(session, pdu));
    await connected(session, tls);
    const answer = await answerOf(
      session,
      new smpp.PDU('bind_transceiver', {
        system_id: decodeURIComponent(username),
        password: decodeURIComponent(password),
        interface_version: 0x34,
      }),
    );
    if (typeof answer === 'string' || answer.command_status !== 0) {
      session.destroy();
      throw new Error('not bound');
    }
    return session;
  }

  private async take(session: Session, pdu: Pdu): Promise<void> {
    const done = await this.deliver(pdu).catch(() => false);
    session.send(pdu.response({ command_status: done ? 0 : smpp.errors['ESME_RX_T_APPN']! }));
  }
}

function connected(session: Session, tls: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = later(() => session.destroy(), CONNECT_MS);
    session.on(tls ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      resolve();
    });
    session.on('close', () => {
      clearTimeout(timer);
      reject(new Error('no connection'));
    });
  });
}

/** The package forgets those who wait when the line is lost, so this does not. */
function answerOf(session: Session, pdu: Pdu, patience = ANSWER_MS): Promise<SmppAnswer> {
  return new Promise((resolve) => {
    const end = (answer: SmppAnswer) => {
      clearTimeout(timer);
      session.removeListener('close', lost);
      resolve(answer);
    };
    const lost = () => end('lost');
    const timer = later(lost, patience);
    session.on('close', lost);
    if (!session.send(pdu, end)) end('unsent');
  });
}
