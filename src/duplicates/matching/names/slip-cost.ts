const VOWELS = 'aeiouy';
/** Letters that one hears or writes for one another. */
const ALIKE = ['bp', 'dt', 'gkqc', 'szcx', 'fvw', 'mn', 'lr', 'jyg', 'hk'];

const near = new Set(ALIKE.flatMap((group) => [...group].flatMap((x) => [...group].map((y) => x + y))));
const isVowel = (letter: string) => VOWELS.includes(letter);

function substitution(x: string, y: string): number {
  if (x === y) return 0;
  if (near.has(x + y)) return 0.5;
  return isVowel(x) && isVowel(y) ? 0.6 : 1;
}

/** A letter too many: a doubled one and an h are hardly heard, a vowel less than a consonant. */
function insertion(letter: string, before: string | undefined): number {
  if (letter === before) return 0.2;
  if (letter === 'h') return 0.3;
  return isVowel(letter) ? 0.6 : 1;
}

/** What it costs to take one word for the other: an edit distance in which letters that sound alike cost less. */
export function slipCost(a: string, b: string): number {
  if (a === b) return 0;
  const rows: number[][] = [[0]];
  for (let j = 1; j <= b.length; j++) rows[0]![j] = rows[0]![j - 1]! + insertion(b[j - 1]!, b[j - 2]);
  for (let i = 1; i <= a.length; i++) {
    const row = [rows[i - 1]![0]! + insertion(a[i - 1]!, a[i - 2])];
    for (let j = 1; j <= b.length; j++) {
      let cost = rows[i - 1]![j - 1]! + substitution(a[i - 1]!, b[j - 1]!);
      cost = Math.min(
        cost,
        rows[i - 1]![j]! + insertion(a[i - 1]!, a[i - 2]),
        row[j - 1]! + insertion(b[j - 1]!, b[j - 2]),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, rows[i - 2]![j - 2]! + 0.9);
      row[j] = cost;
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
