import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Counter } from './counter.entity.js';
import { Holiday } from './holiday.entity.js';
import { OpeningHours } from './opening-hours.entity.js';
import { Post } from './post.entity.js';
import { PostsController } from './posts.controller.js';
import { PostsService } from './posts.service.js';
import { ServiceType } from './service-type.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Post, Counter, ServiceType, OpeningHours, Holiday])],
  controllers: [PostsController],
  providers: [PostsService],
  exports: [PostsService],
})
export class PostsModule {}
