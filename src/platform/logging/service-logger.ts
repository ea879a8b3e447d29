import type { INestApplicationContext } from '@nestjs/common';
import { Logger } from 'nestjs-pino';

/** Parts of the framework that say a line for each module and route while it starts. */
const AT_LENGTH: ReadonlySet<unknown> = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** The application's log. How the framework starts is told to those alone who look for a fault there. */
export function serviceLogger(app: INestApplicationContext): Logger {
  const logger = app.get(Logger);
  const atInfo = logger.log.bind(logger);
  logger.log = (message: unknown, ...more: unknown[]) =>
    AT_LENGTH.has(more.at(-1)) ? logger.debug(message, ...more) : atInfo(message, ...more);
  return logger;
}
