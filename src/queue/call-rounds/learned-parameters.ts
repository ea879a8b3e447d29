import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ASSUMED, type CallParameters } from '../../appointments/call-plan/call-parameters.js';
import { learn } from '../../appointments/call-plan/learn.js';
import { Environment } from '../../platform/config/environment.js';
import { CALLS_SEEN_SQL, SERVICES_SEEN_SQL } from './observations.sql.js';

/** Of the plan. */
const LEARNED_FOR_MINUTES = 10;

interface ServiceSeen {
  minutes: number;
  caseType: string;
  officerId: string;
  /** How much later than due it began; null where the person was not called. */
  late: number | null;
}

interface CallSeen {
  came: boolean;
  estimate: number;
  minutes: number;
}

/** What a post learned of itself in the last two weeks: service times by service and officer, show-up, ways. */
@Injectable()
export class LearnedParameters {
  private readonly known = new Map<string, { parameters: CallParameters; until: number }>();

  constructor(private readonly environment: Environment) {}

  /** Learned anew every ten minutes. A post that saw nothing yet assumes. */
  async of(tx: EntityManager, postId: string): Promise<CallParameters> {
    const known = this.known.get(postId);
    if (known && known.until > performance.now()) return known.parameters;
    const services = await tx.query<ServiceSeen[]>(SERVICES_SEEN_SQL, [postId]);
    const calls = await tx.query<CallSeen[]>(CALLS_SEEN_SQL, [postId]);
    const parameters = learn(
      {
        services,
        calls,
        travels: calls.filter(({ came }) => came),
        startsLate: services.flatMap(({ late }) => (late === null ? [] : [late])),
      },
      ASSUMED,
    );
    this.known.set(postId, { parameters, until: performance.now() + this.learnedForMs() });
    return parameters;
  }

  private learnedForMs(): number {
    return LEARNED_FOR_MINUTES * this.environment.PLAN_MINUTE_SECONDS * 1000;
  }
}
