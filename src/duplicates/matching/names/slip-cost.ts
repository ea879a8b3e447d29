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

/** What it costs to take one word for the other: an edit distance in which letters that sound alike cost less. */
export function slipCost(a: string, b: string): number {
  if (a === b) return 0;
  const rows: number[][] = [[0]];
  for (let j = 1; j <= b.length; j++)
    rows[0]![j] = rows[0]![j - 1]! + insertion(b, j - 1) + (j === 1 ? beginning(b[0]!, undefined) : 0);
  for (let i = 1; i <= a.length; i++) {
    const row = [rows[i - 1]![0]! + insertion(a, i - 1) + (i === 1 ? beginning(a[0]!, undefined) : 0)];
    for (let j = 1; j <= b.length; j++) {
      const [x, y] = [a[i - 1]!, b[j - 1]!];
      const first = i === 1 && j === 1 ? beginning(x, y) : 0;
      let cost = rows[i - 1]![j - 1]! + substitution(x, y, i === a.length && j === b.length) + first;
      cost = Math.min(cost, rows[i - 1]![j]! + insertion(a, i - 1), row[j - 1]! + insertion(b, j - 1));
      if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y)
        cost = Math.min(cost, rows[i - 2]![j - 2]! + TURNED_ROUND);
      row[j] = cost;
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
