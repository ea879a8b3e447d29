/** Reproducible numbers from a seed (mulberry32), in 0..1. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = ['ba', 'ra', 'su', 'ti', 'wi', 'na', 'yo', 'ma', 'di', 'ku', 'le', 'sa', 'ri', 'ta', 'nu', 'pe'];
const PROVINCES = ['Sumatera Utara', 'Riau', 'Jawa Barat', 'Kalimantan Barat', 'Sulawesi Utara', 'Bali'];
const HIGH = ['injured-or-ill', 'pregnant', 'no-shelter-tonight', 'held-or-forced', 'no-food-or-money'];

export interface MadeUpPerson {
  report: Record<string, unknown>;
  /** Does not come the first time they are called. */
  missesFirstCall: boolean;
}

/** People as in January 2026: most without papers, one in eight vulnerable. All of them are made up and say so. */
export function madeUpPerson(random: () => number, index: number): MadeUpPerson {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const word = () => {
    const text = pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES);
    return text[0]!.toUpperCase() + text.slice(1);
  };
  const single = random() < 0.15;
  const year = random() < 0.1 ? undefined : 1966 + Math.floor(random() * 40);
  return {
    missesFirstCall: random() < 0.05,
    report: {
      post: 'PNH',
      fullName: single ? `${word()} (contoh)` : `${word()} ${word()} (contoh ${index})`,
      birthDate: year === undefined ? {} : { year, month: 1 + Math.floor(random() * 12), day: 1 + Math.floor(random() * 28) },
      sex: random() < 0.8 ? 'M' : 'F',
      ...(random() < 0.2 && { nationalId: `99${String(index).padStart(6, '0')}${String(Math.floor(random() * 1e8)).padStart(8, '0')}` }),
      homeProvince: pick(PROVINCES),
      contact: { method: 'none' },
      whereNow: 'A guest house (made up)',
      needs: random() < 0.02 ? ['danger-now'] : random() < 0.12 ? [pick(HIGH)] : [],
      consents: ['embassy-assistance', 'home-ministry', 'host-exit-clearance'],
      language: random() < 0.9 ? 'id' : 'en',
    },
  };
}
