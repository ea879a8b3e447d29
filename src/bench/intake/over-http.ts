import autocannon, { type Options, type Result } from 'autocannon';
import type { IntakeRequest } from './requests.js';

export interface Load {
  url: string;
  /** How long, or how many. */
  seconds?: number;
  people?: number;
  /** How many senders there are; each waits for its answer before it sends the next. */
  connections: number;
  /** Requests a second for all senders together; without it as many as are answered. */
  rate?: number;
  next: () => IntakeRequest;
}

export interface Answered {
  /** Registrations accepted (201), and a second. */
  accepted: number;
  perSecond: number;
  /** Refused for the time being (503). */
  shed: number;
  /** No answer, or another one. */
  failed: number;
  /** Milliseconds from sending to the answer, accepted ones. */
  latencies: number[];
}

/** Sends reports to the service and counts what comes back. */
export async function registerOverHttp({
  url,
  seconds,
  people,
  connections,
  rate,
  next,
}: Load): Promise<Answered> {
  const latencies: number[] = [];
  let [accepted, shed, failed] = [0, 0, 0];
  const started = performance.now();
  const { errors, timeouts } = await cannon(
    {
      url: `${url}/v1/registrations`,
      connections,
      ...(people === undefined ? { duration: seconds } : { amount: people }),
      timeout: 30,
      ...(rate !== undefined && { overallRate: rate }),
      requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...wire(next()) }) }],
    },
    (status, milliseconds) => {
      if (status === 201) {
        accepted += 1;
        latencies.push(milliseconds);
      } else if (status === 503) shed += 1;
      else failed += 1;
    },
  );
  const took = (performance.now() - started) / 1000;
  return { accepted, perSecond: accepted / took, shed, failed: failed + errors + timeouts, latencies };
}

const wire = ({ key, report }: IntakeRequest) => ({
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  body: JSON.stringify(report),
});

function cannon(options: Options, onAnswer: (status: number, milliseconds: number) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    const run = autocannon(options, (error, result) => (error ? reject(error as Error) : resolve(result)));
    run.on('response', (_client, status, _bytes, milliseconds) => onAnswer(status, milliseconds));
  });
}
