import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { Ties } from './assignment/ties.service.js';
import { Contradictions } from './contradictions/contradictions.service.js';
import type { Facts } from './contradictions/compare-facts.js';
import { factsOfDocument } from './document-evidence.js';
import { EvidenceIntake } from './evidence-intake.js';
import type { EvidenceKind } from './evidence-kinds.js';
import type { EvidenceRequest } from './identity.dto.js';
import { weigh } from './referee.js';
import { ReportedPapers } from './reported/reported-papers.service.js';
import { Vouchings } from './vouching/vouchings.service.js';

/** Evidence that an officer records: what they saw or heard, and what they read from a document. */
@Injectable()
export class DocumentedEvidence {
  constructor(
    private readonly ties: Ties,
    private readonly contradictions: Contradictions,
    private readonly intake: EvidenceIntake,
    private readonly papers: ReportedPapers,
    private readonly vouchings: Vouchings,
  ) {}

  /** Joins the caller's transaction. @throws Problem also `too-many-searches` (429) */
  async record(
    tx: EntityManager,
    caller: Caller,
    registrationId: string,
    request: EvidenceRequest,
  ): Promise<void> {
    const registration = await this.ties.requireOpen(tx, caller, registrationId);
    const weight = await weigh(tx, registrationId, request);
    const facts = factsOfDocument(request, await this.contradictions.today(registration.postId));
    if (facts) await this.contradictions.requireFewOfOthers(tx, caller);
    const codes = facts ? await this.contradictions.find(tx, registration, facts) : [];
    if (facts && (await this.isReported(tx, registration.postId, request.kind, facts)))
      codes.push('document-reported');
    const { kind, agrees, statement, mrz } = request;
    const origin = mrz === undefined ? ('officer' as const) : ('document' as const);
    const evidence = { kind, agrees, statement, origin, ...weight };
    const evidenceId = await this.intake.add(tx, caller, registration, evidence, codes);
    const { postId } = registration;
    const { refereeId } = weight;
    if (refereeId !== null && agrees)
      await this.vouchings.ask(tx, caller, { postId, registrationId, evidenceId, refereeId });
  }

  /** Of the paper in the officer's hand. A copy of a paper that was lost says nothing against whoever kept it. */
  private async isReported(
    tx: EntityManager,
    postId: string,
    kind: EvidenceKind,
    { passportNumber, nationalId, documentNumber, issuer }: Facts,
  ): Promise<boolean> {
    const number = passportNumber ?? nationalId ?? documentNumber;
    if (number === undefined || kind === 'passport-copy') return false;
    return (await this.papers.find(tx, postId, issuer, number)) !== null;
  }
}
