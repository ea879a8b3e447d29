import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Translator } from '../../src/platform/i18n/translator.js';
import type { PrintableDocument } from '../../src/travel-documents/documents/document-reader.js';
import { DocumentWords } from '../../src/travel-documents/pdf/document-words.js';
import { drawDocument } from '../../src/travel-documents/pdf/draw-document.js';
import { type Api, type Service, startService } from '../support/service.js';
import { contentOf } from '../travel-documents/content-of.js';
import { issuedDocument } from '../travel-documents/verified-person.js';

/** Needs poppler-utils, dmtx-utils and qpdf: other people's eyes on what we print. */
describe('the printed sheet', () => {
  let service: Service;
  let officer: Api;
  let folder: string;
  let printed: PrintableDocument;
  let sheet: string;
  let bytes: Buffer;
  let path: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pulang-sheet-'));
    service = await startService({ PUBLIC_URL: 'https://pulang.example.org' });
    officer = await service.api('officer');
    const { id } = await issuedDocument(
      service,
      officer,
      await service.api('approver'),
      { fullName: 'Sri Contoh' },
      { primaryName: 'Contoh', secondaryName: 'Sri Zoë', placeOfBirth: 'Ambarawa', transit: ['SGP', 'MYS'] },
    );
    path = `/v1/travel-documents/${id}/file`;
    printed = await contentOf(service, id);
    bytes = (await officer.get(path).expect(200).expect('content-type', 'application/pdf')).body as Buffer;
    sheet = join(folder, 'sheet.pdf');
    writeFileSync(sheet, bytes);
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  const run = (program: string, ...args: string[]): Buffer => execFileSync(program, args, { maxBuffer: 1e8 });
  const text = (file = sheet): string => run('pdftotext', '-layout', file, '-').toString();
  const drawn = (content: PrintableDocument['content'], name: string): Promise<string> =>
    drawDocument({
      ...printed,
      content,
      words: new DocumentWords(service.app.get(Translator), content.issuer),
      checkAddress: 'https://pulang.example.org/check',
    }).then((drawing) => {
      writeFileSync(join(folder, name), drawing);
      return join(folder, name);
    });
  const check = async (body: object) =>
    (await service.everyone().post('/v1/document-checks').send(body).expect(200)).body as { verdict: string };
  /** The lower right quarter as a scanner has it, and what a reader takes from its bar code. */
  const scan = (dotsPerInch: number, file = sheet): Buffer => {
    const picture = join(folder, `at-${dotsPerInch}`);
    const [x, y, width, height] = [4.1, 5.8, 4.2, 5.9].map((inches) =>
      String(Math.round(inches * dotsPerInch)),
    );
    const quarter = ['-x', x!, '-y', y!, '-W', width!, '-H', height!];
    run('pdftoppm', '-r', String(dotsPerInch), '-gray', '-png', '-singlefile', ...quarter, file, picture);
    return run('dmtxread', '-N1', '-m', '60000', `${picture}.png`);
  };

  it('has the two lines exactly, last and apart', () => {
    const lines = text()
      .trimEnd()
      .split('\n')
      .slice(-2)
      .map((line) => line.trim());
    expect(lines).toEqual(printed.content.lines);
  });

  it('prints them in OCR-B, ten characters to the inch, a quarter of an inch apart', () => {
    expect(run('pdffonts', sheet).toString()).toMatch(/OCRB-Regular/);
    const words = [
      ...run('pdftotext', '-bbox', sheet, '-')
        .toString()
        .matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" .*>(.*)<\/word>/g),
    ];
    const [first, second] = words
      .filter(([, , , , word]) => word!.includes('&lt;&lt;'))
      .map(([, ...box]) => box.map(Number));
    expect((first![2]! - first![0]!) / 36).toBeCloseTo(7.2, 1);
    expect(second![1]! - first![1]!).toBeCloseTo(18, 1);
  });

  it('says in both languages what it is, for whom, and how to check it', () => {
    const all = text();
    for (const words of [
      'EMERGENCY TRAVEL DOCUMENT',
      'Surat Perjalanan Laksana Paspor',
      'SINGLE JOURNEY',
      'SRI ZOË',
      'Ambarawa',
      'Singapura',
      'Kamboja',
      'https://pulang.example.org/check',
      'SPECIMEN',
      printed.content.number,
    ])
      expect(all).toContain(words);
  });

  it('shows letters that its type lacks by those that it has, never as a box', async () => {
    const holder = { ...printed.content.holder, secondaryName: 'Saʿid Ḥamīd', placeOfBirth: 'Ḥalab, O‛ahu' };
    const all = text(await drawn({ ...printed.content, holder }, 'marks.pdf')).normalize('NFC');
    for (const words of ['SA’ID ḤAMĪD', 'Ḥalab, O’ahu']) expect(all).toContain(words);
  });

  it('is one sheet of A4, tagged, archivable, with every font inside and nothing that runs', () => {
    const info = run('pdfinfo', sheet).toString();
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/JavaScript:\s+no/);
    expect(info).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/);
    const fonts = run('pdffonts', sheet).toString().trim().split('\n').slice(2);
    for (const font of fonts) expect(font).toMatch(/yes yes yes\s+\d+\s+0$/);
    expect(bytes.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
    run('qpdf', '--check', sheet);
  });

  it('is the same, byte by byte, whenever it is drawn, apart from time and signature', async () => {
    const plain = (pdf: Buffer) =>
      pdf
        .toString('latin1')
        .replace(/\/M \(D:\d{14}Z\)/, '')
        .replace(/\/Contents <[0-9a-f]+>/, '');
    const again = (await officer.get(path).expect(200)).body as Buffer;
    expect(again.equals(bytes)).toBe(false);
    expect(plain(again) === plain(bytes)).toBe(true);
  });

  it('is signed, as poppler sees it, until a byte of it changes', () => {
    expect(run('pdfsig', sheet).toString()).toMatch(
      /ETSI\.CAdES\.detached[\s\S]*Total document signed[\s\S]*Signature is Valid/,
    );
    const altered = join(folder, 'altered.pdf');
    writeFileSync(altered, bytes.toString('latin1').replace('/Creator', '/Kreator'), 'latin1');
    expect(run('pdfsig', altered).toString()).toMatch(/Digest Mismatch|Signature is Invalid/);
  });

  it.each([300, 200])(
    'scanned at %i dots to the inch gives the seal, and it is valid',
    async (dotsPerInch) => {
      const read = scan(dotsPerInch);
      expect(read.equals(printed.seal)).toBe(true);
      const seal = read.toString('hex');
      expect(await check({ seal })).toMatchObject({ verdict: 'valid', number: printed.content.number });
      expect(await check({ seal, lines: printed.content.lines })).toMatchObject({ verdict: 'valid' });
    },
  );

  it('photographed, is judged by its picture; a picture without a seal is a read error, anything else no picture', async () => {
    run('pdftoppm', '-r', '150', '-jpeg', '-singlefile', sheet, join(folder, 'photo'));
    run('pdftoppm', '-r', '40', '-png', '-singlefile', sheet, join(folder, 'blurred'));
    const send = (file: string) =>
      service.everyone().post('/v1/document-checks/picture').attach('picture', join(folder, file));
    const { body } = await send('photo.jpg').expect(200);
    expect(body).toMatchObject({ verdict: 'valid', number: printed.content.number });
    expect((await send('blurred.png').expect(200)).body).toMatchObject({
      verdict: 'read-error',
      number: null,
    });
    await send('sheet.pdf').expect(422);
  });

  it('with another name under the same seal is found out', async () => {
    const [first, second] = printed.content.lines;
    const forged = await drawn(
      { ...printed.content, lines: [first.replace('SRI<ZOE', 'SRI<ZOI'), second] },
      'forged.pdf',
    );
    const lines = text(forged)
      .trimEnd()
      .split('\n')
      .slice(-2)
      .map((line) => line.trim());
    expect(lines).not.toEqual(printed.content.lines);
    expect(await check({ seal: scan(300, forged).toString('hex'), lines })).toMatchObject({
      verdict: 'seal-and-document-differ',
    });
    expect(await check({ lines })).toMatchObject({ verdict: 'not-found' });
  });

  it('keeps to one page and readable lines for the longest of everything', async () => {
    const long = await drawn(
      {
        ...printed.content,
        holder: {
          ...printed.content.holder,
          primaryName: 'W'.repeat(100),
          secondaryName: 'M'.repeat(100),
          placeOfBirth: 'W'.repeat(100),
        },
        transit: ['SGP', 'BIH', 'VCT', 'COD'],
        authority: 'W'.repeat(120),
      },
      'long.pdf',
    );
    expect(run('pdfinfo', long).toString()).toMatch(/Pages:\s+1\n/);
    expect(scan(300, long).equals(printed.seal)).toBe(true);
  });

  it('says nothing of a specimen where the post is no demonstration', async () => {
    const real = await drawn({ ...printed.content, specimen: false }, 'real.pdf');
    expect(text(real)).not.toMatch(/SPECIMEN/);
  });
});
