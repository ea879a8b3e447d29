import type { Pdf } from './pen.js';
import { type Face, FONTS } from './sheet.js';

/** Fonts as they were parsed for the first document: parsing takes longer than drawing does. */
const parsed = new Map<Face, Typeface>();
const FACES = Object.keys(FONTS) as Face[];

/** What pdfkit keeps of the fonts it opened, by the names they were registered under. */
interface WithFonts {
  _fontFamilies: Partial<Record<Face, { font: Typeface }>>;
}

/** Of fontkit, what pdfkit asks for each word. */
interface Typeface {
  hasGlyphForCodePoint(codePoint: number): boolean;
  getGlyph(id: number, codePoints?: number[]): { codePoints: number[] };
  layout(text: string, features?: unknown): Layout;
}
interface Layout {
  positions: object[];
}

/** Words whose shapes are kept: those of the form, and the commonest names. */
const MOST_WORDS = 1500;

/** Registers every face under its own name. */
export function lendTypefaces(pdf: Pdf): void {
  for (const face of FACES) pdf.registerFont(face, (parsed.get(face) ?? FONTS[face]) as unknown as string);
}

/** Whether a face has a shape for a code point. */
export function shapesOf(pdf: Pdf, face: Face): (codePoint: number) => boolean {
  pdf.font(face);
  const font = (pdf as unknown as WithFonts)._fontFamilies[face]?.font;
  return (codePoint) => font === undefined || font.hasGlyphForCodePoint(codePoint);
}

/** Keeps what this document had to parse. Subsets are each document's own. */
export function keepTypefaces(pdf: Pdf): void {
  const opened = (pdf as unknown as WithFonts)._fontFamilies;
  for (const face of FACES) {
    const font = opened[face]?.font;
    if (font && !parsed.has(face)) parsed.set(face, withMemory(withLetters(font)));
  }
}

/**
 * A font whose letters are readable whatever was drawn before: a glyph that an earlier sheet needed as part of another
 * (Đ, of which Ð is made) is kept without its letter, and would be drawn without standing in the text.
 */
function withLetters(font: Typeface): Typeface {
  const glyphOf = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph = glyphOf(id, codePoints);
    if (glyph.codePoints.length === 0) glyph.codePoints = codePoints;
    return glyph;
  };
  return font;
}

/** A font that lays the same word out once. pdfkit scales positions in place: it gets its own each time. */
function withMemory(font: Typeface): Typeface {
  const known = new Map<string, Layout>();
  const layOut = font.layout.bind(font);
  font.layout = (text, features) => {
    if (features !== undefined && features !== null) return layOut(text, features);
    const laidOut = known.get(text) ?? layOut(text);
    if (known.size < MOST_WORDS) known.set(text, laidOut);
    const own = Object.create(laidOut) as Layout;
    own.positions = laidOut.positions.map((position) =>
      Object.assign(Object.create(Object.getPrototypeOf(position) as object) as object, position),
    );
    return own;
  };
  return font;
}
