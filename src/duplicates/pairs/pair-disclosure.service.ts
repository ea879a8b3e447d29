import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { DisclosureService } from '../../registrations/disclosure/disclosure.service.js';
import type { DisclosedSide, PairDisclosureResponse } from './duplicates.dto.js';
import { findPair } from './pairs.sql.js';

/** Shows both people of a pair in clear, for a reason: the same disclosure, on record in the same way, as that of one case. */
@Injectable()
export class PairDisclosure {
  constructor(
    private readonly database: Database,
    private readonly disclosure: DisclosureService,
  ) {}

  /** @throws Problem `not-found`, `erased` (409) */
  async disclose(caller: Caller, id: string, reason: string): Promise<PairDisclosureResponse> {
    const { firstId, secondId } = await this.database.transaction(caller.posts, (tx) => findPair(tx, id));
    return {
      first: await this.side(caller, firstId, reason),
      second: await this.side(caller, secondId, reason),
    };
  }

  private async side(caller: Caller, registrationId: string, reason: string): Promise<DisclosedSide> {
    const { identity, contact } = await this.disclosure.disclose(caller, registrationId, {
      parts: ['identity', 'contact'],
      reason,
    });
    return { identity: identity!, contact: contact! };
  }
}
