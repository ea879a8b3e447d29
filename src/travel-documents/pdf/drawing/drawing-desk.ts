import { readCatalogues } from '../../../platform/i18n/catalogue-files.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { DocumentWords } from '../document-words.js';
import { drawDocument } from '../draw-document.js';
import type { DocumentToDraw } from '../draw-sheet.js';
import { SheetsFile } from '../sheets-file.js';
import type { DrawingRequest, SheetToDraw } from './drawing-request.js';

const NOTHING = Buffer.alloc(0);

/** Draws what is asked for, one thing after the other. */
export class DrawingDesk {
  private readonly translator = new Translator(readCatalogues());
  private readonly files = new Map<string, SheetsFile>();

  /** @throws Error where a file is not known */
  async answer(request: DrawingRequest): Promise<Buffer> {
    switch (request.act) {
      case 'sheet':
        return drawDocument(this.withWords(request));
      case 'begin':
        this.files.set(request.file, new SheetsFile(request.facts));
        return NOTHING;
      case 'add':
        return this.file(request.file).add(this.withWords(request));
      case 'end': {
        const ended = await this.file(request.file).end();
        this.files.delete(request.file);
        return ended;
      }
      case 'drop':
        this.files.delete(request.file);
        return NOTHING;
    }
  }

  private file(id: string): SheetsFile {
    const file = this.files.get(id);
    if (!file) throw new Error('no such file is being drawn');
    return file;
  }

  /** What crossed over as bytes becomes a buffer again. */
  private withWords({ document, checkAddress }: SheetToDraw): DocumentToDraw {
    const { seal, portrait, content } = document;
    return {
      ...document,
      seal: Buffer.from(seal),
      portrait: portrait && Buffer.from(portrait),
      words: new DocumentWords(this.translator, content.issuer),
      checkAddress,
    };
  }
}
