const VOWELS = 'aeiouy';
/** Letters that one hears or writes for one another. */
const ALIKE = ['bp', 'dt', 'gkqc', 'szcx', 'fvw', 'mn', 'lr', 'jyg', 'hk', 'eiy', 'ou', 'ae', 'dz'];
/** At the end of a name another vowel makes another name: Paulo and Paula. */
const ANOTHER_ENDING = new Set(['ae', 'ea']);

const near = new Set(ALIKE.flatMap((group) => [...group].flatMap((x) => [...group].map((y) => x + y))));
const isVowel = (letter: string) => VOWELS.includes(letter);

const NEAR = 0.5;
const TURNED_ROUND = 0.9;
const UNLIKE = 1.3;

function substitution(x: string, y: string, atEnd: boolean): number {
  if (x === y) return 0;
  if (near.has(x + y) && !(atEnd && ANOTHER_ENDING.has(x + y))) return NEAR;
  return isVowel(x) && isVowel(y) && !atEnd ? 0.8 : UNLIKE;
}

/** A letter too many: a doubled one and an h are hardly heard, a vowel less than a consonant, but not at the end (Louise). */
function insertion(word: string, at: number): number {
  const letter = word[at]!;
  if (letter === word[at - 1]) return 0.2;
  if (letter === 'h') return 0.3;
  if (!isVowel(letter)) return 1;
  return at === word.length - 1 ? UNLIKE : 0.6;
}

/** Another first letter is hardly ever a slip. */
function beginning(x: string, y: string | undefined): number {
  return x === y || x === 'h' || y === 'h' || near.has(`${x}${y}`) || (isVowel(x) && isVowel(y ?? ''))
    ? 0
    : 1;
}

const LETTERS = 128;
const table = (cost: (x: string, y: string) => number): Float64Array =>
  Float64Array.from({ length: LETTERS * LETTERS }, (_, at) =>
    cost(String.fromCharCode(at / LETTERS), String.fromCharCode(at % LETTERS)),
  );
const WITHIN = table((x, y) => substitution(x, y, false));
const AT_END = table((x, y) => substitution(x, y, true));
const AT_START = table(beginning);

const LONGEST = 128;
const [rows, insertions] = [[0, 1, 2].map(() => new Float64Array(LONGEST + 1)), new Float64Array(LONGEST)];

/** What it costs to take one word for the other: an edit distance in which letters that sound alike cost less. */
export function slipCost(one: string, other: string): number {
  if (one === other) return 0;
  const [a, b] = [one.slice(0, LONGEST), other.slice(0, LONGEST)];
  let [before, last, row] = rows as [Float64Array, Float64Array, Float64Array];
  last[0] = 0;
  for (let j = 1; j <= b.length; j++) {
    insertions[j - 1] = insertion(b, j - 1);
    last[j] = last[j - 1]! + insertions[j - 1]! + (j === 1 ? beginning(b[0]!, undefined) : 0);
  }
  for (let i = 1; i <= a.length; i++) {
    const x = a.charCodeAt(i - 1);
    const removal = insertion(a, i - 1);
    row[0] = last[0]! + removal + (i === 1 ? beginning(a[0]!, undefined) : 0);
    for (let j = 1; j <= b.length; j++) {
      const y = b.charCodeAt(j - 1);
      const at = x * LETTERS + y;
      let cost = last[j - 1]! + (i === a.length && j === b.length ? AT_END : WITHIN)[at]!;
      if (i === 1 && j === 1) cost += AT_START[at]!;
      cost = Math.min(cost, last[j]! + removal, row[j - 1]! + insertions[j - 1]!);
      if (i > 1 && j > 1 && x === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === y)
        cost = Math.min(cost, before[j - 2]! + TURNED_ROUND);
      row[j] = cost;
    }
    [before, last, row] = [last, row, before];
  }
  return last[b.length]!;
}
