import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lineForecast } from '../../appointments/call-plan/line-forecast.js';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import { Database } from '../../platform/database/database.js';
import { together } from '../../platform/database/together.js';
import { PACE_SQL, type PaceRow } from '../board/hall.sql.js';
import { learnedMinutes } from '../tickets/expected-wait.js';
import { CallStateReader } from '../call-rounds/call-state-reader.js';
import { HallSnapshot, type SnapshotRows, type VisitRow } from './hall-snapshot.js';
import { MERGED_SQL, PEOPLE_SQL, VISITS_SQL } from './snapshot.sql.js';

/** A snapshot is taken anew when it is asked for and so old, or older by ten times what taking it costs. */
const ANEW_MS = 1000;
const SHARE = 10;
/** So old it is told to nobody. */
const TOO_OLD_MS = 5000;

interface Kept {
  snapshot: HallSnapshot;
  takenAt: number;
  costMs: number;
}

/**
 * The hall of each post as it was a moment ago, kept in the process: however many people ask for their place, the
 * database is asked once a second. Nothing is taken while nobody asks.
 */
@Injectable()
export class HallSnapshots {
  private readonly kept = new Map<string, Kept>();
  private readonly underWay = new Map<string, Promise<HallSnapshot>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly states: CallStateReader,
    private readonly environment: Environment,
  ) {}

  /** What is kept of a post, unless it is too old; taken anew behind the scenes when it begins to be. */
  now(postId: string): HallSnapshot | undefined {
    const kept = this.kept.get(postId);
    if (!kept) return undefined;
    const age = performance.now() - kept.takenAt;
    if (age > Math.max(ANEW_MS, SHARE * kept.costMs)) void this.take(postId).catch(() => undefined);
    return age > Math.max(TOO_OLD_MS, 2 * SHARE * kept.costMs) ? undefined : kept.snapshot;
  }

  /** As {@link now}, but waits for it. */
  async of(postId: string): Promise<HallSnapshot> {
    return this.now(postId) ?? this.take(postId);
  }

  private take(postId: string): Promise<HallSnapshot> {
    const known = this.underWay.get(postId);
    if (known) return known;
    const taken = this.read(postId).finally(() => this.underWay.delete(postId));
    this.underWay.set(postId, taken);
    return taken;
  }

  private async read(postId: string): Promise<HallSnapshot> {
    const began = performance.now();
    const rows = await this.database.transaction([postId], async (tx) => {
      const [visits, merged] = await together(
        tx.query<VisitRow[]>(VISITS_SQL, [postId]),
        tx.query<SnapshotRows['merged'][number][]>(MERGED_SQL),
      );
      const halls = new Map<string, PaceRow>();
      for (const service of new Set(visits.map((visit) => visit.service)))
        halls.set(service, (await tx.query<PaceRow[]>(PACE_SQL, [postId, service]))[0]!);
      return { visits, merged, halls, turns: await this.turns(tx, postId) };
    });
    const snapshot = new HallSnapshot({
      ...rows,
      halls: new Map(
        [...rows.halls].map(([service, { planned, openCounters, idleCounters, ...seen }]) => [
          service,
          { openCounters, idleCounters, minutesEach: learnedMinutes(planned, seen) },
        ]),
      ),
      asOf: this.clock.now(),
    });
    this.kept.set(postId, { snapshot, takenAt: began, costMs: performance.now() - began });
    return snapshot;
  }

  /** Of everybody whom the plan looks at; of nobody where the post calls by hand. */
  private async turns(tx: EntityManager, postId: string): Promise<SnapshotRows['turns']> {
    const setting = await this.states.setting(tx, postId);
    if (!setting) return new Map();
    const forecast = lineForecast(await this.states.read(tx, postId, setting));
    const people = await tx.query<{ id: string; registrationId: string }[]>(PEOPLE_SQL, [
      [...forecast.keys()],
    ]);
    const minute = this.environment.PLAN_MINUTE_SECONDS / 60;
    return new Map(
      people.map(({ id, registrationId }) => {
        const { at, low, high, ...turn } = forecast.get(id)!;
        return [registrationId, { ...turn, at: at * minute, low: low * minute, high: high * minute }];
      }),
    );
  }
}
