import { Module } from '@nestjs/common';
import { HallSnapshots } from './hall-snapshots.js';
import { KnownTokens } from './known-tokens.js';
import { OwnStatusController } from './own-status.controller.js';
import { QuickStatus } from './status-shortcut.js';

/** What people ask every minute, answered from memory. */
@Module({
  controllers: [OwnStatusController],
  providers: [HallSnapshots, KnownTokens, QuickStatus],
})
export class OwnStatusModule {}
