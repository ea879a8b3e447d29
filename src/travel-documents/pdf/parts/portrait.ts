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

/** The holder's photograph. */
export function drawPortrait(
  pdf: Pdf,
  tags: Tags,
  words: DocumentWords,
  { x, y }: Corner,
  portrait: Buffer,
): void {
  tags.part(
    'Figure',
    () => {
      pdf.image(portrait, x, y, { width: SIZE.width, height: SIZE.height });
      pdf.lineWidth(0.6).strokeColor(INK.band, 1).rect(x, y, SIZE.width, SIZE.height).stroke();
    },
    { alt: words.say('photo-of-holder').english },
  );
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
