import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A picture in greys: one byte a pixel, rows from the top. */
export interface GreyPicture {
  width: number;
  height: number;
  pixels: Buffer;
}

let prepared = false;

/** The reader is WebAssembly from the package itself; left alone it would fetch it from the network. */
function prepare(): void {
  if (prepared) return;
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(file).buffer } });
  prepared = true;
}

/** The bytes of the Data Matrix in a picture, or null where none can be read. Takes the processor for up to a second. */
export async function readSealPicture({ width, height, pixels }: GreyPicture): Promise<Buffer | null> {
  prepare();
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < pixels.length; at++) {
    const grey = pixels[at] ?? 0;
    data[4 * at] = data[4 * at + 1] = data[4 * at + 2] = grey;
    data[4 * at + 3] = 255;
  }
  // What a browser calls ImageData, which Node's types do not know.
  const picture: object = { width, height, data, colorSpace: 'srgb' };
  const found = (await readBarcodes(picture, {
    formats: ['DataMatrix'],
    tryHarder: true,
    maxNumberOfSymbols: 1,
  })) as { isValid: boolean; bytes: Uint8Array }[];
  const symbol = found.find(({ isValid }) => isValid);
  return symbol ? Buffer.from(symbol.bytes) : null;
}
