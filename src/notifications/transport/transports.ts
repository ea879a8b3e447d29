import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Environment } from '../../platform/config/environment.js';
import { SmtpTransport } from '../email/smtp-transport.js';
import { HttpSmsTransport } from '../sms/http-sms-transport.js';
import { SmppConnection } from '../sms/smpp-connection.js';
import { SmppTransport } from '../sms/smpp-transport.js';
import { DemonstrationTransport } from './demonstration-transport.js';
import type { Channel } from './gateways.js';
import type { Transport } from './transport.js';

/** The ways out that the environment has chosen. Where it says nothing, a demonstration shows and production sends nothing. */
@Injectable()
export class Transports implements OnApplicationShutdown {
  /** The line to the text message centre, where there is one. */
  readonly smpp: SmppTransport | undefined;
  private readonly ways: Readonly<Record<Channel, Transport | undefined>>;

  constructor(environment: Environment) {
    const usual = environment.NODE_ENV === 'production' ? 'none' : 'demonstration';
    const { MESSAGES_SMS: sms = usual, MESSAGES_EMAIL: email = usual } = environment;
    this.smpp =
      sms === 'smpp'
        ? new SmppTransport(new SmppConnection(environment.SMPP_URL!, environment.SMPP_WINDOW), environment)
        : undefined;
    this.ways = {
      sms: sms === 'http' ? new HttpSmsTransport(environment) : (this.smpp ?? shown(sms)),
      email: email === 'smtp' ? new SmtpTransport(environment) : shown(email),
    };
  }

  /** @returns nothing where this service does not send on that channel */
  of(channel: Channel): Transport | undefined {
    return this.ways[channel];
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.ways.sms?.close(), this.ways.email?.close()]);
  }
}

const shown = (choice: string) => (choice === 'demonstration' ? new DemonstrationTransport() : undefined);
