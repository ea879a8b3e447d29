import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Why somebody cannot be erased yet, and until when. The words are `erasure.kept.<because>`. */
export interface RetentionDuty {
  because: 'travel-document-valid' | 'on-the-way';
  until: Date;
}

/** Finds what obliges to keep a registration. Duties that are over may be among them. */
export type FindDuty = (tx: EntityManager, registrationId: string) => Promise<RetentionDuty | null>;

/** Later stages say here, once they start, what of theirs must be kept a while; registrations never know them. */
@Injectable()
export class RetentionDuties {
  private readonly finders: FindDuty[] = [];

  add(find: FindDuty): void {
    this.finders.push(find);
  }

  /** The duty that lasts longest by the database's clock, or nothing where nothing obliges any more. */
  async longest(tx: EntityManager, registrationId: string): Promise<RetentionDuty | null> {
    let longest: RetentionDuty | null = null;
    for (const find of this.finders) {
      const duty = await find(tx, registrationId);
      if (duty && (longest === null || duty.until > longest.until)) longest = duty;
    }
    if (longest === null) return null;
    const [row] = await tx.query<{ over: boolean }[]>('SELECT $1::timestamptz <= now() AS over', [
      longest.until,
    ]);
    return row!.over ? null : longest;
  }
}
