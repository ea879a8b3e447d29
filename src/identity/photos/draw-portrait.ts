import sharp, { type Metadata } from 'sharp';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { pictureFormat } from './picture-format.js';

/** 35 x 45 mm at 300 dots an inch: the size of a portrait in a travel document (Doc 9303-3 section 3.9). */
export const PORTRAIT = { width: 413, height: 531 } as const;

/** What is taken at all: more than the largest phone cameras make, far less than fills memory. */
export const PHOTO_LIMITS = {
  bytes: 12 * 1024 * 1024,
  pixels: 64_000_000,
  side: 12_000,
  least: 240,
} as const;

/** Of which format, so many pixels are decoded at most; PNG and WebP cannot be decoded at a smaller size as JPEG can. */
const PIXELS = { jpeg: PHOTO_LIMITS.pixels, png: 26_000_000, webp: 26_000_000 } as const;

const SECONDS = 4;
const AT_ONCE = 3;
const WAITING = 24;

const pointer = '/photo';
let atWork = 0;
const line: (() => void)[] = [];

/**
 * Draws a portrait anew from a photo: turned upright, cropped to 35 x 45, in sRGB, without any metadata. What comes out
 * holds nothing of the file but its visible pixels. Decoding runs on threads of its own, a few pictures at once.
 * @returns a JPEG of {@link PORTRAIT}'s size
 * @throws Problem `invalid-input`: `not-a-picture`, `picture-too-large`, `picture-too-small`; `busy` (503)
 */
export async function drawPortrait(photo: Buffer): Promise<Buffer> {
  const format = pictureFormat(photo);
  if (!format) throw invalid({ pointer, code: 'not-a-picture' });
  await requireSize(photo, PIXELS[format]);
  return inTurn(() =>
    read(photo, PIXELS[format])
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ ...PORTRAIT, fit: 'cover', position: sharp.strategy.attention })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
      .toBuffer()
      .catch(refuse),
  );
}

const read = (photo: Buffer, limitInputPixels: number) =>
  sharp(photo, { limitInputPixels, failOn: 'error', sequentialRead: true, pages: 1 });

/** From the header alone: nothing is decoded. */
async function requireSize(photo: Buffer, pixels: number): Promise<void> {
  const { width, height } = await sharp(photo, { limitInputPixels: false, pages: 1 })
    .metadata()
    .catch((): Pick<Metadata, 'width' | 'height'> => refuse());
  if (width * height > pixels || Math.max(width, height) > PHOTO_LIMITS.side)
    throw invalid({ pointer, code: 'picture-too-large' });
  if (Math.min(width, height) < PHOTO_LIMITS.least) throw invalid({ pointer, code: 'picture-too-small' });
}

function refuse(): never {
  throw invalid({ pointer, code: 'not-a-picture' });
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (line.length >= WAITING) throw new Problem('unavailable', 'busy', { retryAfter: 5 });
  if (atWork >= AT_ONCE) await new Promise<void>((resolve) => line.push(resolve));
  atWork += 1;
  try {
    return await work();
  } finally {
    atWork -= 1;
    line.shift()?.();
  }
}
