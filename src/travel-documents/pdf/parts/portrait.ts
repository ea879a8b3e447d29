import type { DocumentWords } from '../document-words.js';
import { type Pdf, write } from '../pen.js';
import { INK, mm } from '../sheet.js';
import type { Tags } from '../tags.js';

interface Corner {
  x: number;
  y: number;
}

/** As passports have it (ICAO Doc 9303-3 section 3.9.1). */
const SIZE = { width: mm(35), height: mm(45) } as const;
const GHOST = 2 / 3;

/** What pdfkit takes for an image besides a file's name, and its types leave out. */
export type Photo = string;
interface OpensImages {
  openImage(bytes: Buffer): Photo;
}
/** Opened once and drawn twice: the file holds its bytes once. */
export const openPhoto = (pdf: Pdf, portrait: Buffer): Photo =>
  (pdf as unknown as OpensImages).openImage(portrait);

/** The holder's photograph. */
export function drawPortrait(
  pdf: Pdf,
  tags: Tags,
  words: DocumentWords,
  { x, y }: Corner,
  photo: Photo,
): void {
  tags.part(
    'Figure',
    () => {
      pdf.image(photo, x, y, { width: SIZE.width, height: SIZE.height });
      pdf.lineWidth(0.7).strokeColor(INK.band, 1).rect(x, y, SIZE.width, SIZE.height).stroke();
      const gap = mm(0.8);
      pdf.lineWidth(0.4).strokeColor(INK.gold, 1);
      pdf.rect(x - gap, y - gap, SIZE.width + 2 * gap, SIZE.height + 2 * gap).stroke();
    },
    { alt: words.say('photo-of-holder').english },
  );
}

/** The photograph once more, small and faint among the fine lines: whoever exchanges the large one must match it. */
export function drawGhost(pdf: Pdf, tags: Tags, { x, y }: Corner, photo: Photo): void {
  tags.decoration(() => {
    pdf.save().fillOpacity(0.34);
    pdf.image(photo, x, y, { width: SIZE.width * GHOST, height: SIZE.height * GHOST });
    pdf.restore();
  });
}

/** Where there is no photograph on file, a frame for one on paper. */
export function drawPhotoFrame(pdf: Pdf, tags: Tags, words: DocumentWords, { x, y }: Corner): void {
  const photo = words.say('photo');
  const middle = x + SIZE.width / 2;
  tags.part(
    'Figure',
    () => {
      pdf.fillColor(INK.white, 0.75).rect(x, y, SIZE.width, SIZE.height).fill();
      pdf.lineWidth(0.6).strokeColor(INK.band, 1).dash(2.4, { space: 1.6 });
      pdf.rect(x, y, SIZE.width, SIZE.height).stroke().undash();
      const line = { ink: INK.quiet, align: 'center' } as const;
      write(pdf, photo.english, middle, y + mm(20.5), { ...line, face: 'strong', size: 9 });
      if (photo.own !== null)
        write(pdf, photo.own, middle, y + mm(24.6), { ...line, face: 'slanted', size: 9 });
      write(pdf, '35 × 45 mm', middle, y + mm(29.6), { ...line, size: 7 });
    },
    { alt: words.say('photo-empty').english },
  );
}
