import { readFileSync } from 'node:fs';
import { declaredRoutes } from '../support/declared-routes.js';
import { operationsOf } from '../support/openapi-operations.js';
import { type Service, startService } from '../support/service.js';

/**
 * The access matrix tests that each route keeps what its own decorators say, and so would follow a slip in one of them. Here
 * is what they are to say, once more and by itself: whoever opens a route, or loosens its limit, changes its line too.
 */
describe('who may call each route, and how often', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('is as who-may.txt has it, line by line', () => {
    const written = readFileSync(new URL('./who-may.txt', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    const declared = declaredRoutes(service.app);
    expect(declared.filter((line) => !written.includes(line))).toEqual([]);
    expect(written.filter((line) => !declared.includes(line))).toEqual([]);
  });

  it('leaves no route of the API out, and opens each to somebody', () => {
    const declared = declaredRoutes(service.app);
    const known = new Set(
      declared.map((line) => line.slice(0, line.indexOf(': ')).replace(/:(\w+)/g, '{$1}')),
    );
    expect(
      operationsOf(service.app)
        .map(({ method, path }) => `${method} ${path}`)
        .filter((route) => !known.has(route)),
    ).toEqual([]);
    expect(declared.filter((line) => line.includes(': nobody'))).toEqual([]);
  });
});
