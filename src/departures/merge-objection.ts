import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MergeObjections } from '../duplicates/merging/merge-objections.js';

/** How far the way out has come: 0 not begun, 1 asked for or planned, 2 granted or cleared, 3 on board. Parameter: registration. */
const PROGRESS_SQL = `
  SELECT greatest(
    (SELECT max(CASE status WHEN 'requested' THEN 1 WHEN 'granted' THEN 2 END) FROM exit_clearance WHERE registration_id = $1),
    (SELECT max(CASE status WHEN 'planned' THEN 1 WHEN 'cleared' THEN 2 WHEN 'boarded' THEN 3 END)
     FROM departure WHERE registration_id = $1), 0) AS progress`;

/** The case under which a person is further on the way home is kept; nobody who is on board is merged at all. */
@Injectable()
export class DepartureMergeObjection implements OnModuleInit {
  constructor(private readonly objections: MergeObjections) {}

  onModuleInit(): void {
    this.objections.add(async (tx, { keptId, mergedId }) => {
      const [kept, merged] = [await this.progress(tx, keptId), await this.progress(tx, mergedId)];
      if (merged === 3) return 'merge-on-board';
      return merged > kept ? 'merge-further-on' : undefined;
    });
  }

  private async progress(tx: EntityManager, registrationId: string): Promise<number> {
    const [row] = await tx.query<{ progress: number }[]>(PROGRESS_SQL, [registrationId]);
    return row!.progress;
  }
}
