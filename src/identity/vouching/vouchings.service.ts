import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../../notifications/messages.service.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { newId } from '../../platform/ids.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { atWorkAs } from '../assignment/at-work-as.js';
import { Ties } from '../assignment/ties.service.js';
import { EvidenceIntake } from '../evidence-intake.js';
import type { IdentityFileResponse } from '../identity.dto.js';
import { readIdentityFile } from '../identity-file.js';
import { IdentityReader } from '../identity-reader.js';
import { IdentityVouching } from './identity-vouching.entity.js';

/** Asks whoever is named as a referee, and takes their word at the counter. */
@Injectable()
export class Vouchings {
  constructor(
    private readonly database: Database,
    private readonly messages: Messages,
    private readonly life: RegistrationLife,
    private readonly ties: Ties,
    private readonly intake: EvidenceIntake,
    private readonly reader: IdentityReader,
  ) {}

  /** They are told, by the channel that is safe for them, that there is a question on their page; not which. Joins the caller's transaction. */
  async ask(
    tx: EntityManager,
    caller: Caller,
    about: Pick<IdentityVouching, 'postId' | 'registrationId' | 'evidenceId' | 'refereeId'>,
  ): Promise<void> {
    const { postId, registrationId, evidenceId, refereeId } = about;
    const id = newId();
    await tx.query(
      `INSERT INTO identity_vouching (id, post_id, registration_id, evidence_id, referee_id, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, postId, registrationId, evidenceId, refereeId, caller.id],
    );
    const once = `question-for-you ${id}`;
    await this.messages.queue(tx, { postId, recipientId: refereeId, kind: 'question-for-you', once });
  }

  /**
   * The referee is here and says so. Never to whoever recorded that they vouch.
   * @throws Problem `not-found`, `stale` (412), `same-person` (403), 409: `not-open`, `tied-to-person`, `not-in-this-state`
   */
  confirmHere(
    caller: Caller,
    registrationId: string,
    evidenceId: string,
    version: number,
  ): Promise<IdentityFileResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      await atWorkAs(tx, caller);
      const registration = await this.life.requireOpen(tx, registrationId);
      requireVersion((await readIdentityFile(tx, registrationId)).version, version);
      const found = await tx.findOneBy(IdentityVouching, { registrationId, evidenceId });
      if (!found) throw notFound();
      if (found.state !== 'asked') throw new Problem('conflict', 'not-in-this-state');
      if (found.recordedBy === caller.id) throw new Problem('forbidden', 'same-person');
      for (const id of [registrationId, found.refereeId]) await this.ties.requireNone(tx, caller, id);
      await tx.query(
        `UPDATE identity_vouching SET state = 'confirmed', answered_at = clock_timestamp(), confirmed_by = $2 WHERE id = $1`,
        [found.id, caller.id],
      );
      await this.intake.vouched(tx, caller, registration, evidenceId);
      return this.reader.describe(tx, caller, registrationId);
    });
  }
}
