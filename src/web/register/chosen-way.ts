const INPUTS = new Map<unknown, readonly string[]>([
  ['phone', ['phone']],
  ['sms', ['phone']],
  ['call', ['phone']],
  ['email', ['email']],
  ['somebody', ['through', 'throughPhone']],
]);
const ALL = new Set([...INPUTS.values()].flat());

/**
 * Of the ways to reach somebody the chosen one only. What stands under another, which the page hides, was not told: it may be
 * a number that somebody else has now, or one that they thought better of.
 */
export function chosenWayOnly<Typed extends { method?: string | readonly string[] }>(typed: Typed): Typed {
  const chosen = INPUTS.get(typed.method) ?? [];
  const others = [...ALL].filter((input) => !chosen.includes(input));
  return { ...typed, ...Object.fromEntries(others.map((input) => [input, ''])) };
}
