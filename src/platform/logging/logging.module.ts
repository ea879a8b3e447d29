import { LoggerModule } from 'nestjs-pino';
import { Environment } from '../config/environment.js';
import { describeError } from './describe-error.js';

/** Structured logs, a line of JSON each. Requests have lines of their own: see request-lines.ts. */
export const loggingModule = () =>
  LoggerModule.forRootAsync({
    inject: [Environment],
    useFactory: ({ LOG_LEVEL }: Environment) => ({
      pinoHttp: {
        level: LOG_LEVEL,
        // the serializer below gets what was thrown itself, not a copy in which its kind is lost
        wrapSerializers: false,
        serializers: { err: describeError },
      },
      // its own lines of requests would show addresses, in which ids stand
      forRoutes: [],
    }),
  });
