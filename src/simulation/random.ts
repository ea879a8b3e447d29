/**
 * A stream of chance for one purpose (a person, a visit): the same seed and name give the same draws, whatever else
 * is drawn elsewhere. Generator: sfc32 (C. Doty-Humphrey, PractRand), seeded by an FNV-1a hash of the name.
 */
export class Chance {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number, name: string) {
    let hash = 0x811c9dc5 ^ seed;
    for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    this.a = hash;
    this.b = seed ^ 0x9e3779b9;
    this.c = Math.imul(hash, 0x85ebca6b) ^ name.length;
    for (let i = 0; i < 15; i++) this.uniform();
  }

  /** From 0 up to, not including, 1. */
  uniform(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Log-normal with a given mean and coefficient of variation. */
  logNormal(mean: number, cv: number): number {
    const variance = Math.log(1 + cv * cv);
    return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * this.normal());
  }

  triangular(low: number, mode: number, high: number): number {
    const u = this.uniform();
    const rising = (mode - low) / (high - low);
    return u < rising
      ? low + Math.sqrt(u * (high - low) * (mode - low))
      : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
  }
}
