import { Get, HttpCode, Param } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { notFound } from '../../platform/problems/problem.js';
import { Assets } from '../assets/assets.js';
import { PageContexts } from '../frame/page-contexts.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { SessionCookies } from '../frame/session-cookies.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { KioskPages } from './kiosk-pages.js';
import { KioskShells } from './kiosk-shell.js';

/** The kiosk that works without a network: its page, the same in every language, and the worker that keeps them. */
@PageController()
export class KioskShellController {
  constructor(
    private readonly pages: Pages,
    private readonly contexts: PageContexts,
    private readonly kiosk: KioskPages,
    private readonly shells: KioskShells,
    private readonly assets: Assets,
    private readonly cookies: SessionCookies,
  ) {}

  @Get(paths.kiosk)
  @Allow('kiosk')
  async start(@CurrentVisit() visit: GuardedVisit) {
    const context = await this.contexts.of(visit);
    return this.pages.show(visit, 'kiosk/start', await this.kiosk.model(visit.caller, context));
  }

  @Get(paths.kioskShell(':locale'))
  @Allow('kiosk')
  async shell(@CurrentVisit() visit: GuardedVisit, @Param('locale') locale: string) {
    const html = (await this.shells.of(visit)).pages.get(locale);
    if (html === undefined) throw notFound();
    visit.reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    return Buffer.from(html);
  }

  /**
   * The worker names what belongs to it, so that any change of a page or a word is a new worker to the browser. A kiosk asks
   * for it every hour: its mark lasts as long as its use.
   */
  @Get(paths.kioskWorker)
  @Allow('kiosk')
  async worker(@CurrentVisit() visit: GuardedVisit) {
    this.cookies.markKiosk(visit);
    const { version, pages, assets } = await this.shells.of(visit);
    const script = await this.assets.find('kiosk-worker.js');
    const { locale } = await this.contexts.of(visit);
    const shell = { version, locale, locales: [...pages.keys()], assets };
    visit.reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('service-worker-allowed', paths.kiosk);
    return Buffer.from(`const SHELL = ${JSON.stringify(shell)};\n${script!.plain.toString()}`);
  }

  /** Whether the service can be reached, and still knows this kiosk. */
  @Get(paths.kioskPulse)
  @Allow('kiosk')
  @HttpCode(204)
  pulse(@CurrentVisit() { reply }: GuardedVisit): void {
    reply.header('cache-control', 'no-store');
  }
}
