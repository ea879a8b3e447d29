import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { Environment } from '../config/environment.js';
import { describeError } from './describe-error.js';

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
        // the serializers below get what was thrown itself, not a copy in which its kind is lost
        wrapSerializers: false,
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
