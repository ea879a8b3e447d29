import { sealModules } from './seal-modules.js';

describe('the Data Matrix of a seal', () => {
  it.each([134, 136])('of %i bytes has 44 × 44 modules and the finder of ISO/IEC 16022', (length) => {
    const modules = sealModules(Buffer.alloc(length, 0xdc));
    expect(modules).toHaveLength(44);
    expect(modules.every((row) => row.length === 44 && row[0])).toBe(true);
    expect(modules.at(-1)!.every(Boolean)).toBe(true);
    expect(modules[0]!.every((module, column) => module === (column % 2 === 0))).toBe(true);
  });
});
