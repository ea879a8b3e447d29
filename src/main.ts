import { createApp } from './app.js';
import { type Environment, EnvironmentFaults, readEnvironment } from './platform/config/environment.js';

/** Serves the application until it is told to stop. */
export async function serve(environment: Environment): Promise<void> {
  const app = await createApp(environment);
  if (environment.ROLE !== 'worker') await app.listen(environment.PORT, environment.HOST);
}

if (import.meta.main) {
  try {
    await serve(readEnvironment(process.env));
  } catch (error) {
    console.error(error instanceof EnvironmentFaults ? error.message : error);
    process.exit(1);
  }
}
