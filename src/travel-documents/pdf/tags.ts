import type { Pdf } from './pen.js';

/** What a part of the sheet is to somebody who hears it read out. */
export type PartKind = 'H1' | 'H2' | 'P' | 'Figure';

/** Marks what is drawn as parts of the document or as decoration (ISO 32000-1 section 14.8, tagged PDF). */
export class Tags {
  private readonly root: ReturnType<Pdf['struct']>;

  constructor(private readonly pdf: Pdf) {
    this.root = pdf.struct('Document');
    pdf.addStructure(this.root);
  }

  /** @param as what a figure shows, in words; a language (BCP 47) other than the document's */
  part(kind: PartKind, draw: () => void, as: { alt?: string; lang?: string } = {}): void {
    const content = this.pdf.markStructureContent(kind);
    draw();
    this.pdf.endMarkedContent();
    this.root.add(this.pdf.struct(kind, as, [content]));
  }

  decoration(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  end(): void {
    this.root.end();
  }
}
