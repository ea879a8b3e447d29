import { Get } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { STAFF, type StaffRole } from '../../platform/auth/roles.js';
import { notFound } from '../../platform/problems/problem.js';
import { NAV_OF_ROLE } from '../frame/nav.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { navPaths, paths } from '../paths.js';

/** The console's door: leads everybody to where their work is. */
@PageController()
export class HomeController {
  constructor(private readonly pages: Pages) {}

  @Get(paths.console)
  @Allow(...STAFF)
  enter(@CurrentVisit() visit: GuardedVisit) {
    const [first] = NAV_OF_ROLE[visit.caller.role as StaffRole];
    if (!first) throw notFound();
    return this.pages.goTo(visit, navPaths[first]);
  }
}
