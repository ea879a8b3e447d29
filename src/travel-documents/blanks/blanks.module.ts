import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/identity.module.js';
import { PostsModule } from '../../posts/posts.module.js';
import { BatchesService } from './batches.service.js';
import { BlanksController } from './blanks.controller.js';
import { DestructionsService } from './destructions.service.js';
import { ShiftCountsService } from './shift-counts.service.js';
import { StockService } from './stock.service.js';
import { TwoPersonController } from './two-person.controller.js';

/** Numbered sheets: received, counted, used once, and accounted for by two people. */
@Module({
  imports: [PostsModule, IdentityModule],
  controllers: [BlanksController, TwoPersonController],
  providers: [BatchesService, StockService, ShiftCountsService, DestructionsService],
  exports: [BatchesService, StockService, ShiftCountsService, DestructionsService],
})
export class BlanksModule {}
