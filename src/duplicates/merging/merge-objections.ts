import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Two cases of one person: under which they are carried on, and which is merged into it. */
export interface MergeDirection {
  keptId: string;
  mergedId: string;
}

/** @returns the code of the problem `conflict` that keeps the one case from being merged into the other, if something does */
export type MergeObjection = (tx: EntityManager, direction: MergeDirection) => Promise<string | undefined>;

/**
 * How later stages keep a case from being merged away that they cannot let go of, without this one knowing them: such as one
 * under which a travel document is out.
 */
@Injectable()
export class MergeObjections {
  private readonly objections: MergeObjection[] = [];

  add(objection: MergeObjection): void {
    this.objections.push(objection);
  }

  /** The first objection, if any. */
  async against(tx: EntityManager, direction: MergeDirection): Promise<string | undefined> {
    for (const objection of this.objections) {
      const code = await objection(tx, direction);
      if (code !== undefined) return code;
    }
    return undefined;
  }
}
