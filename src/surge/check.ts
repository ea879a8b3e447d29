/** One thing that must hold after a surge. */
export interface Check {
  what: string;
  /** Where it was looked at. */
  through: 'API' | 'SQL';
  kept: boolean;
  /** What was found, in numbers. */
  found: string;
}

export const check = (through: Check['through'], what: string, found: number, expected: number): Check => ({
  what,
  through,
  kept: found === expected,
  found: found === expected ? String(found) : `${found}, expected ${expected}`,
});
