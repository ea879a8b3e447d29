import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.js';
import { requireForReal } from './launch/for-real.js';
import { orExplain } from './launch/or-explain.js';
import { Door } from './platform/overload/door/door.js';
import { Gate } from './platform/overload/gate.js';
import { type Environment, readEnvironment } from './platform/config/environment.js';

/** So many connections wait to be taken up (the system may allow fewer); with Node's 511 those of a rush were reset. */
const BACKLOG = 4096;
const JOBS = { app: ', and leaves jobs to a worker', both: ', and does jobs' };

/** Serves the application; a worker runs its jobs without listening. Close what it returns to stop. */
export async function serve(environment: Environment): Promise<NestFastifyApplication> {
  const gate = new Gate();
  const app = await createApp(environment, gate);
  const { ROLE, HOST, PORT } = environment;
  if (ROLE !== 'worker') await app.get(Door).open(app, gate, { port: PORT, host: HOST, backlog: BACKLOG });
  new Logger('Pulang').log(ROLE === 'worker' ? 'does jobs' : `answers at ${HOST}:${PORT}${JOBS[ROLE]}`);
  return app;
}

/**
 * The way in for production (docker/Dockerfile): real settings only; the database is migrated beforehand. A Node without
 * `import.meta.main` is too old, and would end here without a word.
 */
if (!('main' in import.meta) || import.meta.main)
  await orExplain(async () => {
    requireForReal(process);
    (await serve(readEnvironment(process.env))).enableShutdownHooks();
  });
