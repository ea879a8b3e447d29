/** What people write again and again (the top of published lists, and of those who work at an embassy), in two languages. */
const WORDS =
  `password passwort passwd katasandi sandi rahasia secret admin administrator officer petugas supervisor approver
  analyst auditor protection staff welcome selamat datang pagi embassy kedutaan kbri konsulat consulate indonesia merdeka
  jakarta garuda pulang home letmein login masuk iloveyou sayang cinta bismillah alhamdulillah monkey dragon football
  sunshine princess master superman batman summer winter trustno changeme default correct horse battery staple`.split(
    /\s+/,
  );

/** Along these, forwards and backwards, hands and alphabets run. */
const LINES = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujm',
].flatMap((line) => [line, [...line].reverse().join('')]);

const LOOK_ALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

const SHORTEST_RUN = 4;
const FEWEST_DIFFERENT = 6;
/** So many characters must be none of what everybody would try. */
const FEWEST_OWN = 8;

/**
 * Whether a password would be among the first to be tried (ASVS 5.0 6.2.4 and 6.2.11): repeated, a run of keys, or little
 * more than known words, years and the holder's own names. It makes no rule about kinds of characters.
 * @param names of the account, as they are written
 */
export function isGuessable(password: string, names: readonly string[]): boolean {
  const small = password.normalize('NFKC').toLowerCase();
  const unmasked = [...small].map((character) => LOOK_ALIKES[character] ?? character).join('');
  const words = [...WORDS, ...names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u))]
    .filter((word) => word.length > 2)
    .sort((a, b) => b.length - a.length);
  return [small, unmasked].some((text) => isWeak(onlyLettersAndDigits(text), words));
}

const onlyLettersAndDigits = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');

function isWeak(text: string, words: readonly string[]): boolean {
  if (new Set(text).size < FEWEST_DIFFERENT || isRepeated(text)) return true;
  let own = 0;
  for (let at = 0; at < text.length;) {
    const known = knownAt(text, at, words);
    if (known === 0) own++;
    at += known || 1;
  }
  return own < FEWEST_OWN;
}

/** Whether it is one piece over and over, the last time maybe not whole. */
function isRepeated(text: string): boolean {
  for (let piece = 1; piece <= text.length / 2; piece++)
    if (text.slice(piece) === text.slice(0, -piece)) return true;
  return false;
}

/** How much of it, from there on, everybody would try. */
function knownAt(text: string, at: number, words: readonly string[]): number {
  const rest = text.slice(at);
  const word = words.find((one) => rest.startsWith(one))?.length ?? 0;
  const year = /^(?:19|20)\d\d/.test(rest) ? 4 : 0;
  const same = /^(.)\1{2,}/u.exec(rest)?.[0].length ?? 0;
  return Math.max(word, year, same, ...LINES.map((line) => runAlong(line, rest)));
}

function runAlong(line: string, text: string): number {
  let length = SHORTEST_RUN;
  if (!line.includes(text.slice(0, length)) || text.length < length) return 0;
  while (length < text.length && line.includes(text.slice(0, length + 1))) length++;
  return length;
}
