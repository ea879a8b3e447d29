/** Burmese, as its syllables are spelt in Latin letters by those who bear the names: အောင်ဆန်း is "aung san". */
const CONSONANTS: Record<string, string> = {
  က: 'k', ခ: 'kh', ဂ: 'g', ဃ: 'g', င: 'ng', စ: 's', ဆ: 's', ဇ: 'z', ဈ: 'z', ဉ: 'ny', ည: 'ny', ဋ: 't', ဌ: 'ht', ဍ: 'd', ဎ: 'd',
  ဏ: 'n', တ: 't', ထ: 'ht', ဒ: 'd', ဓ: 'd', န: 'n', ပ: 'p', ဖ: 'ph', ဗ: 'b', ဘ: 'b', မ: 'm', ယ: 'y', ရ: 'y', လ: 'l', ဝ: 'w', သ: 'th',
  ဟ: 'h', ဠ: 'l', အ: '', ဥ: 'u', ဦ: 'u', ဧ: 'ay', ဣ: 'i', ဤ: 'i', ဩ: 'aw', ဪ: 'aw', ဿ: 'th',
}; // prettier-ignore

/** Vowel signs with the consonant that ends the syllable, the longest first. */
const RHYMES: [string, string][] = [
  ['ောင်', 'aung'], ['ောက်', 'auk'], ['ိုင်', 'aing'], ['ိုက်', 'aik'], ['ော်', 'aw'], ['ော', 'aw'], ['ါင်', 'aung'],
  ['ိန်', 'ein'], ['ိမ်', 'ein'], ['ိတ်', 'eik'], ['ိပ်', 'eik'], ['ုန်', 'on'], ['ုမ်', 'on'], ['ုတ်', 'ok'], ['ုပ်', 'ok'],
  ['ိုယ်', 'o'], ['ိုး', 'o'], ['ို', 'o'], ['ုံ', 'on'], ['ိံ', 'ein'], ['ါ', 'a'], ['ာ', 'a'], ['ိ', 'i'], ['ီ', 'i'], ['ု', 'u'], ['ူ', 'u'],
  ['ေ', 'ay'], ['ဲ', 'e'], ['ံ', 'an'], ['က်', 'et'], ['င်', 'in'], ['စ်', 'it'], ['ည်', 'yi'], ['ဉ်', 'in'], ['န်', 'an'], ['မ်', 'an'],
  ['တ်', 'at'], ['ပ်', 'at'], ['ယ်', 'e'],
]; // prettier-ignore

const SYLLABLE =
  /([\u1000-\u102a\u103f])([\u103b-\u103e]*)((?:[\u102b-\u1032\u1036]*)(?:[\u1000-\u1021](?=[\u1037\u1038]*\u103a)[\u1037\u1038]*\u103a|\u103a)?)[\u1037\u1038\u103a]*/g;

/** Its words are syllables, each a word of its own. */
export const fromBurmese = (text: string): string =>
  text
    .replace(/\u1039(?=[\u1000-\u1021])/g, '\u103a')
    .replace(
      SYLLABLE,
      (_, letter: string, medials: string, rhyme: string) => ` ${syllable(letter, medials, rhyme)} `,
    );

function syllable(letter: string, medials: string, rhyme: string): string {
  let onset = CONSONANTS[letter] ?? '';
  if (medials.includes('ှ')) onset = letter === 'ရ' || letter === 'ယ' ? 'sh' : `h${onset}`;
  const glide = /[ျြ]/.test(medials);
  if (glide) onset += 'y';
  const plain = rhyme.replace(/[\u1037\u1038]/g, '');
  const known =
    RHYMES.find(([written]) => written === plain)?.[1] ?? (/^[a-z]*[aeiou]/.test(onset) ? '' : 'a');
  if (!medials.includes('ွ')) return onset + (glide && known === 'yi' ? 'i' : known);
  return onset + (/^a[nt]$/.test(known) ? known.replace('a', 'u') : `w${known === 'ay' ? 'e' : known}`);
}
