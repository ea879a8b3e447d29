import fc from 'fast-check';
import { openApiDocument } from '../../src/platform/openapi/openapi.js';
import { type Operation, operationsOf, schemaChecker } from '../support/openapi-operations.js';
import { broken, fitting, HOSTILE, type Schemas } from '../support/openapi-values.js';
import { type CallerKind, roleTokens } from '../support/role-tokens.js';
import { newKey, type Service, startService } from '../support/service.js';

/** Requests in all; more before a release: `HOSTILE_REQUESTS=200000 npm test`. */
const REQUESTS = Number(process.env['HOSTILE_REQUESTS'] ?? 4000);
/** Other requests each time; a failed run is repeated with the seed that it names: `HOSTILE_SEED=… npm test`. */
const SEED = Number(process.env['HOSTILE_SEED'] ?? Date.now() % 2 ** 31);

interface Sent {
  path: string;
  query: Record<string, unknown>;
  ifMatch: unknown;
  body: unknown;
}

describe('requests made from the document, fitting and broken', () => {
  let service: Service;
  let tokens: Map<CallerKind, string>;
  beforeAll(async () => {
    service = await startService();
    tokens = await roleTokens(service);
  });
  afterAll(() => service.stop());

  it(`are answered as documented, never with 5xx (seed ${SEED})`, async () => {
    const check = schemaChecker(service.app);
    const schemas = openApiDocument(service.app).components?.schemas as Schemas;
    const operations = operationsOf(service.app).filter(
      ({ endless, path, method }) => !endless && !(path === '/v1/sessions/current' && method === 'DELETE'),
    );
    const runs = Math.ceil(REQUESTS / operations.length);
    const faults = new Map<string, Sent>();
    for (const operation of operations)
      for (const sent of fc.sample(requests(operation, schemas), { numRuns: runs, seed: SEED })) {
        const answer = await service.app.inject(injection(operation, sent, tokens));
        const type = String(answer.headers['content-type'] ?? '').split(';')[0]!;
        const body = type.endsWith('json') ? answer.json<unknown>() : undefined;
        for (const fault of faultsOf(operation, answer.statusCode, type, body, check))
          faults.set(`${operation.method} ${operation.path} ${answer.statusCode}: ${fault}`, sent);
      }
    expect(Object.fromEntries(faults)).toEqual({});
  }, 600_000);
});

function faultsOf(
  { answers }: Operation,
  status: number,
  type: string,
  body: unknown,
  check: ReturnType<typeof schemaChecker>,
): string[] {
  const documented = answers.get(status);
  const schema = documented?.[type];
  return [
    ...(status >= 500 ? ['is a failure of ours'] : []),
    ...(documented ? [] : ['is not documented']),
    ...(status >= 400 && type !== 'application/problem+json' ? [`is no problem but ${type}`] : []),
    ...(schema && body !== undefined ? check(schema, body) : []),
  ];
}

function requests({ path, parameters, body }: Operation, schemas: Schemas): fc.Arbitrary<Sent> {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  return fc.record({
    path: fc
      .array(fc.oneof(fc.uuid({ version: 7 }), fc.constantFrom('x', '..%2F..', '%00', '2026-01-16')), {
        minLength: 4,
        maxLength: 4,
      })
      .map((parts) => path.replace(/\{\w+\}/g, () => parts.pop() ?? 'x')),
    query: fc.record(
      Object.fromEntries(
        query.map(({ name, schema }) => [name, fc.oneof(fitting(schema, schemas), HOSTILE)]),
      ),
      { requiredKeys: [] },
    ),
    ifMatch: fc.oneof(fc.constant('"v1"'), fc.constantFrom('"v0"', 'W/"1"', '*', 'x')),
    body: body ? fc.oneof(fitting(body, schemas), broken(body, schemas)) : fc.constant(undefined),
  });
}

function injection({ method, allowed }: Operation, sent: Sent, tokens: Map<CallerKind, string>) {
  const token = tokens.get(allowed[0] as CallerKind);
  const query = Object.entries(sent.query)
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
    .map(([name, value]) => `${name}=${encodeURIComponent((value ?? '').toWellFormed())}`);
  return {
    method,
    url: `${sent.path}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    headers: {
      'idempotency-key': newKey(),
      'if-match': String(sent.ifMatch),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(sent.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(sent.body !== undefined && { payload: JSON.stringify(sent.body) }),
  };
}
