import autocannon, { type Options, type Result } from 'autocannon';

export interface Asked {
  perSecond: number;
  /** Answers that were not 200. */
  failed: number;
  latencies: number[];
}

export interface Askers {
  url: string;
  seconds: number;
  connections: number;
  /** Requests a second for all together; without it as many as are answered. */
  rate?: number;
  /** The headers of each request in turn. */
  headers: () => Record<string, string>;
}

/** People ask for their place, each with their own token. */
export async function askOverHttp({ url, seconds, connections, rate, headers }: Askers): Promise<Asked> {
  const latencies: number[] = [];
  let [answered, failed] = [0, 0];
  const started = performance.now();
  const { errors, timeouts } = await cannon(
    {
      url: `${url}/v1/status/own`,
      connections,
      duration: seconds,
      ...(rate !== undefined && { overallRate: rate }),
      requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, headers: headers() }) }],
    },
    (status, milliseconds) => {
      if (status === 200) answered += 1;
      else failed += 1;
      latencies.push(milliseconds);
    },
  );
  const took = (performance.now() - started) / 1000;
  return { perSecond: answered / took, failed: failed + errors + timeouts, latencies };
}

function cannon(options: Options, onAnswer: (status: number, milliseconds: number) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    const run = autocannon(options, (error, result) => (error ? reject(error as Error) : resolve(result)));
    run.on('response', (_client, status, _bytes, milliseconds) => onAnswer(status, milliseconds));
  });
}
