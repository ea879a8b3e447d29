import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Counter } from './counter.entity.js';
import { Holiday } from './holiday.entity.js';
import { OpeningHours } from './opening-hours.entity.js';
import { Post } from './post.entity.js';
import { PostChoice } from './post-choice.js';
import { PostRounds } from './post-rounds.js';
import { PostSettings } from './post-settings.js';
import { PostsController } from './posts.controller.js';
import { PostsService } from './posts.service.js';
import { ServiceType } from './service-type.entity.js';
import { SetupChangeRecords } from './setup/setup-change-records.js';
import { SetupChanges } from './setup/setup-changes.js';
import { SetupController } from './setup/setup.controller.js';
import { SetupCountersController } from './setup/setup-counters.controller.js';
import { SetupCounters } from './setup/setup-counters.service.js';
import { SetupFollowers } from './setup/setup-followers.js';
import { SetupReader } from './setup/setup-reader.js';
import { SetupService } from './setup/setup.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Post, Counter, ServiceType, OpeningHours, Holiday])],
  controllers: [PostsController, SetupController, SetupCountersController],
  providers: [
    PostsService,
    PostChoice,
    PostRounds,
    PostSettings,
    SetupReader,
    SetupChanges,
    SetupChangeRecords,
    SetupFollowers,
    SetupService,
    SetupCounters,
  ],
  exports: [
    PostsService,
    PostChoice,
    PostRounds,
    PostSettings,
    SetupReader,
    SetupFollowers,
    SetupService,
    SetupCounters,
  ],
})
export class PostsModule {}
