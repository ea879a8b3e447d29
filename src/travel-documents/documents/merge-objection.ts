import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MergeObjections } from '../../duplicates/merging/merge-objections.js';
import { todayAt } from '../../posts/day-at.js';
import { isGoodOn } from './good-documents.js';

/** Issued or in the person's hand, and not run out where it was issued. Parameter: registration. */
const OUT_SQL = `
  SELECT FROM travel_document d JOIN registration r ON r.person_id = d.person_id
  WHERE r.id = $1 AND ${isGoodOn('d', todayAt('d.post_id'))} LIMIT 1`;

/**
 * A case under which a travel document is out is kept. Where one is out under both, somebody has to take one back first:
 * one person never travels on two.
 */
@Injectable()
export class DocumentMergeObjection implements OnModuleInit {
  constructor(private readonly objections: MergeObjections) {}

  onModuleInit(): void {
    this.objections.add(async (tx, { keptId, mergedId }) => {
      if (!(await this.isOut(tx, mergedId))) return undefined;
      return (await this.isOut(tx, keptId)) ? 'both-have-documents' : 'merge-document';
    });
  }

  private async isOut(tx: EntityManager, registrationId: string): Promise<boolean> {
    return (await tx.query<unknown[]>(OUT_SQL, [registrationId])).length > 0;
  }
}
