import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../rehearsal/api.js';

export interface Ticket {
  id: string;
  number: string;
  registrationId: string;
}

/** What became of somebody who was called. */
export type Visit = 'verified' | 'missed';

/** Who is called, as the counters know them. */
export interface Expected {
  missesThisCall: boolean;
  end: (visit: Visit) => void;
}

const LOOK_AGAIN_MS = 300;

/** The counters: each officer calls the next person and serves them, until {@link close}. */
export class Counters {
  readonly expected = new Map<string, Expected>();
  private closed = false;

  constructor(
    private readonly officers: readonly Api[],
    private readonly onError: (error: unknown) => void,
  ) {}

  async run(): Promise<void> {
    await Promise.all(this.officers.map((officer) => this.work(officer)));
  }

  close(): void {
    this.closed = true;
  }

  /** Waits until the visit of a person who is about to check in is over. */
  visit(registrationId: string, missesThisCall: boolean): Promise<Visit> {
    return new Promise((resolve) => {
      this.expected.set(registrationId, {
        missesThisCall,
        end: (visit) => {
          this.expected.delete(registrationId);
          resolve(visit);
        },
      });
    });
  }

  private async work(officer: Api): Promise<void> {
    while (!this.closed) {
      const { status, body, etag } = await officer.post<Ticket>(
        'call next',
        '/v1/counter-sessions/current/next',
      );
      if (status === 204) await sleep(LOOK_AGAIN_MS);
      else await this.serve(officer, body, etag).catch(this.onError);
    }
  }

  private async serve(officer: Api, ticket: Ticket, etag: string | null): Promise<void> {
    const person = this.expected.get(ticket.registrationId);
    const act = (name: string, ifMatch: string | null, body?: object) =>
      officer.post(name, `/v1/tickets/${ticket.id}/${name}`, { ifMatch, ...(body && { body }) });
    if (person?.missesThisCall) {
      const recalled = await act('recall', etag);
      await act('missed', recalled.etag);
      return person.end('missed');
    }
    const started = await act('start', etag);
    if (person) await verify(officer, ticket.registrationId);
    await act('finish', started.etag, { outcome: person ? 'done' : 'come-back' });
    person?.end('verified');
  }
}

/** Two papers that agree, then the decision: what one officer does with somebody without a passport. */
async function verify(officer: Api, registrationId: string): Promise<void> {
  const path = `/v1/registrations/${registrationId}/identity`;
  await officer.post('evidence', `${path}/evidence`, {
    body: { kind: 'national-id', agrees: true, statement: 'Name, birth and face agree (made up)' },
  });
  const { etag } = await officer.post('evidence', `${path}/evidence`, {
    body: { kind: 'family-card', agrees: true, statement: 'Names the parents as reported (made up)' },
  });
  await officer.post('identity decision', `${path}/decision`, {
    body: { outcome: 'verified', reasons: ['evidence-agrees'] },
    ifMatch: etag,
  });
}
