import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { CaseLog } from '../case-log.js';
import { accessIndexes } from '../intake/access-credentials.js';
import { PeopleService } from '../people.service.js';
import type { Registration } from '../registration.entity.js';
import { isOpen } from '../registration-status.js';
import { isHelpWord } from './help-word.js';
import { Pretence } from './pretence.service.js';

/** Lets a person choose the word that they type where somebody forces them to open their registration. */
@Injectable()
export class HelpWords {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly people: PeopleService,
    private readonly pretence: Pretence,
    private readonly log: CaseLog,
  ) {}

  /**
   * From now on this one. It is shown to nobody, and nobody is told whether there is one; so the version stays what it is.
   * @throws Problem `invalid-input`, `not-open` (409)
   */
  async choose(caller: Caller, helpWord: string): Promise<void> {
    if (!isHelpWord(helpWord)) throw invalid({ pointer: '/helpWord', code: 'not-a-help-word' });
    if (caller.duress) return this.pretence.keep(caller, 'help-word-chosen');
    await this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registrationForChange(tx, caller.id!);
      if (!isOpen(registration.status)) throw new Problem('conflict', 'not-open');
      await this.write(tx, caller, registration, helpWord);
    });
  }

  /** In the caller's transaction. @param registration locked and open. @param helpWord a word that can be one */
  async write(
    tx: EntityManager,
    caller: Caller,
    { id, postId, reference }: Registration,
    helpWord: string,
  ): Promise<void> {
    const index = accessIndexes(this.keyring).helpWord(reference, helpWord);
    await tx.query('UPDATE registration SET help_word_index = $2 WHERE id = $1', [id, index]);
    await this.log.record(tx, caller, { id, postId }, 'duress.help-word-chosen');
  }
}
