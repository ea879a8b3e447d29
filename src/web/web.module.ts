import { Module } from '@nestjs/common';
import { FrameModule } from './frame/frame.module.js';
import { StartController } from './start/start.controller.js';

/** The pages. They call the same services as the API's controllers do; no rule lives here. */
@Module({
  imports: [FrameModule],
  controllers: [StartController],
})
export class WebModule {}
