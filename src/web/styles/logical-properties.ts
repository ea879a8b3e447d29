/**
 * Rewrites left and right into start and end, so that one style sheet serves scripts of both directions.
 * govuk-frontend is written for left-to-right only; our own styles are logical already.
 *
 * Four-value shorthands with unequal sides are left alone: they have no logical form.
 * @param css compiled and compressed.
 */
export function toLogicalProperties(css: string): string {
  return css
    .replace(
      /(?<=[{;])(margin|padding|border)-(left|right)(?=[-:])/g,
      (_, name, side) => `${name}-inline-${END[side]}`,
    )
    .replace(/(?<=[{;])(left|right)(?=:)/g, (side) => `inset-inline-${END[side]}`)
    .replace(/(?<=[{;]text-align:)(left|right)/g, (side) => END[side] ?? side)
    .replace(
      /(?<=[{;])(float|clear):(left|right)/g,
      (physical, name, side) => `${physical};${name}:inline-${END[side]}`,
    );
}

const END: Readonly<Record<string, string>> = { left: 'start', right: 'end' };
