import { Translator } from '../../platform/i18n/translator.js';
import { readCatalogues } from '../../platform/i18n/catalogue-files.js';
import { documentLines, type DocumentContent } from '../issuance/document-content.js';
import { DocumentWords } from '../pdf/document-words.js';
import { drawDocument } from '../pdf/draw-document.js';
import { signPdf } from '../pdf/signature/sign-pdf.js';
import { makeSeal } from '../seal/make-seal.js';
import { type PrintedLines } from '../seal/seal.js';
import { SAMPLE_PEOPLE, type SamplePerson } from './sample-people.js';
import { samplePortrait } from './sample-portrait.js';
import type { SampleKeys } from './sample-keys.js';

/** What a verifier should find in one file, as `documents.json` says it. */
export interface ExpectedDocument {
  file: string;
  about: string;
  lines: PrintedLines;
  number: string;
  expectedVerdict: 'valid' | 'revoked';
}

export interface SampleDocument extends ExpectedDocument {
  pdf: Buffer;
}

const VALID_DAYS = 21;
const PREFIX = 'XA';
const BABY_YEARS = 3;

/** Draws, seals and signs the sample people's documents, one after the other. */
export async function* sampleDocuments(
  keys: SampleKeys,
  now: Date,
  people: readonly SamplePerson[] = SAMPLE_PEOPLE,
): AsyncGenerator<SampleDocument> {
  const words = new DocumentWords(new Translator(readCatalogues()), keys.issuer);
  for (const [index, person] of people.entries()) {
    const content = sampleContent(person, index, keys.issuer, now);
    const { number, lines, issuedOn } = content;
    const seal = await makeSeal(
      { issuer: keys.issuer, issuedOn, signedOn: issuedOn, lines },
      keys.sealSigner,
    );
    const { sex, birthDate } = person.holder;
    const isBaby = birthDate.year !== undefined && now.getFullYear() - birthDate.year < BABY_YEARS;
    const portrait = person.withPortrait ? await samplePortrait(index, sex, isBaby) : null;
    const drawn = await drawDocument({
      content,
      seal,
      portrait,
      issuedAt: now,
      words,
      checkAddress: `${keys.publicUrl}/check`,
    });
    yield {
      file: `${String(index + 1).padStart(2, '0')}-${person.about}.pdf`,
      about: person.about,
      lines,
      number,
      expectedVerdict: person.revoked ? 'revoked' : 'valid',
      pdf: await signPdf(drawn, keys.paperSigner, now),
    };
  }
}

/** What is printed on a sample. @throws Error where the person cannot be printed, which a sample always can */
export function sampleContent(
  { holder, from, transit }: SamplePerson,
  index: number,
  issuer: string,
  now: Date,
): DocumentContent {
  const number = PREFIX + String(index + 1).padStart(7, '0');
  const validUntil = dayOf(new Date(now.getTime() + VALID_DAYS * 86_400_000));
  const printed = documentLines({ number, holder, issuer, validUntil });
  if (!printed.ok) throw new Error(`sample ${number}: ${JSON.stringify(printed.faults)}`);
  return {
    number,
    holder,
    issuer,
    authority: 'Embassy of the Republic of Indonesia, Phnom Penh',
    placeOfIssue: 'Phnom Penh',
    issuedOn: dayOf(now),
    validUntil,
    from,
    transit,
    destination: issuer,
    specimen: true,
    lines: printed.lines,
  };
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
