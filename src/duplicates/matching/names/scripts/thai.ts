/** Thai writes these vowels before the consonant that they follow. */
const VOWEL_FIRST = /([\u0e40-\u0e44])([\u0e01-\u0e2e])/g;
/** A letter under this mark is written, and silent; so is the one before it in ทร์ and the like. */
const SILENT = /(?:[ทตดก](?=ร))?[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c/g;
const DOUBLED_R = /รร/g;

/** Letters that Latin spelling writes with an h or without; at the end of a word r and l are said as n. */
const LETTERS: [RegExp, string][] = [
  [/[ผพภ]/g, 'ป'],
  [/[ฐฑฒถทธ]/g, 'ต'],
  [/[ขคฆ]/g, 'ก'],
  [/(?<=ต)ร(?![\u0e00-\u0e7f])/g, ''],
  [/[รลฬ](?![\u0e00-\u0e7f])/g, 'น'],
];

/** In the order in which it is said, without what is not. */
export const asSaid = (text: string): string =>
  LETTERS.reduce(
    (all, [what, by]) => all.replace(what, by),
    text.replace(SILENT, '').replace(DOUBLED_R, 'น').replace(VOWEL_FIRST, '$2$1'),
  );
