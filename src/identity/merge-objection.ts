import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergeObjections } from '../duplicates/merging/merge-objections.js';
import { levelsNow } from './identity-file.js';

/** What a person has proved stays with them: a case under which it was is not merged into one under which it was not. */
@Injectable()
export class IdentityMergeObjection implements OnModuleInit {
  constructor(private readonly objections: MergeObjections) {}

  onModuleInit(): void {
    this.objections.add(async (tx, { keptId, mergedId }) => {
      const levels = await levelsNow(tx, [keptId, mergedId]);
      return (levels.get(mergedId) ?? 0) > (levels.get(keptId) ?? 0) ? 'merge-verified' : undefined;
    });
  }
}
