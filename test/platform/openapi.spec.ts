import SwaggerParser from '@apidevtools/swagger-parser';
import { openApiDocument } from '../../src/platform/openapi/openapi.js';
import { operationsOf, schemaChecker } from '../support/openapi-operations.js';
import type { Schema } from '../support/openapi-values.js';
import { type Service, startService } from '../support/service.js';

describe('/openapi.json', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('is served, is valid, and is what the code says', async () => {
    const { body } = await service.everyone().get('/openapi.json').expect(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument(service.app))));
    await SwaggerParser.validate(structuredClone(body) as never);
  });

  it('has every route of the API that the server knows', () => {
    const table = service.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    const served = routesOf(table).filter((route) => / \/v1\//.test(route));
    const documented = operationsOf(service.app).map(
      ({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    );
    expect(served.length).toBeGreaterThan(20);
    expect(served.filter((route) => !documented.includes(route))).toEqual([]);
  });

  it('names who may call each operation, and the problems it can answer', () => {
    for (const { method, path, allowed, answers } of operationsOf(service.app)) {
      expect({ method, path, allowed: allowed.length > 0 }).toEqual({ method, path, allowed: true });
      expect([...answers.keys()]).toEqual(expect.arrayContaining([429, 503]));
    }
  });

  it('shows an example of every field, and each example fits its own schema', () => {
    const check = schemaChecker(service.app);
    const schemas = openApiDocument(service.app).components?.schemas as Record<string, Schema>;
    const wrong = Object.entries(schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties).flatMap(([field, schema]) => {
        const isObject = schema.$ref ?? schema.allOf ?? schema.items?.$ref;
        if (isObject) return [];
        if (!('example' in schema)) return [`${name}.${field} has none`];
        return check(schema, schema.example).map((fault) => `${name}.${field}${fault}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('can be read as a page', async () => {
    const { text } = await service.everyone().get('/docs').expect(200);
    expect(text).toContain('swagger-ui');
  });
});

/** `METHOD /path` of each line of Fastify's route table. */
const routesOf = (table: string): string[] =>
  table.split('\n').flatMap((line) => {
    const [, path, methods] = /(\/\S*) \(([A-Z, ]+)\)/.exec(line) ?? [];
    return (methods ?? '')
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
