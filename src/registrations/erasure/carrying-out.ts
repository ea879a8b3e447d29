import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { SeemingErased } from '../duress/seeming-erased.js';
import { ErasingService } from './erasing.service.js';
import { ErasureRecords } from './erasure-records.js';
import { RetentionDuties } from './retention-duties.js';

/** Erases one person, unless a duty of a later stage stands against it at this moment. The registration must be locked. */
@Injectable()
export class CarryingOut {
  constructor(
    private readonly records: ErasureRecords,
    private readonly duties: RetentionDuties,
    private readonly erasing: ErasingService,
    private readonly seeming: SeemingErased,
  ) {}

  /** What the person wished. Safe to repeat: a wish that was taken back or carried out meanwhile is left alone. */
  async wish(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    const registration = { id: registrationId, postId: onlyPost(caller) };
    const erasure = await this.records.latest(tx, registrationId);
    if (erasure?.status !== 'confirmed') return;
    const duty = await this.duties.longest(tx, registrationId);
    if (duty) return this.records.postpone(tx, caller, registration, erasure.id, duty);
    await this.erasing.erase(tx, caller, registrationId, 'asked');
    await this.records.end(tx, caller, registration, erasure.id, 'done');
  }

  /** What was wished under duress: nobody is erased. */
  pretendedWish(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    return this.seeming.carryOut(tx, caller, registrationId);
  }

  /** What the post's rule says. While a duty lasts the case is looked at again every night. */
  async retention(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    if (await this.duties.longest(tx, registrationId)) return;
    await this.erasing.erase(tx, caller, registrationId, 'retention');
  }
}
