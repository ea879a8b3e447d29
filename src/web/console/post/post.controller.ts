import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { newId } from '../../../platform/ids.js';
import { notFound } from '../../../platform/problems/problem.js';
import { PostsService } from '../../../posts/posts.service.js';
import { SetupReader } from '../../../posts/setup/setup-reader.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { onceOf } from '../../forms/once-of.js';
import { answerTo } from '../../forms/refusal.js';
import { versionIn } from '../../forms/typed-values.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { StaffNames } from '../staff-names.js';
import { POST_PARTS, type PostPage, type PostPart } from './post.view.js';
import { PostActs } from './post-acts.js';
import { valuesOf } from './post-values.js';
import { weekOf, weekRows } from './week-form.js';

type Moment = Partial<Pick<PostPage, 'errors' | 'refused' | 'done'>> & {
  typed?: FormBody;
  effect?: Omit<NonNullable<PostPage['effect']>, 'confirm'> | undefined;
  counter?: unknown;
};

/** How a post works, and its changes: each is tried out first, and made once whoever asked for it saw what it leads to. */
@PageController()
@Allow('supervisor', 'administrator')
export class PostPageController {
  constructor(
    private readonly pages: Pages,
    private readonly posts: PostsService,
    private readonly reader: SetupReader,
    private readonly acts: PostActs,
    private readonly names: StaffNames,
  ) {}

  @Get(paths.post)
  show(@CurrentVisit() visit: GuardedVisit, @Query() query: Record<string, unknown>) {
    return this.page(visit, null, query['post'], { done: query['done'] !== undefined });
  }

  @Get(paths.postPart(':part'))
  showPart(
    @CurrentVisit() visit: GuardedVisit,
    @Param('part') part: string,
    @Query() query: Record<string, unknown>,
  ) {
    return this.page(visit, partOf(part), query['post'], { counter: query['counter'] });
  }

  @Post(paths.postPart(':part'))
  async change(@CurrentVisit() visit: GuardedVisit, @Param('part') named: string, @Body() body: FormBody) {
    const part = partOf(named);
    const postId = this.wanted(visit, typed(body, 'post'));
    const { once, fields } = onceOf(visit, `post ${part}`, body);
    const act = { caller: visit.caller, postId, version: versionIn(body) };
    const seen = typed(body, 'peopleSeen');
    try {
      if (seen === '') {
        const { effect } = await this.acts.do(part, { ...act, dryRun: 'true' }, fields);
        if (Object.values(effect).some((count) => count > 0))
          return await this.page(visit, part, postId, { typed: fields, effect });
      }
      await this.acts.do(part, { ...act, once, peopleSeen: Number(seen) }, fields);
      return this.pages.goTo(visit, `${paths.post}?post=${postId}&done`);
    } catch (error) {
      const places = part === 'hours' ? weekOf(body).places : {};
      return this.page(visit, part, postId, { typed: fields, ...answerTo(error, places) });
    }
  }

  /** The post that is looked at, of those of the caller. */
  private wanted({ caller }: GuardedVisit, named: unknown): string {
    return caller.posts.find((id) => id === named) ?? caller.posts[0]!;
  }

  private async page(
    visit: GuardedVisit,
    part: PostPart | null,
    named: unknown,
    { typed: sent, effect, counter: looked, errors = [], refused = null, done = false }: Moment,
  ) {
    const postId = this.wanted(visit, named);
    const setup = await this.reader.read(visit.caller, postId);
    const wantedCounter = sent ? typed(sent, 'counter') : looked;
    const counter = setup.counters.find(({ id, closedAt }) => id === wantedCounter && !closedAt) ?? null;
    const asked = setup.hotlineAsked && (await this.names.of([setup.hotlineAsked.askedBy]));
    const action = part ? paths.postPart(part) : paths.post;
    const state = { post: postId, version: String(setup.version), formKey: newId() };
    const model: PostPage = {
      setup,
      part,
      form: { action, hidden: hidden(state), errors },
      values: valuesOf(setup, part, counter, sent),
      week: weekRows(sent ? weekOf(sent).openingHours : setup.openingHours),
      counter,
      effect: effect
        ? {
            ...effect,
            confirm: {
              action,
              hidden: hidden({
                ...sent,
                ...state,
                version: typed(sent ?? {}, 'version'),
                peopleSeen: effect.peopleMoved,
              }),
              errors: [],
            },
          }
        : null,
      hotlineAskedBy: asked && asked(setup.hotlineAsked!.askedBy),
      posts: (await this.posts.of(visit.caller)).map(({ id, name }) => ({
        id,
        name,
        current: id === postId,
      })),
      errors,
      refused,
      done,
    };
    return this.pages.show(visit, part ? 'console/post-part' : 'console/post', model);
  }
}

/** @throws Problem `not-found` */
function partOf(named: string): PostPart {
  const part = POST_PARTS.find((one) => one === named);
  if (!part) throw notFound();
  return part;
}

const hidden = (state: Record<string, unknown>) =>
  Object.entries(state).map(([name, value]) => ({ name, value: String(value) }));
