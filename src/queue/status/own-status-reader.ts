import { Injectable } from '@nestjs/common';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import type { OwnStatus } from './hall-snapshot.js';
import { HallSnapshots } from './hall-snapshots.js';
import { KnownCredentials } from './known-credentials.js';

/** Where a person stands who has been let in by the guards; from now on their credential is known to {@link QuickStatus}. */
@Injectable()
export class OwnStatusReader {
  constructor(
    private readonly snapshots: HallSnapshots,
    private readonly known: KnownCredentials,
  ) {}

  async read(person: Caller, credential?: string): Promise<OwnStatus> {
    // under duress, as somebody of whom the hall knows nothing
    const caller = person.duress ? { ...person, id: person.sessionId } : person;
    const snapshot = await this.snapshots.of(onlyPost(caller));
    if (credential !== undefined) this.known.remember(credential, caller);
    return snapshot.of(caller.id!);
  }
}
