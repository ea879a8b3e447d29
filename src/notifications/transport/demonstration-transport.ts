import type { Outcome, Transport } from './transport.js';

/** Sends nothing. What it would have sent is kept for the outbox page, in the transaction that marks it as delivered. */
export class DemonstrationTransport implements Transport {
  readonly gateway = 'demonstration';
  readonly repeatable = true;

  submit(): Promise<Outcome> {
    return Promise.resolve({ result: 'taken', providerIds: [], delivered: true });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
