import { Injectable } from '@nestjs/common';
import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  type IPolicy,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import { Environment } from '../../platform/config/environment.js';
import {
  CitizenRegistry,
  RegistryAway,
  type RegistryAnswer,
  type RegistryQuestion,
} from './citizen-registry.js';
import { readAnswers } from './registry-answers.js';

/** Failures in a row after which the registry is left alone for a while, and for how many timeouts. */
const FAILURES = 5;
const PAUSE_IN_TIMEOUTS = 6;
const TRIES_AGAIN = 2;
const LARGEST_ANSWER = 2 * 1024 * 1024;

/**
 * A citizen registry over HTTP: `POST /v1/queries` asks, `POST /v1/answers` collects. A call that fails in passing is
 * repeated with growing, random pauses; one that fails again and again stops being made for a while, so that a registry
 * in trouble is not run over. Redirects are not followed: nothing about anybody goes to an address that was not set up.
 */
@Injectable()
export class HttpCitizenRegistry extends CitizenRegistry {
  private readonly policy: IPolicy;

  constructor(private readonly environment: Environment) {
    super();
    const wait = environment.REGISTRY_TIMEOUT_MS;
    const passing = handleWhen(
      (error) => error instanceof RegistryAway || error instanceof TaskCancelledError,
    );
    this.policy = wrap(
      retry(passing, {
        maxAttempts: TRIES_AGAIN,
        backoff: new ExponentialBackoff({ initialDelay: wait / 25, maxDelay: wait / 2 }),
      }),
      circuitBreaker(passing, {
        halfOpenAfter: wait * PAUSE_IN_TIMEOUTS,
        breaker: new ConsecutiveBreaker(FAILURES),
      }),
      timeout(wait, TimeoutStrategy.Aggressive),
    );
  }

  get connected(): boolean {
    return this.environment.REGISTRY_URL !== undefined;
  }

  ask(questions: readonly RegistryQuestion[]): Promise<Map<string, RegistryAnswer>> {
    return this.call('/v1/queries', { queries: questions });
  }

  collect(tickets: readonly string[]): Promise<Map<string, RegistryAnswer>> {
    return this.call('/v1/answers', { tickets });
  }

  private async call(path: string, body: object): Promise<Map<string, RegistryAnswer>> {
    try {
      return await this.policy.execute(({ signal }) => this.send(path, body, signal));
    } catch (error) {
      if (error instanceof RegistryAway) throw error;
      throw new RegistryAway(error instanceof BrokenCircuitError ? 'paused' : 'silent');
    }
  }

  private async send(path: string, body: object, signal: AbortSignal): Promise<Map<string, RegistryAnswer>> {
    const { REGISTRY_URL, REGISTRY_TOKEN } = this.environment;
    const answer = await fetch(new URL(path, REGISTRY_URL), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(REGISTRY_TOKEN !== undefined && { authorization: `Bearer ${REGISTRY_TOKEN}` }),
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal,
    }).catch(() => {
      throw new RegistryAway('silent');
    });
    if (!answer.ok) throw new RegistryAway('refuses');
    const read = readAnswers(await jsonOf(answer));
    if (!read) throw new RegistryAway('unreadable');
    return read;
  }
}

async function jsonOf(answer: Response): Promise<unknown> {
  if (Number(answer.headers.get('content-length') ?? 0) > LARGEST_ANSWER)
    throw new RegistryAway('unreadable');
  try {
    return await answer.json();
  } catch {
    throw new RegistryAway('unreadable');
  }
}
