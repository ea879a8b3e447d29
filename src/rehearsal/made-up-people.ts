import { HIGH_NEEDS, type Need } from '../registrations/needs.js';
import type { RegistrationRequest } from '../registrations/intake/intake.dto.js';

const SYLLABLES = [
  'ba',
  'ra',
  'su',
  'ti',
  'wi',
  'na',
  'yo',
  'ma',
  'di',
  'ku',
  'le',
  'sa',
  'ri',
  'ta',
  'nu',
  'pe',
];
const PROVINCES = ['Sumatera Utara', 'Riau', 'Jawa Barat', 'Kalimantan Barat', 'Sulawesi Utara', 'Bali'];

/** How somebody reports: on a phone, at a kiosk, or at the desk of a shelter. */
export type Way = 'self' | 'kiosk' | 'organisation';

export interface MadeUpPerson {
  report: RegistrationRequest;
  way: Way;
  /** Does not come the first time they are called. */
  missesFirstCall: boolean;
}

/** Shares as in January 2026: most without papers, one in eight vulnerable, one in fifty in danger. */
const SHARE = {
  self: 0.3,
  kiosk: 0.5,
  singleName: 0.15,
  yearUnknown: 0.1,
  nationalId: 0.2,
  danger: 0.02,
  need: 0.12,
};

/** Somebody who does not exist, and whose name says so. */
export function madeUpPerson(random: () => number, index: number): MadeUpPerson {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const word = () => {
    const text = pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES);
    return text[0]!.toUpperCase() + text.slice(1);
  };
  const way = random();
  const names = random() < SHARE.singleName ? [word()] : [word(), word()];
  const birthDate =
    random() < SHARE.yearUnknown
      ? {}
      : {
          year: 1966 + Math.floor(random() * 40),
          month: 1 + Math.floor(random() * 12),
          day: 1 + Math.floor(random() * 28),
        };
  const digits = String(Math.floor(random() * 1e8)).padStart(8, '0');
  return {
    way: way < SHARE.self ? 'self' : way < SHARE.self + SHARE.kiosk ? 'kiosk' : 'organisation',
    missesFirstCall: random() < 0.05,
    report: {
      post: 'PNH',
      fullName: `${names.join(' ')} Contoh`,
      birthDate,
      sex: random() < 0.8 ? 'M' : 'F',
      ...(random() < SHARE.nationalId && { nationalId: `99${String(index).padStart(6, '0')}${digits}` }),
      homeProvince: pick(PROVINCES),
      contact: { method: 'none' },
      whereNow: 'A guest house (made up)',
      needs: needs(random, pick),
      consents: ['embassy-assistance', 'home-ministry', 'host-exit-clearance'],
      language: random() < 0.9 ? 'id' : 'en',
    },
  };
}

function needs(random: () => number, pick: <T>(list: readonly T[]) => T): Need[] {
  if (random() < SHARE.danger) return ['danger-now'];
  return random() < SHARE.need ? [pick(HIGH_NEEDS)] : [];
}
