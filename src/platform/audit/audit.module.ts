import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditLinker } from './audit-linker.js';
import { AuditLog } from './audit-log.js';
import { AuditReader } from './audit-reader.js';

@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditLog, AuditLinker, AuditReader],
  exports: [AuditLog, AuditReader],
})
export class AuditModule {}
