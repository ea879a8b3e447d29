import { Module } from '@nestjs/common';
import { PostsModule } from '../../posts/posts.module.js';
import { ReportsModule } from '../../reports/reports.module.js';
import { FrameModule } from '../frame/frame.module.js';
import { BreakdownPageController } from './breakdown.controller.js';
import { BulletinPageController } from './bulletin.controller.js';
import { BulletinsPageController } from './bulletins.controller.js';
import { CountsController } from './counts.controller.js';

/** What a ministry quotes: counts and bulletins. */
@Module({
  imports: [FrameModule, PostsModule, ReportsModule],
  controllers: [CountsController, BreakdownPageController, BulletinsPageController, BulletinPageController],
})
export class MinistryModule {}
