import { Body, Get, Post, Query } from '@nestjs/common';
import { Allow, AskAgain } from '../../../platform/auth/allow.js';
import { PostsService } from '../../../posts/posts.service.js';
import {
  RetentionChangeRequest,
  RetentionPeriodsRequest,
} from '../../../registrations/retention/retention.dto.js';
import { RetentionService } from '../../../registrations/retention/retention.service.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { answerTo } from '../../forms/refusal.js';
import { requestOf } from '../../forms/request-of.js';
import { decimal, versionIn } from '../../forms/typed-values.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import type { RetentionPage } from './retention.view.js';

type Moment = Partial<Pick<RetentionPage, 'values' | 'effect' | 'errors' | 'refused' | 'done'>>;

/** How long things are kept: other periods are tried out first, and hold once what they do was seen. */
@PageController()
@Allow('administrator')
export class RetentionPageController {
  constructor(
    private readonly pages: Pages,
    private readonly retention: RetentionService,
    private readonly posts: PostsService,
  ) {}

  @Get(paths.retention)
  show(@CurrentVisit() visit: GuardedVisit, @Query() query: Record<string, unknown>) {
    return this.page(visit, this.wanted(visit, query['post']), { done: query['done'] !== undefined });
  }

  @Post(paths.retention)
  tryOut(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    return this.answered(visit, body, async (postId, values) => {
      const wanted = requestOf(RetentionPeriodsRequest, { postId, ...numbers(values) });
      const effect = await this.retention.preview(visit.caller, wanted);
      const hidden = [
        ...Object.entries({ post: postId, version: typed(body, 'version'), ...values }),
        ['casesSeen', String(Math.max(0, effect.casesDueThen - effect.casesDue))] as const,
      ].map(([name, value]) => ({ name, value }));
      const confirm = { action: paths.retentionChange, hidden, errors: [] };
      return this.page(visit, postId, { values, effect: { ...effect, confirm } });
    });
  }

  @Post(paths.retentionChange)
  @AskAgain()
  change(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    return this.answered(visit, body, async (postId, values) => {
      const casesSeen = decimal(body, 'casesSeen') ?? NaN;
      const wanted = requestOf(RetentionChangeRequest, { postId, ...numbers(values), casesSeen });
      await this.retention.change(visit.caller, versionIn(body), wanted);
      return this.pages.goTo(visit, `${paths.retention}?post=${postId}&done`);
    });
  }

  private async answered<T>(
    visit: GuardedVisit,
    body: FormBody,
    work: (postId: string, values: RetentionPage['values']) => Promise<T>,
  ) {
    const postId = this.wanted(visit, typed(body, 'post'));
    const values = { caseDays: typed(body, 'caseDays'), messageDays: typed(body, 'messageDays') };
    try {
      return await work(postId, values);
    } catch (error) {
      return this.page(visit, postId, { values, ...answerTo(error) });
    }
  }

  /** The post that is looked at, of those of the caller. */
  private wanted({ caller }: GuardedVisit, named: unknown): string {
    return caller.posts.find((id) => id === named) ?? caller.posts[0]!;
  }

  private async page(visit: GuardedVisit, postId: string, moment: Moment) {
    const { items, changedAt, version } = await this.retention.read(visit.caller, postId);
    const known = (kind: string) => String(items.find((one) => one.kind === kind)?.days ?? '');
    const posts = await this.posts.of(visit.caller);
    const hidden = Object.entries({ post: postId, version: String(version) });
    const { errors = [] } = moment;
    const model: RetentionPage = {
      items,
      changedAt,
      form: { action: paths.retention, hidden: hidden.map(([name, value]) => ({ name, value })), errors },
      values: { caseDays: known('cases'), messageDays: known('messages') },
      effect: null,
      posts: posts.map(({ id, name }) => ({ id, name, current: id === postId })),
      errors,
      refused: null,
      done: false,
      ...moment,
    };
    return this.pages.show(visit, 'console/retention', model);
  }
}

const numbers = (values: RetentionPage['values']) => ({
  caseDays: decimal(values, 'caseDays'),
  messageDays: decimal(values, 'messageDays'),
});
