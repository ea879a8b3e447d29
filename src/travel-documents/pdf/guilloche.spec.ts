import { braid, type Motif, type Placement, type Point, rosette, waves } from './guilloche.js';

const placed = ([a, b, c, d, e, f]: Placement, { x, y }: Point): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});

/** How far the lines of each cell end from where those of the next one, if there is one, begin, at the worst. */
function gap({ cell, placements }: Motif, next: (index: number) => number): number {
  const gaps = placements.flatMap((placement, index) =>
    cell.map((curve) => {
      const end = placed(placement, curve.at(-2)!);
      const after = placements[next(index)];
      const begin = after ? placed(after, curve[1]!) : end;
      return Math.hypot(end.x - begin.x, end.y - begin.y);
    }),
  );
  return Math.max(...gaps);
}

describe('engraved patterns', () => {
  const flower = { centre: { x: 300, y: 400 }, radius: 100, swing: 30, ripple: 6, turns: 5 };

  it.each([
    [12, 36, 12],
    [16, 24, 8],
    [5, 7, 1],
  ])('closes a rosette of %i petals and %i ripples from %i sectors', (petals, ripples, sectors) => {
    const motif = rosette({ ...flower, petals, ripples });
    expect(motif.placements).toHaveLength(sectors);
    expect(gap(motif, (index) => (index + 1) % sectors)).toBeLessThan(1e-9);
  });

  it('braids each side from whole periods, from corner to corner', () => {
    const frame = { left: 20, right: 575, top: 20, bottom: 760, strands: 4, width: 8, period: 17 };
    const motif = braid(frame);
    const [across, down] = [Math.round(555 / 17), Math.round(740 / 17)];
    expect(motif.placements).toHaveLength(2 * (across + down));
    const corner = placed(motif.placements[across]!, { x: 0, y: 0 });
    expect(corner).toEqual({ x: frame.right, y: frame.top });
    const top = { cell: motif.cell, placements: motif.placements.slice(0, across) };
    expect(gap(top, (index) => index + 1)).toBeLessThan(1e-9);
  });

  it('goes on with the waves where they begin anew', () => {
    const field = { left: 0, right: 595, top: 0, bottom: 750, waves: 8, height: 15 };
    const once = waves({ ...field, rounds: 1, lines: 10, bottom: 250 });
    const thrice = waves({ ...field, rounds: 3, lines: 10 });
    expect(thrice.cell).toEqual(once.cell);
    expect(thrice.placements.map(([, , , , , f]) => f)).toEqual([0, 250, 500]);
  });
});
