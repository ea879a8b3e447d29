import { Get } from '@nestjs/common';
import { AllowEveryone } from '../../platform/auth/allow.js';
import { isCrossOrigin } from '../../platform/security/cross-origin.guard.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { forgetAll, SessionCookies } from '../frame/session-cookies.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';

/** A page that anybody may be reading. */
const ELSEWHERE = 'https://www.wikipedia.org/';

/**
 * "Exit this page": out at once, signed out, with nothing left behind on this phone. A link or a picture of another site
 * leads away too, but ends nothing here.
 */
@PageController(paths.exit)
export class ExitController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: SessionCookies,
  ) {}

  @Get()
  @AllowEveryone()
  async leave(@CurrentVisit() visit: GuardedVisit) {
    const { role } = visit.caller;
    if (isCrossOrigin(visit.request.headers)) return this.pages.goTo(visit, ELSEWHERE);
    if (role === 'person') await this.sessions.signOut(visit);
    else if (role === 'everyone') forgetAll(visit);
    return this.pages.goTo(visit, ELSEWHERE);
  }
}
