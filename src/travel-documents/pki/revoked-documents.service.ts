import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { PostsService } from '../../posts/posts.service.js';
import { DocumentKeys } from './document-keys.js';
import type { RevokedDocuments, RevokedDocumentsPage, SignedRevokedDocuments } from './pki.dto.js';
import { signerAway } from './signer/signer-away.js';
import { signList } from './signed-list.js';

const KEPT_MS = 60_000;

/** Which documents a verifier without a connection must refuse although their seals are genuine. */
@Injectable()
export class RevokedDocumentsService {
  private readonly last = new Map<string, SignedRevokedDocuments>();
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly keys: DocumentKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * One signed list for each issuing state. Used and void documents are in it as well as revoked ones: nobody travels
   * with them again. Those whose validity is over anyway are left out. @throws Problem `busy` (503: the signer is away)
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
    return {
      lists: await Promise.all(
        countries.map((issuer) => {
          const own = new Set(posts.filter((post) => post.sendingCountry === issuer).map(({ id }) => id));
          return this.signed(
            issuer,
            rows.filter(({ postId }) => own.has(postId)).map(({ number }) => number),
          );
        }),
      ),
    };
  }

  /**
   * Signed again where something has changed, or after a minute: anyone may ask, and the signer's time is dear. Of many who
   * ask at once the others wait for what the first is given.
   */
  private signed(issuer: string, numbers: string[]): Promise<SignedRevokedDocuments> {
    const before = this.turns.get(issuer) ?? Promise.resolve();
    const turn = before.then(
      () => this.inTurn(issuer, numbers),
      () => this.inTurn(issuer, numbers),
    );
    this.turns.set(issuer, turn);
    return turn;
  }

  private async inTurn(issuer: string, numbers: string[]): Promise<SignedRevokedDocuments> {
    const now = this.clock.now();
    const last = this.last.get(issuer);
    if (
      last &&
      now.getTime() - Date.parse(last.list.asOf) < KEPT_MS &&
      last.list.numbers.join() === numbers.join()
    )
      return last;
    const list: RevokedDocuments = { asOf: now.toISOString(), issuer, numbers };
    const signature = await this.sign(list).catch((error: unknown) => {
      throw signerAway(error);
    });
    const signed = { list, signature };
    this.last.set(issuer, signed);
    return signed;
  }

  private async sign(list: RevokedDocuments): Promise<string> {
    return signList(list, await this.keys.signerOf(list.issuer));
  }
}
