import { Get } from '@nestjs/common';
import { ShownMessages } from '../../../notifications/outbox/shown-messages.js';
import { Allow } from '../../../platform/auth/allow.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { notFound } from '../../../platform/problems/problem.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';

const MOST = 100;

/** What a demonstration would have sent. There is no such page where messages are really sent. */
@PageController()
export class OutboxPageController {
  constructor(
    private readonly pages: Pages,
    private readonly shown: ShownMessages,
    private readonly translator: Translator,
  ) {}

  @Get(paths.outbox)
  @Allow('officer', 'supervisor')
  async show(@CurrentVisit() visit: GuardedVisit) {
    if (!this.shown.any) throw notFound();
    const languages = new Map(this.translator.languages().map((one) => [one.locale, one]));
    const messages = (await this.shown.latest(visit.caller, MOST)).map((message) => ({
      kind: message.kind,
      state: message.state,
      channel: message.channel,
      address: message.address,
      when: (message.deliveredAt ?? message.now).toISOString(),
      words: message.words,
      language: message.language,
      languageName: languages.get(message.language)?.name ?? message.language,
      direction: languages.get(message.language)?.direction ?? 'ltr',
    }));
    return this.pages.show(visit, 'console/outbox', { messages });
  }
}
