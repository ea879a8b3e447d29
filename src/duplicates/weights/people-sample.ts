import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { CandidateSearch } from '../candidates/candidate-search.js';
import { type OpenedPerson, OpenedPeople } from '../candidates/opened-people.js';

const AT_ONCE = 50;

/** Some of a post's people. Opened a few at a time, so that the process does other things between. */
@Injectable()
export class PeopleSample {
  constructor(
    private readonly database: Database,
    private readonly people: OpenedPeople,
    private readonly search: CandidateSearch,
  ) {}

  /** By chance. */
  async draw(postId: string, most: number): Promise<OpenedPerson[]> {
    const ids = await this.database.transaction([postId], (tx) =>
      tx.query<{ id: string }[]>(
        "SELECT id FROM registration WHERE post_id = $1 AND status <> 'withdrawn' ORDER BY random() LIMIT $2",
        [postId, most],
      ),
    );
    const opened: OpenedPerson[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE).map(({ id }) => id);
      opened.push(...(await this.database.transaction([postId], (tx) => this.people.of(tx, some))));
      await setImmediate();
    }
    return opened;
  }

  /** Those worth comparing with one of them. */
  async candidatesOf(postId: string, person: OpenedPerson): Promise<OpenedPerson[]> {
    const found = await this.database.transaction([postId], (tx) => this.search.of(tx, postId, person));
    await setImmediate();
    return found;
  }
}
