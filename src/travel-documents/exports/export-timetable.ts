import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Topics } from '../../platform/jobs/topics.js';
import { ExportsService } from './exports.service.js';

/** Each hour the days that ended since, wherever a post's midnight is. */
@Injectable()
export class ExportTimetable implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly exports: ExportsService,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('travel-documents.freeze-exports', '9 * * * *', () => this.exports.freeze());
  }
}
