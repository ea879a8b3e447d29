import { setTimeout } from 'node:timers/promises';
import smpp from 'smpp';
import type { Environment } from '../../platform/config/environment.js';
import type { Outcome, Outgoing, Transport } from '../transport/transport.js';
import { type Segments, segmentsOf } from './segments.js';
import type { Delivery, SmppConnection } from './smpp-connection.js';
import { DELIVERED_BY_STATE } from './smpp-delivery.js';

type Settings = Pick<Environment, 'SMS_SENDER' | 'SMPP_LONG'>;

/** When the centre says that it is too fast, a message waits so long before it tries again; then it comes back later. */
const SLOWER_MS = [200, 400, 800];
const codes = (...names: string[]) => new Set(names.map((name) => smpp.errors[name]!));
const TOO_FAST = codes('ESME_RTHROTTLED', 'ESME_RMSGQFUL');
const LATER = codes('ESME_RSYSERR', 'ESME_RINVBNDSTS', 'ESME_RSUBMITFAIL', 'ESME_RX_T_APPN');
const WITH_HEADER = 0x40;

type Sent = { id: string } | Exclude<Outcome, { result: 'taken' }>;

/** Text messages over SMPP 3.4. Asks for a receipt of every one. */
export class SmppTransport implements Transport {
  readonly gateway = 'smpp';
  /** SMPP has no key for repetitions, and `query_sm` wants the id that only an answer brings. */
  readonly repeatable = false;

  constructor(
    private readonly connection: SmppConnection,
    private readonly settings: Settings,
  ) {}

  onDelivery(deliver: Delivery): void {
    this.connection.onDelivery(deliver);
  }

  /** Has the line ready to hear what is delivered. */
  async listen(): Promise<void> {
    await this.connection.open().catch(() => undefined);
  }

  /** Part after part. What stops halfway is in doubt: sent again as a whole, its first parts would come twice. */
  async submit({ to, text, reference }: Outgoing): Promise<Outcome> {
    const providerIds: string[] = [];
    for (const fields of this.bodiesOf(segmentsOf(text), reference)) {
      const sent = await this.send({ ...this.envelope(to, reference), ...fields });
      if ('id' in sent) providerIds.push(sent.id);
      else return providerIds.length === 0 ? sent : { result: 'unsure', reason: 'partly-sent' };
    }
    return { result: 'taken', providerIds };
  }

  /** Asks what became of a message that no receipt came for. @returns nothing where that is not decided */
  async ask(providerId: string): Promise<boolean | undefined> {
    const answer = await this.connection.request('query_sm', {
      message_id: providerId,
      ...this.source(),
    });
    if (typeof answer === 'string' || answer.command_status !== 0) return undefined;
    return DELIVERED_BY_STATE.get(answer.message_state ?? 0);
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private async send(fields: Record<string, unknown>): Promise<Sent> {
    for (const pause of [...SLOWER_MS, undefined]) {
      const answer = await this.connection.request('submit_sm', fields);
      if (answer === 'unsent') return { result: 'again', reason: 'no-connection' };
      if (answer === 'lost') return { result: 'unsure', reason: 'no-answer' };
      const { command_status: status, message_id: id } = answer;
      if (status === 0) return { id: id ?? '' };
      if (LATER.has(status)) return { result: 'again', reason: 'gateway-busy' };
      if (!TOO_FAST.has(status)) return { result: 'refused', reason: 'gateway-refused' };
      if (pause !== undefined) await setTimeout(pause);
    }
    return { result: 'again', reason: 'gateway-busy' };
  }

  private envelope(to: string, reference: number): Record<string, unknown> {
    return {
      ...this.source(),
      dest_addr_ton: 1,
      dest_addr_npi: 1,
      destination_addr: to.replace(/^\+/, ''),
      registered_delivery: 1,
      user_message_reference: reference,
    };
  }

  private source(): Record<string, unknown> {
    const sender = this.settings.SMS_SENDER;
    const international = sender.startsWith('+');
    return {
      source_addr_ton: international ? 1 : 5,
      source_addr_npi: international ? 1 : 0,
      source_addr: sender.replace(/^\+/, ''),
    };
  }

  /** Whole in `message_payload`, or in parts with a header of concatenation with a 16-bit reference (3GPP TS 23.040). */
  private bodiesOf({ coding, parts }: Segments, reference: number): Record<string, unknown>[] {
    const data_coding = coding === 'ucs-2' ? 8 : 0;
    const bytes = (part: string) => smpp.encodings[coding === 'ucs-2' ? 'UCS2' : 'ASCII'].encode(part);
    if (parts.length === 1) return [{ data_coding, short_message: bytes(parts[0]!) }];
    if (this.settings.SMPP_LONG === 'payload')
      return [{ data_coding, message_payload: bytes(parts.join('')) }];
    return parts.map((part, index) => ({
      data_coding,
      esm_class: WITH_HEADER,
      short_message: {
        udh: Buffer.of(6, 8, 4, reference >> 8, reference & 0xff, parts.length, index + 1),
        message: bytes(part),
      },
    }));
  }
}
