import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { Environment } from '../config/environment.js';

/**
 * Structured logs, a line of JSON each. A request is logged by method, path without query, status and duration only:
 * no body, no query, no header, no address, so no personal data. Paths hold ids, which say nothing without the database.
 */
export const loggingModule = () =>
  LoggerModule.forRootAsync({
    inject: [Environment],
    useFactory: ({ LOG_LEVEL }: Environment) => ({
      pinoHttp: {
        level: LOG_LEVEL,
        quietReqLogger: true,
        genReqId: (request: IncomingMessage) => request.id,
        serializers: {
          req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
            id,
            method,
            path: url.split('?')[0],
          }),
          res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
          err: describeError,
        },
        customLogLevel: (_request: IncomingMessage, { statusCode }: ServerResponse, error?: Error) =>
          error || statusCode >= 500 ? 'error' : 'debug',
      },
    }),
  });

/** Query errors of PostgreSQL repeat values in their detail and parameters: those are left out. */
function describeError(error: Error & { code?: string }) {
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  const isQuery = error.name === 'QueryFailedError';
  return {
    type: error.name,
    message: isQuery ? 'a query failed' : error.message,
    code: error.code,
    constraint: (error as { driverError?: { constraint?: string } }).driverError?.constraint,
    stack: frames.join('\n'),
  };
}
