import sharp from 'sharp';
import { readSealPicture } from './read-seal-picture.js';

/** A photograph of 24 megapixels; more is refused before it is decoded. */
const MOST_PIXELS = 24_000_000;
/** Sides, in dots, at which a sheet of A4 is still read; a smaller one first, which is quicker. */
const SIDES = [1600, 3200];

/** The script of a worker thread: the seal in a picture, or null where none can be read. */
export default async function read(bytes: Uint8Array): Promise<Uint8Array | null> {
  for (const side of SIDES) {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const seal = await readSealPicture({ width: info.width, height: info.height, pixels: data });
    if (seal) return seal;
  }
  return null;
}
