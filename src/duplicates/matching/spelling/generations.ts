/** What tells a father from his son of the same name. */
export const GENERATIONS = new Map<string, string>([
  ['jr', 'junior'],
  ['junior', 'junior'],
  ['sr', 'senior'],
  ['senior', 'senior'],
  ['ii', 'second'],
  ['iii', 'third'],
  ['iv', 'fourth'],
]);
