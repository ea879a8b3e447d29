import { create } from 'qrcode';

/** A QR code as one SVG path in modules, so that a page needs neither an image request nor trusted mark-up. */
export interface QrDrawing {
  /** Width and height in modules, quiet zone of 4 included (ISO/IEC 18004). */
  size: number;
  path: string;
}

const QUIET_ZONE = 4;

/** @param text what the code says, at most about 300 characters to stay readable from a cheap phone's screen. */
export function drawQr(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const path: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path.push(`M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`);
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path: path.join('') };
}
