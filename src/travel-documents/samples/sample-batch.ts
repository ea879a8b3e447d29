import { readCatalogues } from '../../platform/i18n/catalogue-files.js';
import { Translator } from '../../platform/i18n/translator.js';
import { DocumentWords } from '../pdf/document-words.js';
import { drawBatch } from '../pdf/draw-document.js';
import type { DocumentToDraw } from '../pdf/draw-sheet.js';
import { makeSeal } from '../seal/make-seal.js';
import { makeSampleKeys } from './sample-keys.js';
import { SAMPLE_PEOPLE } from './sample-people.js';
import { samplePortrait } from './sample-portrait.js';
import { sampleContent } from './sample-set.js';

/** Of each sex. */
const PORTRAITS = 6;

/** A batch of sealed sample documents as one PDF, the sample people over and over, each under a number of its own. */
export async function drawSampleBatch(
  count: number,
  now: Date,
  drawn: (count: number) => void,
): Promise<Buffer> {
  const keys = await makeSampleKeys(now);
  const words = new DocumentWords(new Translator(readCatalogues()), keys.issuer);
  const portraits = new Map<string, Buffer>();
  for (const sex of ['F', 'M', 'X'] as const)
    for (let seed = 0; seed < PORTRAITS; seed++)
      portraits.set(`${sex} ${seed}`, await samplePortrait(seed, sex));
  const documents: DocumentToDraw[] = [];
  for (let index = 0; index < count; index++) {
    const person = SAMPLE_PEOPLE[index % SAMPLE_PEOPLE.length];
    if (!person) break;
    const content = sampleContent(person, index, keys.issuer, now);
    const { issuedOn, lines } = content;
    const seal = await makeSeal(
      { issuer: keys.issuer, issuedOn, signedOn: issuedOn, lines },
      keys.sealSigner,
    );
    const portrait = person.withPortrait
      ? (portraits.get(`${person.holder.sex} ${index % PORTRAITS}`) ?? null)
      : null;
    documents.push({
      content,
      seal,
      portrait,
      issuedAt: now,
      words,
      checkAddress: `${keys.publicUrl}/check`,
    });
  }
  return drawBatch(documents, now, drawn);
}
