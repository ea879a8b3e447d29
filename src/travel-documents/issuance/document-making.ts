import { Injectable } from '@nestjs/common';
import { calendarDay } from '../../platform/clock/calendar-day.js';
import { Clock } from '../../platform/clock/clock.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { PostsService } from '../../posts/posts.service.js';
import type { ApplicationRow } from '../applications/applications.sql.js';
import type { Holder } from '../applications/holder.js';
import { DocumentKeys } from '../pki/document-keys.js';
import { makeSeal } from '../seal/make-seal.js';
import { type DocumentContent, documentLines } from './document-content.js';

/** What a document says, and the state's signature under it. */
export interface MadeDocument {
  content: DocumentContent;
  seal: Buffer;
  certificateReference: string;
}

/** A document that has no number yet. */
export interface DocumentToBe {
  /** The day on which it is issued, at the post, `YYYY-MM-DD`. */
  today: string;
  /** @throws Problem `invalid-input` (422) where it cannot be printed */
  make(number: string, holder: Holder): Promise<MadeDocument>;
}

/** Puts together what an approved application says and what the post adds, and has it signed by the state's signer. */
@Injectable()
export class DocumentMaking {
  constructor(
    private readonly posts: PostsService,
    private readonly keys: DocumentKeys,
    private readonly clock: Clock,
  ) {}

  /** Sees first that it can be signed today: its number is taken last. @throws Problem `validity-over` (409) */
  async begin({ postId, validUntil, destination, transit }: ApplicationRow): Promise<DocumentToBe> {
    const post = await this.posts.byId(postId);
    const today = calendarDay(this.clock.now(), post.timeZone);
    if (validUntil <= today) throw new Problem('conflict', 'validity-over');
    const issuer = post.sendingCountry;
    const signer = await this.keys.signerOf(issuer);
    const make = async (number: string, holder: Holder): Promise<MadeDocument> => {
      const printed = documentLines({ number, holder, issuer, validUntil });
      if (!printed.ok) throw invalid(...printed.faults);
      const { lines } = printed;
      const content = {
        number,
        holder,
        issuer,
        authority: post.name,
        placeOfIssue: post.city,
        issuedOn: today,
        validUntil,
        from: post.hostCountry,
        transit,
        destination,
        specimen: post.demonstration,
        lines,
      };
      const seal = await makeSeal({ issuer, issuedOn: today, signedOn: today, lines }, signer);
      return { content, seal, certificateReference: signer.certificateReference };
    };
    return { today, make };
  }
}
