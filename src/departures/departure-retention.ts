import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RetentionDuties, type RetentionDuty } from '../registrations/erasure/retention-duties.js';

const ON_THE_WAY = `SELECT max(scheduled_at + interval '30 days') AS until FROM departure
  WHERE registration_id = $1 AND status IN ('cleared', 'boarded', 'departed')`;

/** Whoever is on the way must be expected where they land: until they arrived, for a month at the most. */
@Injectable()
export class DepartureRetention implements OnModuleInit {
  constructor(private readonly duties: RetentionDuties) {}

  onModuleInit(): void {
    this.duties.add((tx, registrationId) => this.find(tx, registrationId));
  }

  async find(tx: EntityManager, registrationId: string): Promise<RetentionDuty | null> {
    const [row] = await tx.query<{ until: Date | null }[]>(ON_THE_WAY, [registrationId]);
    return row?.until ? { because: 'on-the-way', until: row.until } : null;
  }
}
