import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Topics } from '../../platform/jobs/topics.js';
import { Problem } from '../../platform/problems/problem.js';
import { ownIntake } from './bulk-access.js';
import { BulkIntake } from './bulk-intake.entity.js';
import type { BulkIntakeResponse } from './bulk-intakes.dto.js';
import { bulkResponse } from './bulk-response.js';
import { BULK_INTAKE_CONFIRMED } from './bulk.topics.js';
import { forgetList } from './forget-list.js';

/** What whoever sent a list decides about it. */
@Injectable()
export class BulkIntakes {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditLog,
    private readonly topics: Topics,
  ) {}

  /**
   * From now on its valid rows are registered, one small step after the other.
   * @throws Problem `not-found`, `not-your-list` (403), `stale`, 409: `not-in-this-state`, `nothing-to-register`
   */
  confirm(caller: Caller, id: string, version: number): Promise<BulkIntakeResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const intake = await this.checked(tx, caller, id, version);
      if (intake.valid === 0) throw new Problem('conflict', 'nothing-to-register');
      await tx.query(
        `UPDATE bulk_intake SET state = 'confirmed', confirmed_at = now(), progressed_at = now(), version = version + 1
         WHERE id = $1`,
        [id],
      );
      await this.record(tx, caller, intake, 'bulk-intake.confirmed');
      const { postId } = intake;
      await this.topics.publish(tx, BULK_INTAKE_CONFIRMED, {
        postId,
        requestId: caller.requestId,
        bulkIntakeId: id,
      });
      return bulkResponse(this.keyring, await tx.findOneByOrFail(BulkIntake, { id }));
    });
  }

  /** Forgets a list that nobody was registered of. @throws as {@link confirm} */
  discard(caller: Caller, id: string, version: number): Promise<void> {
    return this.database.transaction(caller.posts, async (tx) => {
      const intake = await this.checked(tx, caller, id, version);
      await forgetList(tx, id);
      await this.record(tx, caller, intake, 'bulk-intake.discarded');
    });
  }

  private async checked(tx: EntityManager, caller: Caller, id: string, version: number): Promise<BulkIntake> {
    const intake = await ownIntake(tx, caller, id);
    requireVersion(intake.version, version);
    if (intake.state !== 'checked') throw new Problem('conflict', 'not-in-this-state');
    return intake;
  }

  private record(
    tx: EntityManager,
    caller: Caller,
    { id, postId, valid }: BulkIntake,
    action: string,
  ): Promise<void> {
    return this.audit.record(tx, caller, {
      action,
      subject: { kind: 'bulk-intake', id },
      postId,
      detail: { valid },
    });
  }
}
