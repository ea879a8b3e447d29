export type PictureFormat = 'jpeg' | 'png' | 'webp';

/**
 * What a file is by its first bytes, whatever its name or type says. Three formats that phones and cameras make; everything
 * else (SVG, PDF, TIFF, archives) is not even tried.
 */
export function pictureFormat(bytes: Buffer): PictureFormat | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return 'jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))) return 'png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  return undefined;
}
