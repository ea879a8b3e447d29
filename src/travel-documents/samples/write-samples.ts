import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signList } from '../pki/signed-list.js';
import { makeSampleKeys } from './sample-keys.js';
import { SAMPLE_PEOPLE, type SamplePerson } from './sample-people.js';
import { type ExpectedDocument, sampleDocuments } from './sample-set.js';

/** Writes the sample documents and the trust material into a folder. @returns what documents.json says */
export async function writeSamples(
  out: string,
  now: Date,
  written: (count: number) => void = () => undefined,
  people: readonly SamplePerson[] = SAMPLE_PEOPLE,
): Promise<ExpectedDocument[]> {
  await mkdir(out, { recursive: true });
  const keys = await makeSampleKeys(now);
  const documents: ExpectedDocument[] = [];
  for await (const { pdf, ...document } of sampleDocuments(keys, now, people)) {
    await writeFile(join(out, document.file), pdf);
    documents.push(document);
    written(documents.length);
  }
  const numbers = documents
    .filter(({ expectedVerdict }) => expectedVerdict === 'revoked')
    .map(({ number }) => number);
  const list = { asOf: now.toISOString(), issuer: keys.issuer, numbers };
  const revoked = { lists: [{ list, signature: await signList(list, keys.sealSigner) }] };
  await writeFile(join(out, 'csca.pem'), keys.authority.certificate);
  await writeFile(join(out, 'signer.pem'), keys.signer.certificate);
  await writeFile(join(out, 'crl.pem'), keys.revocationList);
  await writeFile(join(out, 'revoked.json'), `${JSON.stringify(revoked, null, 2)}\n`);
  await writeFile(join(out, 'documents.json'), `${JSON.stringify(documents, null, 2)}\n`);
  return documents;
}
