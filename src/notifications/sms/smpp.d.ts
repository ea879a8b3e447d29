/** The part of the package `smpp` that is used here; it brings no types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';

  interface ShortMessage {
    message: string | Buffer;
    udh?: Buffer | Buffer[];
  }
  interface Pdu {
    command: string;
    command_status: number;
    sequence_number: number;
    response(fields?: Record<string, unknown>): Pdu;
    isResponse(): boolean;
    toBuffer(): Buffer;
    message_id?: string;
    message_state?: number;
    source_addr?: string;
    destination_addr?: string;
    esm_class?: number;
    data_coding?: number;
    registered_delivery?: number;
    short_message?: ShortMessage;
    message_payload?: ShortMessage;
    receipted_message_id?: string;
    user_message_reference?: number;
    sar_segment_seqnum?: number;
    system_id?: string;
    password?: string;
  }
  interface Session extends EventEmitter {
    socket: import('node:net').Socket;
    server?: SmppServer;
    send(pdu: Pdu, answered?: (answer: Pdu) => void, sent?: () => void): boolean;
    close(closed?: () => void): void;
    destroy(closed?: () => void): void;
    on(event: string, listener: (pdu: Pdu) => void): this;
  }
  interface SmppServer extends Server {
    sessions: Session[];
  }
  const smpp: {
    connect(options: Record<string, unknown>): Session;
    createServer(listener: (session: Session) => void): SmppServer;
    PDU: { new (command: string, fields?: Record<string, unknown>): Pdu; fromBuffer(bytes: Buffer): Pdu };
    encodings: Record<'ASCII' | 'UCS2', { encode(text: string): Buffer }>;
    errors: Record<string, number>;
  };
  export type { Pdu, Session, ShortMessage, SmppServer };
  export default smpp;
}
