import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import { readMrz } from '../../platform/icao/mrz.js';
import { invalid } from '../../platform/problems/problem.js';
import { DocumentKeys } from '../pki/document-keys.js';
import { judgeSeal } from '../seal/judge-seal.js';
import { type CheckVerdict, joinedLines, sealBytes, verdictOf } from './check-verdict.js';
import { CheckedRecords } from './checked-records.js';
import type { DocumentCheckRequest, DocumentCheckResponse } from './document-checks.dto.js';
import { PictureReader } from './picture-reader.js';

/** What a check came to; the number only where lines or seal agree with the record. */
interface Finding {
  verdict: CheckVerdict;
  number?: string;
  validUntil?: string;
}

/** Answers whether a document is genuine and still good, across all posts, without a word about its holder. */
@Injectable()
export class DocumentChecksService {
  constructor(
    private readonly keys: DocumentKeys,
    private readonly records: CheckedRecords,
    private readonly clock: Clock,
    private readonly pictures: PictureReader,
  ) {}

  /** @throws Problem `invalid-input` (422) where there is neither a seal nor two lines */
  async check(caller: Caller, request: DocumentCheckRequest): Promise<DocumentCheckResponse> {
    const checkedAt = this.clock.now().toISOString();
    const { verdict, number, validUntil } = await this.find(caller, request);
    return { verdict, number: number ?? null, validUntil: validUntil ?? null, checkedAt };
  }

  /**
   * By a photograph of the seal, or of the sheet.
   * @throws Problem `invalid-input` (422) where it is no picture, `busy` (503)
   */
  async checkPicture(caller: Caller, picture: Buffer): Promise<DocumentCheckResponse> {
    const seal = await this.pictures.read(picture);
    if (seal) return this.check(caller, { seal: seal.toString('base64') });
    const checkedAt = this.clock.now().toISOString();
    return { verdict: 'read-error', number: null, validUntil: null, checkedAt };
  }

  private find(caller: Caller, { number, lines, seal }: DocumentCheckRequest): Promise<Finding> {
    const printed = lines && joinedLines(lines);
    const typed = number?.replace(/\s/g, '').toUpperCase();
    if (seal !== undefined) return this.bySeal(caller, seal, printed, typed);
    if (printed === undefined) throw invalid({ pointer: '/lines', code: 'required' });
    return this.byLines(caller, printed, typed);
  }

  private async bySeal(
    caller: Caller,
    text: string,
    printed: string | undefined,
    typed: string | undefined,
  ): Promise<Finding> {
    const bytes = sealBytes(text);
    if (bytes === null) return { verdict: 'wrong-format' };
    const certificates = await this.keys.certificates();
    const judged = judgeSeal({ bytes, printed, certificates, now: this.clock.now() });
    if (judged.verdict !== 'valid' && judged.verdict !== 'unknown-feature')
      return { verdict: judged.verdict };
    const { documentNumber } = judged.document;
    if (typed !== undefined && typed !== documentNumber) return { verdict: 'seal-and-document-differ' };
    const finding = await this.compare(caller, documentNumber, (judged.seal.lines ?? []).join(''));
    return finding.verdict === 'valid' ? { ...finding, verdict: judged.verdict } : finding;
  }

  /**
   * By what somebody typed, which proves nothing: unless all of it agrees, a number that we issued is answered like one
   * that we did not. Numbers have no gaps, and whoever tells them apart could count and guess them.
   */
  private async byLines(caller: Caller, printed: string, typed: string | undefined): Promise<Finding> {
    const number = typed ?? numberIn(printed);
    if (number === undefined) return { verdict: 'invalid-printed-mrz' };
    const finding = await this.compare(caller, number, printed);
    return finding.verdict === 'differs-from-record' ? { verdict: 'not-found' } : finding;
  }

  private async compare(caller: Caller, number: string, lines: string): Promise<Finding> {
    const found = await this.records.find(number);
    const verdict = verdictOf(found?.record, lines);
    if (found) await this.records.note(caller, found, verdict);
    if (!found?.record || verdict === 'differs-from-record') return { verdict };
    return { verdict, number: found.record.number, validUntil: found.record.validUntil };
  }
}

function numberIn(printed: string): string | undefined {
  const read = readMrz(printed);
  return read.ok ? read.fields.documentNumber : undefined;
}
