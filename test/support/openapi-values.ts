import fc, { type Arbitrary } from 'fast-check';

/** As much of an OpenAPI 3.0 schema as ours use. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  oneOf?: Schema[];
  type?: string;
  format?: string;
  enum?: string[];
  pattern?: string;
  example?: unknown;
  nullable?: boolean;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

export type Schemas = Readonly<Record<string, Schema>>;

/** Values that fit a schema. Where it has a pattern or a meaning that no schema tells, its example is taken. */
export function fitting(schema: Schema, schemas: Schemas): Arbitrary<unknown> {
  const plain = resolve(schema, schemas);
  if (plain.properties || plain.type === 'object') return fittingObject(plain, schemas);
  if (plain.type === 'array' && plain.enum === undefined)
    return fc.array(fitting(plain.items ?? {}, schemas), { maxLength: Math.min(plain.maxItems ?? 2, 2) });
  if (plain.type === 'array') return fc.subarray(plain.enum ?? []);
  if (plain.enum) return fc.constantFrom(...plain.enum);
  if (plain.type === 'integer')
    return fc.integer({ min: plain.minimum ?? 0, max: Math.min(plain.maximum ?? 1000, 1e6) });
  if (plain.type === 'number') return fc.integer({ min: 0, max: 1000 }).map((cents) => cents / 4);
  if (plain.type === 'boolean') return fc.boolean();
  if (plain.format === 'uuid') return fc.uuid({ version: 7 });
  if (plain.pattern !== undefined || plain.format !== undefined) return fc.constant(plain.example);
  return fc.oneof(
    fc.constant(plain.example),
    fc
      .string({
        unit: 'grapheme',
        minLength: plain.minLength ?? 1,
        maxLength: Math.min(plain.maxLength ?? 40, 40),
      })
      .map((text) => text.trim() || 'x'),
  );
}

/** Values that no field expects, or that only fit the wrong one. */
export const HOSTILE: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1.5,
    1e308,
    '',
    ' ',
    'Budi\u0000Contoh',
    'Budi\u202eContoh',
    '\ud800',
    '\uffff',
    'a'.repeat(10_000),
    "'; DROP TABLE person; --",
    '{{7*7}}',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '2569-01-01',
    '9999-12-31T23:59:59Z',
    '0000-00-00',
    '-infinity',
    'NaN',
    [],
    [[]],
    {},
    { toString: 1 },
    { __proto__: 1 },
    { constructor: { prototype: {} } },
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** A fitting value with one thing broken: a field replaced, dropped or added, or the whole replaced. */
export function broken(schema: Schema, schemas: Schemas): Arbitrary<unknown> {
  const names = Object.keys(resolve(schema, schemas).properties ?? {});
  return fc.tuple(fitting(schema, schemas), HOSTILE, fc.nat(), fc.nat(9)).map(([value, hostile, at, way]) => {
    if (way === 0 || typeof value !== 'object' || value === null) return hostile;
    const name = way === 1 || names.length === 0 ? 'unexpected' : names[at % names.length]!;
    const { [name]: _, ...rest } = value as Record<string, unknown>;
    return way === 2 ? rest : { ...rest, [name]: hostile };
  });
}

export function resolve(schema: Schema, schemas: Schemas): Schema {
  const target = schema.$ref ?? schema.allOf?.[0]?.$ref;
  return target === undefined ? schema : resolve(schemas[target.split('/').at(-1)!] ?? {}, schemas);
}

function fittingObject({ properties = {}, required = [] }: Schema, schemas: Schemas): Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, fitting(property, schemas)]),
  );
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}
