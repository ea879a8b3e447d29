export interface Point {
  x: number;
  y: number;
}
/** A smooth line through points, of which the first and the last only say whence it comes and where it would go. */
export type Curve = readonly Point[];

/** A transformation a, b, c, d, e, f: from (x, y) to (ax + cy + e, bx + dy + f) (ISO 32000-1 section 8.3.4). */
export type Placement = readonly [number, number, number, number, number, number];

/** A pattern that repeats: what a file has to hold of it is one cell, and where it is laid down. */
export interface Motif {
  cell: readonly Curve[];
  placements: readonly Placement[];
}

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

/** Of each swing. */
const POINTS = 6;

/** A rosette from its sectors: both swings begin anew at the edge of each. The same numbers give the same curves. */
export function rosette({ centre, radius, swing, petals, ripple, ripples, turns }: Rosette): Motif {
  const sectors = commonDivisor(petals, ripples);
  const sector = (2 * Math.PI) / sectors;
  const steps = (Math.max(petals, ripples) * POINTS) / sectors;
  const cell = range(turns).map((turn) => {
    const shift = (turn / turns) * ((2 * Math.PI) / petals);
    return smooth(steps, (along) => {
      const angle = along * sector;
      const reach =
        radius + swing * Math.sin(petals * (angle + shift)) + ripple * Math.cos(ripples * (angle - shift));
      return { x: reach * Math.cos(angle), y: reach * Math.sin(angle) };
    });
  });
  return { cell, placements: range(sectors).map((index) => turned(index * sector, centre)) };
}

/** A field of waves from one side to the other, whose height and phase drift from line to line and begin anew. */
export interface WaveField {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** How often the drift is gone through from top to bottom, and the lines of each time. */
  rounds: number;
  lines: number;
  /** Waves across the field. */
  waves: number;
  height: number;
}

export function waves({ left, right, top, bottom, rounds, lines, waves: count, height }: WaveField): Motif {
  const steps = count * POINTS;
  const depth = (bottom - top) / rounds;
  const cell = range(lines).map((line) => {
    const down = line / lines;
    return smooth(steps, (along) => {
      const drift = 2 * Math.PI * (down + 0.12 * Math.sin(2 * Math.PI * along));
      const swell = 0.55 + 0.45 * Math.sin(2 * Math.PI * (along + down));
      return {
        x: left + along * (right - left),
        y: top + down * depth + height * swell * Math.sin(2 * Math.PI * count * along + drift),
      };
    });
  });
  return { cell, placements: range(rounds).map((round) => [1, 0, 0, 1, 0, round * depth]) };
}

/** A border of strands that cross each other, along the sides of a rectangle. */
export interface Braid {
  left: number;
  right: number;
  top: number;
  bottom: number;
  strands: number;
  width: number;
  /** How far it is until the strands are where they were; stretched a little, so that a side takes a whole number. */
  period: number;
}

export function braid({ left, right, top, bottom, strands, width, period }: Braid): Motif {
  const cell = range(strands).map((strand) =>
    smooth(POINTS, (along) => ({
      x: along * period,
      y: (width / 2) * Math.sin(2 * Math.PI * (along + strand / strands)),
    })),
  );
  const side = (from: Point, to: Point): Placement[] => {
    const [x, y] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(x, y);
    const count = Math.round(length / period);
    const stretch = length / (count * period);
    const [cos, sin] = [x / length, y / length];
    return range(count).map((index) => {
      const share = index / count;
      return [cos * stretch, sin * stretch, -sin, cos, from.x + share * x, from.y + share * y];
    });
  };
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  const sides = corners.flatMap((corner, index) => side(corner, corners[(index + 1) % corners.length]!));
  return { cell, placements: sides };
}

/** The line of a function from 0 to 1. */
const smooth = (steps: number, at: (along: number) => Point): Curve =>
  range(steps + 3).map((step) => at((step - 1) / steps));

const turned = (angle: number, centre: Point): Placement => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, -sin, cos, centre.x, centre.y];
};

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
