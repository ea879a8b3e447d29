/** @returns the value below which `share` (0 to 1) of the samples lie; 0 where there are none */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** To two digits. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
