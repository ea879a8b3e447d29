import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { PostsService } from '../../posts/posts.service.js';
import { DocumentKeys } from './document-keys.js';
import type { RevokedDocuments, RevokedDocumentsPage } from './pki.dto.js';
import { signList } from './signed-list.js';

/** Which documents a verifier without a connection must refuse although their seals are genuine. */
@Injectable()
export class RevokedDocumentsService {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly keys: DocumentKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * One signed list for each issuing state. Used and void documents are in it as well as revoked ones: nobody travels
   * with them again. Those whose validity is over anyway are left out.
   */
  async lists(): Promise<RevokedDocumentsPage> {
    const posts = await this.posts.all();
    const rows = await this.database.transaction(
      posts.map(({ id }) => id),
      (tx) =>
        tx.query<{ number: string; postId: string }[]>(
          `SELECT number, post_id AS "postId" FROM travel_document
           WHERE status IN ('revoked', 'void', 'used') AND valid_until >= current_date - 1 ORDER BY number`,
        ),
    );
    const countries = [...new Set(posts.map(({ sendingCountry }) => sendingCountry))].sort();
    const asOf = this.clock.now().toISOString();
    return {
      lists: await Promise.all(
        countries.map(async (issuer) => {
          const own = new Set(posts.filter((post) => post.sendingCountry === issuer).map(({ id }) => id));
          const numbers = rows.filter(({ postId }) => own.has(postId)).map(({ number }) => number);
          const list: RevokedDocuments = { asOf, issuer, numbers };
          return { list, signature: await signList(list, await this.keys.signerOf(issuer)) };
        }),
      ),
    };
  }
}
