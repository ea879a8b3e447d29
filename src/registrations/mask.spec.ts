import { maskName, maskNames } from './mask.js';

describe('masked names', () => {
  it('show the first letter of each part', () => {
    expect(maskName('Siti Aminah')).toBe('S••• A•••');
  });

  it('tell people who are together from each other, with no more letters than that takes', () => {
    expect(maskNames(['Siti Aminah', 'Siti Aisyah', 'Budi Contoh'])).toEqual([
      'Si••• Am•••',
      'Si••• Ai•••',
      'B••• C•••',
    ]);
    expect(maskNames(['Ana', 'Anaïs'])).toEqual(['Ana•••', 'Anaï•••']);
  });

  it('stay short, and show no more where that does not help', () => {
    const long = 'Muhammad Rizki Abdul Rahman Hidayat';
    const [one, other] = maskNames([long, long]);
    expect(one).toBe(maskName(long).slice(0, 20));
    expect(other).toBe(one);
    for (const mask of maskNames([long, long.replace('Muhammad', 'Muhamad')]))
      expect(mask.length).toBeLessThanOrEqual(20);
  });
});
