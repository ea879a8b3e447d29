const LINES = 4;

/** How values stand above the base of a chart, in SVG user units from the top, and the horizontal lines that show them. */
export function valueScale(highest: number, { top, base }: { top: number; base: number }) {
  const ceiling = niceCeiling(highest);
  const height = (value: number) => (value * (base - top)) / ceiling;
  const y = (value: number) => round(base - height(value));
  const lines = Array.from({ length: LINES + 1 }, (_, index) => {
    const value = (ceiling / LINES) * index;
    return { y: y(value), value };
  });
  return { y, height: (value: number) => round(height(value)), lines };
}

/** The smallest of 4, 8, 20, 40, 80, 200 ... that is not below the value: divisible into whole quarters. */
export function niceCeiling(value: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [4, 8, 20]) if (value <= step * power) return step * power;
  }
}

export const round = (value: number): number => Math.round(value * 10) / 10;
