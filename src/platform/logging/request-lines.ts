import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * A line for each answered request, at `debug`: its id, method, the pattern of its route, status and milliseconds. No
 * address, body, query or header, so no id in a path and no personal data.
 */
export function logRequests(app: NestFastifyApplication, level: string): void {
  if (level !== 'debug') return;
  const logger = new Logger('Requests');
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', ({ id, method, routeOptions }, { statusCode, elapsedTime }, done) => {
      const line = { requestId: id, method, route: routeOptions.url ?? 'none', status: statusCode };
      logger.debug({ ...line, ms: Math.round(elapsedTime) }, 'answered');
      done();
    });
}
