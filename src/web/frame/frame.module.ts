import { Module } from '@nestjs/common';
import { PostsModule } from '../../posts/posts.module.js';
import { RegistrationsModule } from '../../registrations/registrations.module.js';
import { StaffModule } from '../../staff/staff.module.js';
import { Assets } from '../assets/assets.js';
import { AssetsController } from '../assets/assets.controller.js';
import { ConfirmationPages } from './confirmation-pages.js';
import { PageContexts } from './page-contexts.js';
import { Pages } from './pages.js';
import { ProblemPageShower } from './problem-page.js';
import { SessionCookies } from './session-cookies.js';

/** What every page stands in: its frame, its styles, its language, signing in, and what is shown when something fails. */
@Module({
  imports: [PostsModule, StaffModule, RegistrationsModule],
  controllers: [AssetsController],
  providers: [Assets, ConfirmationPages, PageContexts, Pages, ProblemPageShower, SessionCookies],
  exports: [Assets, ConfirmationPages, PageContexts, Pages, SessionCookies],
})
export class FrameModule {}
