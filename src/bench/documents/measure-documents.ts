import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCatalogues } from '../../platform/i18n/catalogue-files.js';
import { Translator } from '../../platform/i18n/translator.js';
import type { DocumentContent } from '../../travel-documents/issuance/document-content.js';
import { DocumentWords } from '../../travel-documents/pdf/document-words.js';
import { drawDocument } from '../../travel-documents/pdf/draw-document.js';
import type { DocumentToDraw } from '../../travel-documents/pdf/draw-sheet.js';
import { signPdf } from '../../travel-documents/pdf/signature/sign-pdf.js';
import { signersBy } from '../../travel-documents/pki/signer/signers-by.js';
import { SignerConnection } from '../../travel-documents/pki/signer/signer-connection.js';
import { SAMPLE_PEOPLE } from '../../travel-documents/samples/sample-people.js';
import { samplePortrait } from '../../travel-documents/samples/sample-portrait.js';
import { sampleContent } from '../../travel-documents/samples/sample-set.js';
import { makeSeal } from '../../travel-documents/seal/make-seal.js';
import { quantile, rounded } from '../../rehearsal/figures.js';
import type { BenchReport } from '../bench-report.js';
import { bareDocument } from './bare.js';

const WARM_UP = 5;
const PUBLIC_URL = 'https://pulang.example.org';

export interface DocumentsBench {
  rounds: number;
  /** Documents of each kind in a round. */
  documents: number;
}

/**
 * One thread, in turns: a document as we issue it (seal, drawing, file signature, both signatures by the signer's
 * process), and the same page by pdfkit with one signature.
 */
export async function measureDocuments(
  { rounds, documents }: DocumentsBench,
  done: (share: number) => void,
): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'pulang-keys-'));
  const signer = new SignerConnection({ environment: signerEnvironment(folder) });
  try {
    const { seal: sealSigner, paper } = await signersBy(signer, 'ID', 'IDN');
    const words = new DocumentWords(new Translator(readCatalogues()), 'IDN');
    const portraits = await Promise.all([0, 1, 2, 3].map((seed) => samplePortrait(seed)));
    const key = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
    const now = new Date();
    const contents = SAMPLE_PEOPLE.map((person, index) => sampleContent(person, index, 'IDN', now));
    const drawing = (content: DocumentContent, seal: Buffer, index: number): DocumentToDraw => ({
      content,
      seal,
      portrait: portraits[index % portraits.length] ?? null,
      issuedAt: now,
      words,
      checkAddress: `${PUBLIC_URL}/check`,
    });
    const sealOf = ({ issuer, issuedOn, lines }: DocumentContent) =>
      makeSeal({ issuer, issuedOn, signedOn: issuedOn, lines }, sealSigner);
    const seals = await Promise.all(contents.map(sealOf));
    const ours = async (index: number) => {
      const content = contents[index % contents.length]!;
      const drawn = await drawDocument(drawing(content, await sealOf(content), index));
      return (await signPdf(drawn, paper, now)).length;
    };
    const bare = (index: number) => {
      const at = index % contents.length;
      return bareDocument(drawing(contents[at]!, seals[at]!, index), key);
    };
    for (let index = 0; index < WARM_UP; index++) await ours(index).then(() => bare(index));
    const times = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      for (const [name, make] of [
        ['ours', ours],
        ['bare', bare],
      ] as const)
        for (let index = 0; index < documents; index++) {
          const started = performance.now();
          await make(round * documents + index);
          times[name].push(performance.now() - started);
        }
      done((round + 1) / rounds);
    }
    const perSecond = rate(times.ours);
    const limitPerSecond = rate(times.bare);
    return {
      ratio: rounded(perSecond / limitPerSecond),
      perSecond: rounded(perSecond),
      limitPerSecond: rounded(limitPerSecond),
      p95ms: rounded(quantile(times.ours, 0.95)),
      p99ms: rounded(quantile(times.ours, 0.99)),
      documents: times.ours.length,
      threads: 1,
    };
  } finally {
    signer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A signer of its own, with keys that are thrown away. */
const signerEnvironment = (folder: string) => ({
  NODE_ENV: 'demonstration',
  DOCUMENT_KEYS: folder,
  DOCUMENT_KEYS_PASSPHRASE: 'thrown away with the keys',
  PUBLIC_URL,
  SIGNER_HOURLY: '1000000',
});

const rate = (times: readonly number[]): number =>
  (1000 * times.length) / times.reduce((sum, time) => sum + time, 0);
