export interface Point {
  x: number;
  y: number;
}
export type Curve = readonly Point[];

/** A rosette: a circle whose radius swings, drawn several times, each turned a little (all lengths in points). */
export interface Rosette {
  centre: Point;
  radius: number;
  /** How far the radius swings, and how often on the way round. */
  swing: number;
  petals: number;
  /** A second, finer swing. */
  ripple: number;
  ripples: number;
  turns: number;
}

const POINTS_PER_PETAL = 16;

/** The curves of a rosette, closed. The same numbers give the same curves. */
export function rosette({ centre, radius, swing, petals, ripple, ripples, turns }: Rosette): Curve[] {
  const steps = Math.max(petals, ripples) * POINTS_PER_PETAL;
  return range(turns).map((turn) => {
    const shift = (turn / turns) * ((2 * Math.PI) / petals);
    return range(steps + 1).map((step) => {
      const angle = (step / steps) * 2 * Math.PI;
      const reach =
        radius + swing * Math.sin(petals * (angle + shift)) + ripple * Math.cos(ripples * (angle - shift));
      return { x: centre.x + reach * Math.cos(angle), y: centre.y + reach * Math.sin(angle) };
    });
  });
}

/** A field of waves from one side to the other, whose height and phase drift from line to line. */
export interface WaveField {
  left: number;
  right: number;
  top: number;
  bottom: number;
  lines: number;
  /** Waves across the field. */
  waves: number;
  height: number;
}

const POINTS_PER_WAVE = 14;

export function waves({ left, right, top, bottom, lines, waves: count, height }: WaveField): Curve[] {
  const steps = count * POINTS_PER_WAVE;
  return range(lines).map((line) => {
    const down = lines > 1 ? line / (lines - 1) : 0;
    return range(steps + 1).map((step) => {
      const along = step / steps;
      const drift = 2 * Math.PI * (down * 1.5 + 0.12 * Math.sin(2 * Math.PI * along));
      const swell = 0.55 + 0.45 * Math.sin(Math.PI * (2 * along + 3 * down));
      return {
        x: left + along * (right - left),
        y: top + down * (bottom - top) + height * swell * Math.sin(2 * Math.PI * count * along + drift),
      };
    });
  });
}

/** Strands that cross each other along a straight line, as a border. */
export function braid(from: Point, to: Point, strands: number, width: number, crossings: number): Curve[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const steps = crossings * 16;
  return range(strands).map((strand) =>
    range(steps + 1).map((step) => {
      const at = (step / steps) * length;
      const off = (width / 2) * Math.sin(Math.PI * (crossings * (step / steps) + (2 * strand) / strands));
      return { x: from.x + along.x * at - along.y * off, y: from.y + along.y * at + along.x * off };
    }),
  );
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
