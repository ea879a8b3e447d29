import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Admission } from './admission.js';
import type { BusyAnswers } from './busy-answer.js';
import { inBatches } from './in-batches.js';

/** So long a refusal waits for others that are sent with it. */
export const BATCH_MS = 10;

/** Refuses in the service what no door in front of it has refused. */
export class QuickRefusal {
  private readonly soon = inBatches(BATCH_MS);

  constructor(
    private readonly answers: BusyAnswers,
    private readonly admission: Admission,
  ) {}

  send({ url = '/', headers }: IncomingMessage, response: ServerResponse, id: string): void {
    this.admission.refuse();
    const { head, text } = this.answers.to({ url, ...headers }, id);
    this.soon(() => response.writeHead(503, head).end(text));
  }
}
