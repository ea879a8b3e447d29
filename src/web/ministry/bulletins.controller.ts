import { Body, Get, Post, Query } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { newId } from '../../platform/ids.js';
import { PostsService } from '../../posts/posts.service.js';
import { BulletinLister } from '../../reports/bulletins/bulletin-lister.js';
import { BulletinRequest, BulletinsQuery } from '../../reports/bulletins/bulletins.dto.js';
import { BulletinsService } from '../../reports/bulletins/bulletins.service.js';
import { type Refusal, refusalOf } from '../forms/refusal.js';
import { requestOf } from '../forms/request-of.js';
import { type FormBody, typed } from '../forms/check-form.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { onceOf } from '../forms/once-of.js';
import { shownPost } from './shown-post.js';

/** Every day's bulletin, and freezing the one that is due. */
@PageController()
@Allow('analyst', 'supervisor')
export class BulletinsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly lister: BulletinLister,
    private readonly bulletins: BulletinsService,
    private readonly posts: PostsService,
  ) {}

  @Get(paths.bulletins)
  show(@CurrentVisit() visit: GuardedVisit, @Query() query: FormBody) {
    return this.page(visit, query, null);
  }

  @Post(paths.bulletins)
  async freeze(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const { once, fields } = onceOf(visit, 'bulletin', body);
    try {
      const { day, post } = await this.bulletins.freeze(
        visit.caller,
        requestOf(BulletinRequest, fields),
        once,
      );
      return this.pages.goTo(visit, `${paths.bulletin(day)}?post=${post}`);
    } catch (error) {
      return this.page(visit, { post: typed(fields, 'post') }, refusalOf(error));
    }
  }

  private async page(visit: GuardedVisit, query: FormBody, refused: Refusal | null) {
    const { chosen, posts } = shownPost(await this.posts.of(visit.caller), typed(query, 'post'));
    const asked = requestOf(BulletinsQuery, { post: chosen, after: typed(query, 'after') });
    const list = await this.lister.list(visit.caller, asked);
    const model = { list, posts, formKey: newId(), refused };
    return this.pages.show(visit, 'ministry/bulletins', model);
  }
}
