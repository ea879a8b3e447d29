import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.js';
import { readEnvironment } from '../platform/config/environment.js';

/**
 * The application at work for a program that an operator runs on the machine, who is told what the program has to say and
 * nothing of what the service would log. @throws EnvironmentFaults, and what `launchReason` has a sentence for
 */
export async function withApp(work: (app: NestFastifyApplication) => Promise<void>): Promise<void> {
  Logger.overrideLogger(false);
  const environment = readEnvironment({ ...process.env, ROLE: 'app', LOG_LEVEL: 'fatal' });
  const app = await createApp(environment);
  try {
    await work(app);
  } finally {
    await app.close();
  }
}
