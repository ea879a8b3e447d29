import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { logRequests } from './request-lines.js';

type Hook = (request: object, reply: object, done: () => void) => void;

/** An application that only keeps what is hooked into it. */
const application = () => {
  const hooks: Hook[] = [];
  const addHook = (_name: string, hook: Hook) => hooks.push(hook);
  const app = { getHttpAdapter: () => ({ getInstance: () => ({ addHook }) }) };
  return { app: app as unknown as NestFastifyApplication, hooks };
};

describe('a line for each answered request', () => {
  const lines: unknown[] = [];
  const { debug } = Logger.prototype;
  beforeAll(() => {
    Logger.prototype.debug = (...said: unknown[]) => void lines.push(said);
  });
  afterAll(() => {
    Logger.prototype.debug = debug;
  });

  it('has the pattern of the route, and nothing of the address', () => {
    const { app, hooks } = application();
    logRequests(app, 'debug');
    const request = {
      id: 'r1',
      method: 'GET',
      url: '/v1/registrations/0190a000?phone=5550100',
      ip: '198.51.100.7',
      headers: { authorization: 'Bearer x' },
      routeOptions: { url: '/v1/registrations/:id' },
    };
    let done = false;
    hooks[0]!(request, { statusCode: 200, elapsedTime: 12.4 }, () => (done = true));
    expect(done).toBe(true);
    expect(lines).toEqual([
      [{ requestId: 'r1', method: 'GET', route: '/v1/registrations/:id', status: 200, ms: 12 }, 'answered'],
    ]);
  });

  it('is written at the level that is asked for it only', () => {
    const { app, hooks } = application();
    logRequests(app, 'info');
    expect(hooks).toEqual([]);
  });
});
