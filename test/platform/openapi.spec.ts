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
    const served = routesOf(table).filter((route) => route.includes(' /v1/'));
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
        const isObject =
          schema.$ref ?? schema.allOf ?? schema.oneOf ?? schema.items?.$ref ?? schema.items?.properties;
        if (isObject) return [];
        if (!('example' in schema)) return [`${name}.${field} has none`];
        return check(schema, schema.example).map((fault) => `${name}.${field}${fault}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('can be read as a page', async () => {
    const { text, headers } = await service.everyone().get('/docs').expect(200);
    expect(text).toContain('swagger-ui');
    // its styles stand inline, its scripts do not; nowhere else do styles
    expect(headers['content-security-policy']).toMatch(/script-src 'self';style-src 'self' 'unsafe-inline';/);
    for (const path of ['/', '/console/sign-in', '/openapi.json', '/docsx']) {
      const { headers: others } = await service.everyone().get(path);
      expect(others['content-security-policy']).toMatch(/style-src 'self';/);
    }
  });
});

/** `METHOD /path` of each branch of Fastify's route tree, in which a line adds to the path of the line it hangs from. */
function routesOf(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([│├└─\s]*)(\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
    const depth = indent.length / 4;
    const path = (above[depth - 1] ?? '') + part;
    above[depth] = path;
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
}
