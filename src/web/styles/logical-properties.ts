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
      (_, name: string, side: Side) => `${name}-inline-${END[side]}`,
    )
    .replace(/(?<=[{;])(left|right)(?=:)/g, (side) => `inset-inline-${END[side as Side]}`)
    .replace(/(?<=[{;]text-align:)(left|right)/g, (side) => END[side as Side])
    .replace(
      /(?<=[{;])(float|clear):(left|right)/g,
      (physical, name: string, side: Side) => `${physical};${name}:inline-${END[side]}`,
    );
}

type Side = 'left' | 'right';
const END = { left: 'start', right: 'end' } as const satisfies Record<Side, string>;
