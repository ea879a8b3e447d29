import { Get, Query } from '@nestjs/common';
import { AllowEveryone } from '../../platform/auth/allow.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';

@PageController()
export class StartController {
  constructor(private readonly pages: Pages) {}

  @Get(paths.start)
  @AllowEveryone()
  start(@CurrentVisit() visit: GuardedVisit) {
    return this.pages.show(visit, 'start/start', {});
  }

  /** @param from where a chosen language leads back to: a page of this site */
  @Get(paths.languages)
  @AllowEveryone()
  languages(@CurrentVisit() visit: GuardedVisit, @Query('from') from: unknown) {
    const returnTo = typeof from === 'string' && /^\/(?![/\\])[\w/?=&.-]*$/.test(from) ? from : paths.start;
    return this.pages.show(visit, 'start/languages', { returnTo });
  }
}
