import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldFault } from '../../platform/problems/problem.js';
import type { PretendedAct } from '../duress/duress-codes.js';
import { isHelpWord } from '../duress/help-word.js';
import { HelpWords } from '../duress/help-words.service.js';
import { QUIET_NEED } from '../needs.js';
import type { Registration } from '../registration.entity.js';
import { OwnDetailsService } from './own-details.service.js';

/** What a person tells beside something else, since it is shown nowhere afterwards. */
export interface AlsoTold {
  helpWord?: string;
  /** That they cannot speak freely. */
  cannotSpeak?: boolean;
}

/** Writes what is told beside something else, in the transaction of that. */
@Injectable()
export class ToldQuietly {
  constructor(
    private readonly helpWords: HelpWords,
    private readonly details: OwnDetailsService,
  ) {}

  faults({ helpWord }: AlsoTold): FieldFault[] {
    if (helpWord === undefined || isHelpWord(helpWord)) return [];
    return [{ pointer: '/helpWord', code: 'not-a-help-word' }];
  }

  /** What was tried with it under duress. */
  acts({ helpWord, cannotSpeak }: AlsoTold): PretendedAct[] {
    return [
      ...(helpWord === undefined ? [] : (['help-word-chosen'] as const)),
      ...(cannotSpeak ? (['needs-changed'] as const) : []),
    ];
  }

  /** @param registration locked and open */
  async write(tx: EntityManager, caller: Caller, registration: Registration, also: AlsoTold): Promise<void> {
    if (also.helpWord !== undefined) await this.helpWords.write(tx, caller, registration, also.helpWord);
    if (also.cannotSpeak)
      await this.details.writeNeeds(tx, caller, registration, [...registration.needs, QUIET_NEED]);
  }
}
