import { setImmediate as pause } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { type DocumentToDraw, drawSheet } from './draw-sheet.js';
import type { Pdf } from './pen.js';
import { Tags } from './tags.js';
import { keepTypefaces, lendTypefaces } from './typefaces.js';

/** What a file says of itself. */
export interface FileFacts {
  title: string;
  author: string;
  date: Date;
}

/** A file of sheets, each on its page, as it is drawn: what is ready of it can be taken away at any time. */
export class SheetsFile {
  private readonly pdf: Pdf;
  private readonly tags: Tags;
  private readonly ended: Promise<void>;
  private ready: Buffer[] = [];
  private pages = 0;

  constructor({ title, author, date }: FileFacts) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/A-2b',
      tagged: true,
      lang: 'en',
      displayTitle: true,
      // None by default: each part says which.
      font: null as unknown as string,
      info: {
        Title: title,
        Author: author,
        Creator: 'Pulang',
        Producer: 'Pulang',
        CreationDate: date,
        ModDate: date,
      },
    });
    this.pdf.on('data', (part: Buffer) => this.ready.push(part));
    this.ended = new Promise<void>((resolve) => this.pdf.on('end', resolve));
    lendTypefaces(this.pdf);
    this.tags = new Tags(this.pdf);
  }

  /** Draws one sheet more. */
  draw(document: DocumentToDraw): void {
    if (this.pages++ > 0) this.pdf.addPage();
    drawSheet(this.pdf, this.tags, document);
  }

  /** Draws one sheet more. @returns what is ready and was not taken before */
  async add(document: DocumentToDraw): Promise<Buffer> {
    this.draw(document);
    // Lets whoever watches look, and what is ready come out.
    await pause();
    return this.take();
  }

  /** @param last is done when all sheets are drawn. @returns the rest */
  async end(last: (pdf: Pdf) => void = () => undefined): Promise<Buffer> {
    this.tags.end();
    last(this.pdf);
    keepTypefaces(this.pdf);
    this.pdf.end();
    await this.ended;
    return this.take();
  }

  private take(): Buffer {
    const taken = Buffer.concat(this.ready);
    this.ready = [];
    return taken;
  }
}
