import bwip from 'bwip-js';

/** A Data Matrix: rows from the top, true where a module is dark. */
export type Modules = readonly (readonly boolean[])[];

/** The symbol for these bytes, each byte as it is (ISO/IEC 16022, ECC 200). 134 bytes give 44 × 44 modules. */
export function sealModules(bytes: Buffer): Modules {
  const text = [...bytes].map((byte) => `^${String(byte).padStart(3, '0')}`).join('');
  const options = { bcid: 'datamatrix', text, parse: true, binarytext: true };
  const [symbol] = bwip.raw(options as Parameters<typeof bwip.raw>[0]) as unknown as [
    { pixs: number[]; pixx: number; pixy: number },
  ];
  return Array.from({ length: symbol.pixy }, (_, row) =>
    symbol.pixs.slice(row * symbol.pixx, (row + 1) * symbol.pixx).map((module) => module === 1),
  );
}
