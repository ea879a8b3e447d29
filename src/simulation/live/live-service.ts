import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMONSTRATION_POST } from '../../launch/demonstration/demonstration-post.js';
import { demonstrationSecrets } from '../../launch/demonstration/secrets.js';
import { type Demonstration, seedDemonstration } from '../../launch/demonstration/seed-demonstration.js';
import { startEmbeddedPostgres } from '../../launch/embedded-postgres.js';
import { freePort } from '../../launch/free-port.js';
import { migrateDatabase } from '../../launch/migrate-database.js';
import { serve } from '../../main.js';
import { readEnvironment } from '../../platform/config/environment.js';
import { PostsService } from '../../posts/posts.service.js';
import type { CompressedDay } from './compressed-day.js';

/** A whole service with its own database, whose embassy has pressed its day into minutes. */
export interface LiveService {
  url: string;
  databaseUrl: string;
  demonstration: Demonstration;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * @param counters of the embassy
 * @param dayOf the day, asked for when everything but the embassy is there
 */
export async function startLiveService(counters: number, dayOf: () => CompressedDay): Promise<LiveService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pulang-live-'));
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir });
  const end: (() => unknown)[] = [
    () => rmSync(dataDir, { recursive: true, force: true }),
    () => postgres.stop(),
  ];
  const stop = async () => {
    for (const act of end.splice(0).reverse()) await act();
  };
  try {
    await migrateDatabase(postgres.ownerUrl);
    const port = await freePort(0, HOST);
    const app = await serve(
      readEnvironment({
        ...demonstrationSecrets(dataDir),
        ...UNLIMITED,
        NODE_ENV: 'demonstration',
        HOST,
        PORT: String(port),
        PUBLIC_URL: `http://localhost:${port}`,
        DATABASE_URL: postgres.appUrl,
        PLAN_MINUTE_SECONDS: String(dayOf().minuteSeconds),
      }),
    );
    end.push(() => app.close());
    const demonstration = (await seedDemonstration(app, embassy(counters, dayOf())))!;
    app.get(PostsService).forget();
    return { url: `http://${HOST}:${port}`, databaseUrl: postgres.appUrl, demonstration, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Everyone comes from one address here. */
const UNLIMITED = { RATE_LIMIT_ADDRESS: '100000000', RATE_LIMIT_SESSION: '100000000', LOG_LEVEL: 'fatal' };

/** Open today as pressed; on the other days as usual, which is when people are booked for. */
const embassy = (counters: number, { timeZone, weekday, opens, closes }: CompressedDay) => ({
  ...DEMONSTRATION_POST,
  timeZone,
  counters,
  openingHours: [
    { weekday, opens, closes },
    ...[1, 2, 3, 4, 5, 6, 7]
      .filter((other) => other !== weekday)
      .map((other) => ({ weekday: other, opens: '09:00', closes: '17:00' })),
  ],
});
