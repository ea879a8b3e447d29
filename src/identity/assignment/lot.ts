import { randomInt } from 'node:crypto';

/** One of them, each as likely as the other and unforeseeable (`crypto.randomInt`); nothing of nothing. */
export const drawLot = <T>(from: readonly T[]): T | undefined =>
  from.length === 0 ? undefined : from[randomInt(from.length)];

/** So many of them, none twice, in the order drawn. */
export function drawLots<T>(from: readonly T[], many: number): T[] {
  const left = [...from];
  const drawn: T[] = [];
  while (drawn.length < many && left.length > 0) drawn.push(...left.splice(randomInt(left.length), 1));
  return drawn;
}
