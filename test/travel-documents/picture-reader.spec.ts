import bwipjs from 'bwip-js';
import sharp from 'sharp';
import { PictureReader } from '../../src/travel-documents/checks/picture-reader.js';

describe('reading a seal in a picture', () => {
  const reader = new PictureReader();
  const { longestMs } = reader;
  let picture: Buffer;
  beforeAll(async () => {
    const symbol = bwipjs.toSVG({ bcid: 'datamatrix', text: 'a seal', scale: 8, padding: 8 });
    picture = await sharp(Buffer.from(symbol)).flatten({ background: '#ffffff' }).png().toBuffer();
  });
  afterAll(() => reader.onApplicationShutdown());

  it('gives up a picture that takes too long, and reads the next one', async () => {
    reader.longestMs = 1;
    expect(await reader.read(picture)).toBeNull();
    reader.longestMs = 30 * longestMs;
    expect((await reader.read(picture))?.toString('latin1')).toBe('a seal');
  });

  it('lets no more wait than are soon read', async () => {
    reader.longestMs = 30 * longestMs;
    const asked = Array.from({ length: 10 }, () => reader.read(picture).catch((error: Error) => error));
    const [busy, ...read] = (await Promise.all(asked)).reverse();
    expect(busy).toMatchObject({ code: 'busy' });
    expect(read.map(String)).toEqual(Array.from({ length: 9 }, () => 'a seal'));
  });
});
