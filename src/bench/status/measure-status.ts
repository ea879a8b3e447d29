import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createApp } from '../../app.js';
import { demonstrationSecrets } from '../../launch/demonstration/secrets.js';
import { Database } from '../../platform/database/database.js';
import { readEnvironment } from '../../platform/config/environment.js';
import { SessionsService } from '../../staff/access/sessions.service.js';
import { mean, quantile } from '../../rehearsal/figures.js';
import type { BenchReport } from '../bench-report.js';
import type { BenchService } from '../bench-service.js';
import { Hall } from '../calling/hall.js';
import { askOverHttp } from './over-http.js';

const ROUNDS = 4;
/** 100,000 people, each once a minute. */
export const EVERYBODY_PER_SECOND = 1667;

export interface StatusPlan {
  seconds: number;
  /** People who wait in the hall. */
  waiting: number;
  /** People who ask, each with a session of their own. */
  people: number;
  connections: number;
}

/** Asks for places over HTTP, our service and the bare framework in turn. */
export async function measureStatus(service: BenchService, plan: StatusPlan): Promise<BenchReport> {
  const tokens = await people(service, plan);
  const bare = fork(join(import.meta.dirname, 'constant.js'));
  try {
    const [bareUrl] = (await once(bare, 'message')) as [string];
    let next = 0;
    const headers = () => ({ authorization: `Bearer ${tokens[next++ % tokens.length]!}` });
    const ask = (url: string, seconds: number, rate?: number) =>
      askOverHttp({
        url,
        seconds,
        connections: plan.connections,
        headers,
        ...(rate !== undefined && { rate }),
      });
    await ask(service.running.url, 3);
    await ask(bareUrl, 1);
    const [ours, limits]: [number[], number[]] = [[], []];
    let failed = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const asked = await ask(service.running.url, plan.seconds / ROUNDS);
      ours.push(asked.perSecond);
      failed += asked.failed;
      limits.push((await ask(bareUrl, plan.seconds / ROUNDS)).perSecond);
    }
    const calm = await ask(service.running.url, plan.seconds, EVERYBODY_PER_SECOND);
    const [perSecond, limitPerSecond] = [mean(ours), mean(limits)];
    return {
      ratio: Number((perSecond / limitPerSecond).toFixed(3)),
      perSecond: Math.round(perSecond),
      limitPerSecond: Math.round(limitPerSecond),
      p95ms: quantile(calm.latencies, 0.95),
      p99ms: quantile(calm.latencies, 0.99),
      everybodyPerSecond: EVERYBODY_PER_SECOND,
      reachedPerSecond: Math.round(calm.perSecond),
      failed: failed + calm.failed,
      waiting: plan.waiting,
      people: tokens.length,
      memoryMegabytes: service.memory(),
    };
  } finally {
    bare.kill();
  }
}

/** A hall with people in it, and the tokens of as many as ask. */
async function people(service: BenchService, plan: StatusPlan): Promise<string[]> {
  const app = await createApp(
    readEnvironment({
      ...demonstrationSecrets(service.dataDir),
      DATABASE_URL: service.running.databaseUrl,
      ROLE: 'app',
      LOG_LEVEL: 'silent',
    }),
  );
  try {
    const { postId } = service.demonstration;
    const hall = new Hall(app.get(DataSource), postId);
    await hall.openCounters(10);
    await hall.fillTo(plan.waiting);
    return await app.get(Database).transaction([postId], async (tx) => {
      const rows = await tx.query<{ id: string }[]>('SELECT registration_id AS id FROM ticket LIMIT $1', [
        plan.people,
      ]);
      const tokens: string[] = [];
      for (const { id } of rows) {
        const grant = { role: 'person' as const, subjectId: id, postIds: [postId] };
        tokens.push((await app.get(SessionsService).open(tx, grant)).accessToken);
      }
      return tokens;
    });
  } finally {
    await app.close();
  }
}
