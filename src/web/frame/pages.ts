import { Injectable } from '@nestjs/common';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Translator } from '../../platform/i18n/translator.js';
import { Assets } from '../assets/assets.js';
import type { PageContext } from '../page-context.js';
import type { PageModels, PageName } from '../page-models.js';
import { isOutdated } from '../forms/check-form.js';
import type { FieldError, FormView } from '../forms/form.view.js';
import type { Refusal } from '../forms/refusal.js';
import { PageRenderer } from '../page-renderer.js';
import { carriedLanguage, inLanguage, pageInLanguage, rememberLanguage } from './language-choice.js';
import { PageContexts } from './page-contexts.js';
import type { Visit } from './visit.js';

const compressed = promisify(gzip);

/** Answers visits: with a page, or with the way to another one. What controllers of pages return. */
@Injectable()
export class Pages {
  private readonly renderer: PageRenderer;

  constructor(
    private readonly translator: Translator,
    private readonly contexts: PageContexts,
    assets: Assets,
  ) {
    this.renderer = new PageRenderer(translator, assets.version);
  }

  /**
   * @param status that of a refusal, 422 where a form comes back with faults, else 200, unless said otherwise
   * @param post code of the post that the page is about, where its reader may belong to none: its time and telephone are shown
   */
  async show<Name extends PageName>(
    visit: Visit,
    page: Name,
    model: PageModels[Name],
    status = statusOf(model),
    post?: string,
  ): Promise<Buffer> {
    return this.send(visit, page, model, status, await this.contexts.of(visit, post));
  }

  /** A page as text, to be kept by a kiosk or put into another page. */
  html<Name extends PageName>(page: Name, model: PageModels[Name], context: PageContext): string {
    return this.renderer.render(page, model, context);
  }

  /** The same without asking the database, for when that is what fails. */
  showBare<Name extends PageName>(
    visit: Visit,
    page: Name,
    model: PageModels[Name],
    status: number,
  ): Promise<Buffer> {
    return this.send(visit, page, model, status, this.contexts.bare(visit));
  }

  /** After a form: the next page is asked for with GET, so that loading it again sends nothing twice. */
  goTo(visit: Visit, path: string): string {
    rememberLanguage(visit, this.translator);
    visit.reply
      .status(303)
      .header('location', inLanguage(path, this.carried(visit)))
      .header('cache-control', 'no-store');
    return '';
  }

  /** At a kiosk none: its browser keeps what it is given, and its pages by their addresses. */
  private carried(visit: Visit): string | undefined {
    return visit.request.url.startsWith('/kiosk') ? undefined : carriedLanguage(visit, this.translator);
  }

  private send<Name extends PageName>(
    visit: Visit,
    page: Name,
    model: PageModels[Name],
    status: number,
    context: PageContext,
  ): Promise<Buffer> {
    const { request, reply } = visit;
    rememberLanguage(visit, this.translator);
    const rendered = this.renderer.render(page, model, context);
    const html = Buffer.from(pageInLanguage(rendered, this.carried(visit)));
    reply
      .status(status)
      .type('text/html; charset=utf-8')
      .header('content-language', context.locale)
      .header('cache-control', 'no-store')
      .header('vary', 'accept-encoding, accept-language, cookie');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return Promise.resolve(html);
    reply.header('content-encoding', 'gzip');
    return compressed(html);
  }
}

/** What an answer says of the refusal or the faults that its page shows. */
function statusOf(model: object): number {
  const { refused, form, errors } = model as Partial<Faulty>;
  const found = form?.errors ?? errors ?? [];
  return refused?.status ?? (isOutdated(found) ? 412 : found.length > 0 ? 422 : 200);
}

interface Faulty {
  refused: Partial<Refusal> | null;
  form: FormView;
  errors: readonly FieldError[];
}
