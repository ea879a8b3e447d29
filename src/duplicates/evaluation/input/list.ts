import { UsageFault } from '../../../platform/command-line/usage-fault.js';

/** One name or several, each as it is or as {"path"}, {"file"} or {"column"}. */
export function list(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value)
    ? value
    : value === undefined || value === null
      ? []
      : [value];
  return values.map((entry) => {
    if (typeof entry === 'string') return entry;
    if (typeof entry === 'object' && entry !== null) {
      const named = entry as Record<string, unknown>;
      const text = named['path'] ?? named['file'] ?? named['column'];
      if (typeof text === 'string') return text;
    }
    throw new UsageFault(`${JSON.stringify(entry)} should be a name in quotes.`);
  });
}
