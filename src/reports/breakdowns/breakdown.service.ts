import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { dayAfter } from '../../platform/clock/calendar-day.js';
import { Database } from '../../platform/database/database.js';
import { nowIn } from '../../platform/database/now-in.js';
import { Translator } from '../../platform/i18n/translator.js';
import { invalid } from '../../platform/problems/problem.js';
import type { Post } from '../../posts/post.entity.js';
import { PostChoice } from '../../posts/post-choice.js';
import { Definitions } from '../figures/definitions.js';
import { countsOf, FIGURE_CODES } from '../figures/figures.js';
import { presentDay } from '../figures/figure-series.js';
import { seesSmallCounts } from '../small-counts.js';
import type { BreakdownQuery, BreakdownResponse, FigureBreakdownResponse } from './breakdown.dto.js';
import { groupCounts } from './group-counts.js';
import { type Grouping, groupsOf } from './groupings.js';
import { provincesOf } from './provinces.js';
import { restOf, totalOf } from './release.js';
import { release, type Released, releasedUpTo } from './released.js';

/** Figures by sex, age group or home province, up to the end of a day. */
@Injectable()
export class BreakdownService {
  constructor(
    private readonly database: Database,
    private readonly posts: PostChoice,
    private readonly definitions: Definitions,
    private readonly translator: Translator,
  ) {}

  /**
   * Exact for those who may see persons; for others what is released of days that are over.
   * @throws Problem `invalid-input`, `not-allowed`
   */
  async read(caller: Caller, { post: code, by, day: asked }: BreakdownQuery): Promise<BreakdownResponse> {
    const post = await this.posts.of(caller, code);
    const groups = groupsOf(by, post.sendingCountry);
    const suppressed = !seesSmallCounts(caller);
    return this.database.transaction([post.id], async (tx) => {
      const today = await presentDay(tx, post);
      if (asked !== undefined && asked > today) throw invalid({ pointer: '/day', code: 'in-the-future' });
      const { day, asOf, figures } = suppressed
        ? await released(tx, post, by, asked, dayAfter(today, -1))
        : await counted(tx, post, by, asked ?? today);
      return {
        post: post.code,
        timeZone: post.timeZone,
        asOf: asOf.toISOString(),
        by,
        day,
        suppressed,
        definition: this.translator.translate(caller.locale, `breakdown.${by}.definition`),
        groups: groups.map((group) => ({ group, name: this.nameOf(caller.locale, post, by, group) })),
        figures: shownOf(figures, groups),
        definitions: this.definitions.in(caller.locale),
      };
    });
  }

  private nameOf(locale: string, post: Post, by: Grouping, group: string): string {
    const province = by === 'province' && provincesOf(post.sendingCountry).find(({ code }) => code === group);
    return province ? province.name : this.translator.translate(locale, `group.${by}.${group}`);
  }
}

async function counted(tx: EntityManager, post: Post, by: Grouping, day: string): Promise<Released> {
  const asOf = await nowIn(tx);
  const counts = await groupCounts(tx, post, by, day);
  return {
    day,
    asOf,
    figures: countsOf((figure) => ({ day, counts: counts[figure], shown: counts[figure] })),
  };
}

/** Nothing is released of today; of yesterday by whoever asks first where no job has been; of days before, what was then. */
async function released(
  tx: EntityManager,
  post: Post,
  by: Grouping,
  asked: string | undefined,
  yesterday: string,
): Promise<Released> {
  if (asked === undefined || asked >= yesterday) return release(tx, post, by, yesterday);
  const then = await releasedUpTo(tx, post, by, asked);
  return then ?? { day: asked, asOf: await nowIn(tx), figures: {} };
}

const shownOf = (figures: Released['figures'], groups: readonly string[]): FigureBreakdownResponse[] =>
  FIGURE_CODES.map((figure) => {
    const of = figures[figure];
    return {
      figure,
      day: of?.day ?? null,
      total: of ? totalOf(of) : null,
      notShown: of ? restOf(of) : null,
      groups: groups.map((group) => ({ group, people: of ? (of.shown[group] ?? 0) : null })),
    };
  });
