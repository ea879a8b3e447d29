import { fileURLToPath } from 'node:url';

/** Points in a millimetre. */
export const MM = 72 / 25.4;
export const mm = (millimetres: number): number => millimetres * MM;

/** A4, with what stands at its sides and foot (all in points). */
export const SHEET = {
  width: mm(210),
  height: mm(297),
  left: mm(16),
  right: mm(194),
  /** The foot that is kept free for machines: 23.2 mm (ICAO Doc 9303-3 section 2). */
  footTop: mm(297 - 23.2),
} as const;

const fontFile = (name: string): string => fileURLToPath(new URL(`./fonts/${name}.otf`, import.meta.url));

/** IBM Plex (SIL Open Font License) for people, OCR-B (public domain) for machines. */
export const FONTS = {
  text: fontFile('IBMPlexSans-Regular'),
  strong: fontFile('IBMPlexSans-SemiBold'),
  title: fontFile('IBMPlexSerif-SemiBold'),
  slanted: fontFile('IBMPlexSerif-Italic'),
  machine: fontFile('OCRB'),
} as const;
export type Face = keyof typeof FONTS;

export const INK = {
  text: '#10243b',
  quiet: '#4b5d70',
  line: '#8496a6',
  band: '#123a5c',
  teal: '#2f8f8c',
  blue: '#3f6fa3',
  rose: '#b5566b',
  gold: '#a8843c',
  specimen: '#c22f3e',
  white: '#ffffff',
} as const;

/** OCR-B size 1: ten characters an inch, one every 2.54 mm, lines 1/4 inch apart (ICAO Doc 9303-3 section 4). */
export const OCR_B = { size: 9.959, lineGap: mm(6.35) } as const;
