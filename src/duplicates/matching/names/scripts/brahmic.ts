/**
 * Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada and Malayalam, whose blocks of Unicode are laid out
 * alike: what a letter stands for follows from its place in the block. A consonant is followed by an "a" that is not written.
 */
const FIRST = 0x0900;
const LAST = 0x0d7f;
const BLOCK = 0x80;

/** A capital is what stays: the long "a", and a nasal that is no consonant of its own. */
const VOWELS = 'a A i i u u ri l e e e ai o o o au'.split(' ');
const CONSONANTS =
  'k kh g gh ng ch ch j jh ny t th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h'.split(' ');
const SIGNS = 'A i i u u ri ri e e e ai o o o au'.split(' ');
const [FIRST_VOWEL, FIRST_CONSONANT, FIRST_SIGN, VIRAMA, NUKTA] = [0x05, 0x15, 0x3e, 0x4d, 0x3c];
/** Letters with a dot under them are sounds of other languages. */
const DOTTED: Record<string, string> = { j: 'z', ph: 'f', d: 'r', dh: 'rh', kh: 'kh', y: 'y' };
/** What stands for a nasal, or a consonant without its vowel, in places of its own. */
const SINGLE: Record<string, string> = { ৎ: 't', ൺ: 'n', ൻ: 'n', ർ: 'r', ൽ: 'l', ൾ: 'l', ৰ: 'ra', ৱ: 'wa' };

const NASALS = [0x01, 0x02, 0x70];
const DEVANAGARI_TO_GUJARATI = [0, 1, 2, 3];
const [BENGALI, TAMIL] = [1, 5];

/** A Sinhala consonant that no sign follows. */
const SINHALA_ALONE = /([\u0d9a-\u0dc6])(?![\u0dca\u0dcf-\u0ddf])/g;
const BRAHMIC = /[\u0900-\u0d7f\u200c\u200d]+/g;

/** Each word of these scripts in Latin letters. */
export const fromBrahmic = (text: string): string =>
  text.replace(BRAHMIC, word).replace(SINHALA_ALONE, '$1අ');

function word(letters: string): string {
  let latin = '';
  let open = false;
  let block = 0;
  for (const letter of letters) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < FIRST || code > LAST) continue;
    block = Math.floor((code - FIRST) / BLOCK);
    const at = (code - FIRST) % BLOCK;
    const [vowel, consonant, sign] = [
      VOWELS[at - FIRST_VOWEL],
      CONSONANTS[at - FIRST_CONSONANT],
      SIGNS[at - FIRST_SIGN],
    ];
    if (SINGLE[letter] !== undefined) [latin, open] = [latin + (open ? 'a' : '') + SINGLE[letter], false];
    else if (NASALS.includes(at)) [latin, open] = [`${latin}${open ? 'a' : ''}N`, false];
    else if (consonant !== undefined) {
      latin += (open ? 'a' : '') + (block === BENGALI && at === 0x2f ? 'j' : consonant);
      open = true;
    } else if (vowel !== undefined) [latin, open] = [latin + (open ? 'a' : '') + vowel, false];
    else if (sign !== undefined) [latin, open] = [latin + sign, false];
    else if (at === VIRAMA) open = false;
    else if (at === NUKTA) latin = dotted(latin);
  }
  const full = open ? `${latin}a` : latin;
  const said = DEVANAGARI_TO_GUJARATI.includes(block) ? withoutSilent(full) : full;
  return block === TAMIL ? voiced(said.toLowerCase()) : said.toLowerCase();
}

function dotted(latin: string): string {
  const last = /(?:[kjd]h|ph|[jdy])$/.exec(latin)?.[0] ?? '';
  return latin.slice(0, latin.length - last.length) + (DOTTED[last] ?? last);
}

const CONSONANT = '(?:[kgcjtdpbs]h|ny|ng|[b-df-hj-np-tv-z])';
const SILENT_AT_END = new RegExp(`(?<=[aAeiou]N?${CONSONANT})a$`);
const SILENT_BEFORE = new RegExp(`[aAeiou]${CONSONANT}$`);
const SILENT_BEHIND = new RegExp(`^${CONSONANT}[ry]?[aAeiou]`);

/** In the north of India the "a" is silent at the end of a word, and between two syllables. */
function withoutSilent(latin: string): string {
  let text = latin.replace(SILENT_AT_END, '');
  for (let at = text.length - 1; at > 0; at--)
    if (text[at] === 'a' && SILENT_BEFORE.test(text.slice(0, at)) && SILENT_BEHIND.test(text.slice(at + 1)))
      text = text.slice(0, at) + text.slice(at + 1);
  return text;
}

/** Tamil writes k and g, t and d, p and b with one letter: within a word, alone, it is the soft one. */
const VOICED: Record<string, string> = { k: 'g', t: 'd', p: 'b', ch: 's' };
const voiced = (latin: string): string =>
  latin
    .replace(/(?<=[aeioumn])(ch|[ktp])(?=[aeiou])/g, (hard) => VOICED[hard] ?? hard)
    .replace(/^ch(?=[aeiou])/, 's');
