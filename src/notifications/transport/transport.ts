import type { Gateway } from './gateways.js';

/** One message on its way out. Lives in memory only. */
export interface Outgoing {
  /** The message and how often it was sent again on purpose: the same for every repetition by ourselves. */
  key: string;
  /** 1 to 65535. */
  reference: number;
  to: string;
  text: string;
  /** For channels that have one. */
  subject: string;
}

/** What became of handing a message over. The difference between `again` and `unsure` is what keeps it from arriving twice. */
export type Outcome =
  /** The gateway has it. */
  | { result: 'taken'; providerIds: readonly string[]; delivered?: boolean }
  /** The gateway surely does not have it, and may take it later. */
  | { result: 'again'; reason: string; afterSeconds?: number }
  /** The gateway will never take it. */
  | { result: 'refused'; reason: string }
  /** It may have it or not. */
  | { result: 'unsure'; reason: string };

/** A way out. Never throws for what a gateway or a network does; logs nothing of a message. */
export interface Transport {
  readonly gateway: Gateway;
  /** Whether the gateway knows a repetition by its key, so that handing over again is harmless. */
  readonly repeatable: boolean;
  submit(outgoing: Outgoing): Promise<Outcome>;
  close(): Promise<void>;
}
