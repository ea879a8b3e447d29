import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.js';
import { readEnvironment } from '../platform/config/environment.js';
import { LaunchFault } from './launch-fault.js';

/**
 * The application at work for a program that an operator runs on the machine, who is told what the program has to say and
 * nothing of what the service would log. @throws EnvironmentFaults, LaunchFault where the database cannot be reached
 */
export async function withApp(work: (app: NestFastifyApplication) => Promise<void>): Promise<void> {
  Logger.overrideLogger(false);
  const environment = readEnvironment({ ...process.env, ROLE: 'app', LOG_LEVEL: 'fatal' });
  const app = await createApp(environment).catch((error: unknown) => {
    if (!isUnreachable(error)) throw error;
    throw new LaunchFault('The database cannot be reached. Check DATABASE_URL, and that PostgreSQL runs.');
  });
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

/** What the driver says where nobody listens, or nobody lets it in; of several addresses each has its own reason. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnreachable);
  const { code } = error as { code?: string };
  return (
    code !== undefined && /^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|28P01|28000|3D000)$/.test(code)
  );
}
