import type { MrzFault } from './mrz-fault.js';
import { MRZ_LAYOUTS, type MrzFormat } from './mrz-layout.js';

export type MrzLines =
  { ok: true; format: MrzFormat; lines: readonly string[] } | { ok: false; faults: readonly MrzFault[] };

/**
 * The lines in what a person typed or pasted or a reader sent as key strokes: capitals, without spaces, line breaks and
 * the control characters that readers put around them. The number of characters tells the format.
 */
export function splitMrz(text: string): MrzLines {
  const characters = [...text.replace(/[\s\p{C}]/gu, '').replace(/[a-z]/g, (letter) => letter.toUpperCase())];
  const format = (Object.keys(MRZ_LAYOUTS) as MrzFormat[]).find(
    (name) => MRZ_LAYOUTS[name].lines * MRZ_LAYOUTS[name].width === characters.length,
  );
  if (!format) return { ok: false, faults: [{ kind: 'length', characters: characters.length }] };
  const { width, lines } = MRZ_LAYOUTS[format];
  const faults = characters.flatMap((character, index): MrzFault[] =>
    /[0-9A-Z<]/.test(character)
      ? []
      : [
          {
            kind: 'character',
            character,
            line: Math.floor(index / width) + 1,
            position: (index % width) + 1,
          },
        ],
  );
  if (faults.length > 0) return { ok: false, faults };
  const joined = characters.join('');
  return {
    ok: true,
    format,
    lines: Array.from({ length: lines }, (_, line) => joined.slice(line * width, (line + 1) * width)),
  };
}
