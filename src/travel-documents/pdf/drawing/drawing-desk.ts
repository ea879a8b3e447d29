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

  /** @returns the bytes that are ready; nothing where the file was begun in a process that has ended since */
  async answer(request: DrawingRequest): Promise<Buffer | undefined> {
    switch (request.act) {
      case 'sheet':
        return drawDocument(this.withWords(request));
      case 'begin':
        this.files.set(request.file, new SheetsFile(request.facts));
        return NOTHING;
      case 'add':
        return this.files.get(request.file)?.add(this.withWords(request));
      case 'end': {
        const ended = await this.files.get(request.file)?.end();
        this.files.delete(request.file);
        return ended;
      }
      case 'drop':
        this.files.delete(request.file);
        return NOTHING;
    }
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
