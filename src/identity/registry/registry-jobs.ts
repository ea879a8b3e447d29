import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostsService } from '../../posts/posts.service.js';
import {
  CitizenRegistry,
  type RegistryAnswer,
  RegistryAway,
  type RegistryQuestion,
} from './citizen-registry.js';
import { RegistryAnswering } from './registry-answering.js';
import type { RegistryQuery } from './registry-query.entity.js';
import { MOST_ATTEMPTS } from './registry-states.js';
import { REGISTRY_QUEUED } from './registry.topics.js';

/** Questions that go to the registry in one call. */
const BATCH = 50;

/**
 * Takes questions for one job alone: others pass them by until it is done, or has been silent for two minutes. Those that were
 * tried least come first: what is long in coming keeps nobody else's answer waiting.
 */
const CLAIM_SQL = `
  UPDATE registry_query SET claimed_at = now(), attempts = attempts + 1 WHERE id IN (
    SELECT id FROM registry_query WHERE state = $1 AND (claimed_at IS NULL OR claimed_at < now() - interval '2 minutes')
    ORDER BY attempts, asked_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
  RETURNING id, post_id AS "postId", registration_id AS "registrationId", state, ticket, attempts`;

const LET_GO_SQL = `
  UPDATE registry_query SET claimed_at = NULL,
    state = CASE WHEN attempts >= CASE state WHEN 'queued' THEN $2::integer ELSE $3::integer END THEN 'failed' ELSE state END
  WHERE id = ANY ($1) AND state IN ('queued', 'waiting')`;

/**
 * Sends questions to the registry, many at once and outside every transaction, and collects answers that took longer. Where
 * the registry is away the questions stay, and are asked again every minute.
 */
@Injectable()
export class RegistryJobs implements OnModuleInit {
  private readonly logger = new Logger('Registry');

  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly registry: CitizenRegistry,
    private readonly answering: RegistryAnswering,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRY_QUEUED, 'identity.ask-registry', ({ postId }) => this.ask([postId]));
    this.topics.schedule('identity.ask-registry-again', '* * * * *', () => this.again());
  }

  /** Everything that is open at every post. */
  async again(): Promise<void> {
    if (!this.registry.connected) return;
    const posts = await this.posts.ids();
    await eachInTurn([() => this.ask(posts), () => this.collect(posts)], (act) => act());
  }

  async ask(posts: readonly string[]): Promise<void> {
    const claimed = await this.claim(posts, 'queued');
    const questions: RegistryQuestion[] = [];
    try {
      await eachInTurn(claimed, async (query) => {
        const question = await this.answering.question(query);
        if (question) questions.push(question);
      });
    } finally {
      await this.settle(posts, claimed, async () => {
        if (questions.length === 0) return new Map();
        const answers = await this.registry.ask(questions);
        return new Map(claimed.map((query) => [query, answers.get(query.id)]));
      });
    }
  }

  async collect(posts: readonly string[]): Promise<void> {
    const claimed = await this.claim(posts, 'waiting');
    if (claimed.length === 0) return;
    await this.settle(posts, claimed, async () => {
      const answers = await this.registry.collect(claimed.flatMap(({ ticket }) => ticket ?? []));
      return new Map(claimed.map((query) => [query, answers.get(query.ticket ?? '')]));
    });
  }

  private async claim(posts: readonly string[], state: 'queued' | 'waiting'): Promise<RegistryQuery[]> {
    const [rows] = await this.database.transaction(posts, (tx) =>
      tx.query<[RegistryQuery[], number]>(CLAIM_SQL, [state]),
    );
    return rows;
  }

  private async settle(
    posts: readonly string[],
    claimed: readonly RegistryQuery[],
    call: () => Promise<Map<RegistryQuery, RegistryAnswer | undefined>>,
  ): Promise<void> {
    try {
      await eachInTurn(await call(), async ([query, answer]) => {
        if (answer) await this.answering.take(query, answer);
      });
    } catch (error) {
      if (!(error instanceof RegistryAway)) throw error;
      this.logger.warn({ questions: claimed.length, because: error.because }, 'the registry does not answer');
    } finally {
      const ids = claimed.map(({ id }) => id);
      await this.database.transaction(posts, (tx) =>
        tx.query(LET_GO_SQL, [ids, MOST_ATTEMPTS.queued, MOST_ATTEMPTS.waiting]),
      );
    }
  }
}
