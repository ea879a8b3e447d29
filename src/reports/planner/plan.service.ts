import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { dayAfter } from '../../platform/clock/calendar-day.js';
import { Database } from '../../platform/database/database.js';
import { Translator } from '../../platform/i18n/translator.js';
import { invalid } from '../../platform/problems/problem.js';
import { PostChoice } from '../../posts/post-choice.js';
import { seesSmallCounts } from '../small-counts.js';
import { type Assumption, assume } from './assumptions.js';
import type { AssumptionResponse, PlanQuery, PlanResponse } from './plan.dto.js';
import { HORIZON, planOf } from './plan.js';
import { PlanReader } from './plan-reader.js';
import { dayResponses, stageResponse, tenths } from './plan-response.js';
import { situationOf } from './situation-of.js';
import { type ShownFacts, withholdFacts } from './withhold-plan.js';

const USUAL_DAYS = 30;

/** The surge planner: from the backlog, arrivals and pace of today, when each stage will be clear, and what it takes. */
@Injectable()
export class PlanService {
  constructor(
    private readonly database: Database,
    private readonly posts: PostChoice,
    private readonly reader: PlanReader,
    private readonly translator: Translator,
  ) {}

  /**
   * The database counts; what is worked out from its counts takes the same time for ten people and a hundred thousand.
   * @throws Problem `invalid-input`, `not-allowed`
   */
  async read(
    caller: Caller,
    { post: code, days = USUAL_DAYS, by, ...tried }: PlanQuery,
  ): Promise<PlanResponse> {
    const post = await this.posts.of(caller, code);
    const facts = await this.database.transaction([post.id], (tx) => this.reader.read(tx, post));
    const shown: ShownFacts = seesSmallCounts(caller)
      ? { ...facts, suppressed: false }
      : withholdFacts(facts);
    const date = by ?? dayAfter(facts.today, days - 1);
    const ahead = daysAhead(facts.today, date);
    if (ahead < 0) throw invalid({ pointer: '/by', code: 'in-the-past' });
    if (ahead >= HORIZON) throw invalid({ pointer: '/by', code: 'too-far-ahead' });

    const learned = situationOf(shown, tried, HORIZON);
    const plan = planOf(learned.situation, days, ahead);
    const assumptions = [...learned.assumptions, ...(shown.suppressed ? [assume('what-is-withheld')] : [])];
    return {
      post: post.code,
      timeZone: post.timeZone,
      asOf: facts.asOf.toISOString(),
      suppressed: shown.suppressed,
      by: date,
      arrivalsPerDay: tenths(learned.situation.arrivals.at(-1)!),
      bottleneck: plan.bottleneck,
      assumptions: assumptions.map((one) => this.inWords(one, caller.locale)),
      stages: plan.stages.map((stage) => stageResponse(stage, shown, learned, date)),
      days: dayResponses(plan, facts.today, days),
    };
  }

  private inWords({ code, stage, value }: Assumption, locale: string): AssumptionResponse {
    const words = this.translator.translate(locale, `plan.assumption.${code}`, { value: value ?? 0 });
    const where = stage && this.translator.translate(locale, `plan.stage.${stage}`);
    return { code, stage, value, words: where ? `${where}: ${words}` : words };
  }
}

const daysAhead = (today: string, day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
