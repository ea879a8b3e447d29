import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { MessagesQuery } from '../../../notifications/outbox/outbox.dto.js';
import { OutboxService } from '../../../notifications/outbox/outbox.service.js';
import { Resending } from '../../../notifications/outbox/resending.service.js';
import { ShownMessages } from '../../../notifications/outbox/shown-messages.js';
import { Allow } from '../../../platform/auth/allow.js';
import type { FormBody } from '../../forms/check-form.js';
import { refusalOf } from '../../forms/refusal.js';
import { versionIn } from '../../forms/typed-values.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import type { MessagesPage } from './messages.view.js';

const MOST_DEAD = 50;

/** What became of messages, for whoever answers for it; dead letters can be sent again. */
@PageController()
@Allow('supervisor')
export class MessagesPageController {
  constructor(
    private readonly pages: Pages,
    private readonly outbox: OutboxService,
    private readonly resending: Resending,
    private readonly shown: ShownMessages,
  ) {}

  @Get(paths.messages)
  show(@CurrentVisit() visit: GuardedVisit, @Query() query: MessagesQuery) {
    return this.page(visit, query);
  }

  @Post(paths.messageResend(':id'))
  async resend(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    try {
      await this.resending.resend(visit.caller, id, versionIn(body));
    } catch (error) {
      return this.page(visit, {}, refusalOf(error));
    }
    return this.pages.goTo(visit, paths.messages);
  }

  private async page(visit: GuardedVisit, query: MessagesQuery, refused: MessagesPage['refused'] = null) {
    const { caller } = visit;
    const [figures, dead, { items: latest, next }] = await Promise.all([
      this.outbox.figures(caller),
      this.outbox.dead(caller, MOST_DEAD),
      this.outbox.list(caller, { limit: 50, ...query }),
    ]);
    const more = new URLSearchParams({ ...(query.state && { state: query.state }), after: next ?? '' });
    const model = {
      figures,
      dead,
      latest,
      state: query.state ?? null,
      next: next && `${paths.messages}?${more.toString()}`,
      outbox: this.shown.any,
      refused,
    };
    return this.pages.show(visit, 'console/messages', model);
  }
}
