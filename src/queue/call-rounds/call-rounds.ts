import { setTimeout } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { Environment } from '../../platform/config/environment.js';
import { PostsService } from '../../posts/posts.service.js';
import { CallPlanner } from './call-planner.js';

/** Of a minute of the plan; but a round takes its time. */
const EVERY = 1 / 20;
const EVERY_AT_LEAST_MS = 200;

/** In worker processes: plans for every post every few seconds. A round that fails is tried again at the next. */
@Injectable()
export class CallRounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(CallRounds.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly posts: PostsService,
    private readonly planner: CallPlanner,
  ) {}

  onApplicationBootstrap(): void {
    if (this.environment.ROLE !== 'app') this.running = this.goOn();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async goOn(): Promise<void> {
    const { signal } = this.stopping;
    const every = Math.max(EVERY_AT_LEAST_MS, EVERY * this.environment.PLAN_MINUTE_SECONDS * 1000);
    for (;;) {
      await setTimeout(every, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await this.everyPost();
    }
  }

  /** A post whose round fails keeps no other from its own. */
  private async everyPost(): Promise<void> {
    const posts = await this.posts.all().catch((error: unknown) => this.failed(error));
    for (const { id } of posts ?? [])
      await this.planner.round(id).catch((error: unknown) => this.failed(error));
  }

  private failed(error: unknown): undefined {
    this.logger.warn({ err: error }, 'a round of calls failed');
  }
}
