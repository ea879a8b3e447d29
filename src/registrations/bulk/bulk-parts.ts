import { BulkFilesController } from './bulk-files.controller.js';
import { BulkIntake } from './bulk-intake.entity.js';
import { BulkIntakesController } from './bulk-intakes.controller.js';
import { BulkIntakes } from './bulk-intakes.service.js';
import { BulkReader } from './bulk-reader.service.js';
import { BulkChecking } from './checking.service.js';
import { BulkReceipts } from './receipts.service.js';
import { BulkJobs } from './registering/registering-jobs.js';
import { BulkRegistering } from './registering/registering.service.js';
import { TableReader } from './table/table-reader.js';

/** What bulk intake adds to the module of registrations. */
export const BULK = {
  entities: [BulkIntake],
  controllers: [BulkIntakesController, BulkFilesController],
  useCases: [TableReader, BulkChecking, BulkIntakes, BulkReader, BulkReceipts],
  inside: [BulkRegistering, BulkJobs],
};
