import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';

/** What was read, and every fault of it at once, a line each. Faults never carry a value: it could be a secret. */
export interface Settings<T> {
  values: T;
  faults: string[];
}

/**
 * Reads a schema's variables from the environment. An empty one counts as not given. `NAME_FILE` names a file that
 * holds the value of NAME, as container platforms hand over secrets.
 */
export function readSettings<T extends object>(schema: new () => T, env: NodeJS.ProcessEnv): Settings<T> {
  const faults: string[] = [];
  const given: Record<string, string> = {};
  for (const name of namesOf(schema)) {
    const value = env[name] || fromFile(name, env, faults);
    if (value) given[name] = value;
  }
  const values = plainToInstance(schema, given, { exposeDefaultValues: true });
  for (const { property, constraints, value } of validateSync(values))
    faults.push(
      value === undefined
        ? `${property} is missing`
        : `${property}: ${Object.values(constraints ?? {}).join('; ')}`,
    );
  return { values, faults };
}

function namesOf(schema: new () => object): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(schema, schema.name, false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}

function fromFile(name: string, env: NodeJS.ProcessEnv, faults: string[]): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    faults.push(`${name}_FILE cannot be read (${(error as NodeJS.ErrnoException).code})`);
    return undefined;
  }
}
