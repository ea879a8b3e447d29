import { Module } from '@nestjs/common';
import { BoardModule } from './board/board.module.js';
import { ConsoleModule } from './console/console.module.js';
import { MinistryModule } from './ministry/ministry.module.js';
import { PublicModule } from './public.module.js';

/** The pages. They call the same services as the API's controllers do; no rule lives here. */
@Module({
  imports: [ConsoleModule, MinistryModule, BoardModule, PublicModule],
})
export class WebModule {}
