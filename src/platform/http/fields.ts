import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type as Typed } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Hundredths } from './hundredths.js';
import { SafeText, tidied } from './safe-text.js';

/*
 * The kinds of fields that requests and answers are made of. Each says in one word what is checked and what the API's
 * document shows, so that the two cannot differ.
 */

interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
  example?: unknown;
}

function field(
  options: FieldOptions,
  api: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  const { optional, nullable, description, example } = options;
  const mayMiss = (value: unknown) => (optional && value === undefined) || (nullable && value === null);
  const presence = optional || nullable ? [ValidateIf((_, value) => !mayMiss(value))] : [];
  const shown = {
    ...api,
    description,
    ...(example !== undefined && { example }),
    required: !optional,
    nullable,
  };
  return applyDecorators(ApiProperty(shown as ApiPropertyOptions), ...presence, ...checks);
}

interface TextOptions extends FieldOptions {
  max: number;
  min?: number;
  pattern?: RegExp;
  lines?: boolean;
}

/** A line of text, prose with `lines`: safe characters, NFC, trimmed; at least one character unless `min` says otherwise. */
export const Text = ({ max, min = 1, pattern, lines = false, ...options }: TextOptions) =>
  field(
    options,
    { type: String, minLength: min, maxLength: max, ...(pattern && { pattern: pattern.source }) },
    Transform(({ value }: { value: unknown }) => tidied(value, lines)),
    IsString(),
    SafeText(),
    MinLength(min),
    MaxLength(max),
    ...(pattern ? [Matches(pattern)] : []),
  );

/** A UUID. */
export const Id = (options: FieldOptions = {}) =>
  field(
    { example: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11', ...options },
    { type: String, format: 'uuid' },
    IsUUID('all'),
  );

/** Of ISO 8601 what JavaScript and PostgreSQL read alike: no weeks, no days of the year, no offsets that no zone has. */
const INSTANT = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** A point in time, ISO 8601 with offset. */
export const Instant = (options: FieldOptions = {}) =>
  field(
    { example: '2026-01-16T02:00:00.000Z', ...options },
    { type: String, format: 'date-time' },
    IsISO8601({ strict: true, strictSeparator: true }),
    Matches(INSTANT),
  );

/** A calendar day, ISO 8601. */
export const Day = (options: FieldOptions = {}) =>
  field(
    { example: '2026-01-16', ...options },
    { type: String, format: 'date' },
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/),
    IsISO8601({ strict: true }),
  );

/** One of a list of words. Where it may be null, null is one of the list too (OpenAPI 3.0.3, proposal on `nullable`). */
export const Choice = <T extends string>(choices: readonly T[], options: FieldOptions = {}) => {
  const all = options.nullable ? [...choices, null as unknown as T] : [...choices];
  return field({ example: choices[0], ...options }, { type: String, enum: all }, IsIn([...choices]));
};

/** Several different ones of a list of words. */
export const Choices = <T extends string>(choices: readonly T[], options: FieldOptions = {}) =>
  field(
    { example: choices.slice(0, 1), ...options },
    { type: [String], enum: [...choices], isArray: true, maxItems: choices.length, uniqueItems: true },
    IsArray(),
    ArrayMaxSize(choices.length),
    ArrayUnique(),
    IsIn([...choices], { each: true }),
  );

/** A whole number between two bounds; from a query string too. */
export const Whole = ({ min, max, ...options }: FieldOptions & { min: number; max: number }) =>
  field(
    { example: min, ...options },
    { type: 'integer', minimum: min, maximum: max },
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
    ),
    IsInt(),
    Min(min),
    Max(max),
  );

/** A count in an answer. */
export const Count = (options: FieldOptions = {}) =>
  field({ example: 12, ...options }, { type: 'integer', minimum: 0 }, IsInt(), Min(0));

/** An amount of money or another decimal number, not negative. */
export const Amount = (options: FieldOptions = {}) =>
  field({ example: 120.5, ...options }, { type: 'number', minimum: 0 }, Hundredths(), Min(0), Max(1e9));

/** Any number between two bounds, such as a probability, in an answer. */
export const Decimal = ({ min, max, ...options }: FieldOptions & { min: number; max: number }) =>
  field(
    { example: min, ...options },
    { type: 'number', minimum: min, maximum: max },
    IsNumber(),
    Min(min),
    Max(max),
  );

export const Flag = (options: FieldOptions = {}) =>
  field({ example: true, ...options }, { type: Boolean }, IsBoolean());

/** An object of its own, or a list of them with `array`. */
export const Nested = (
  type: () => Type<unknown>,
  { array, max = 50, ...options }: FieldOptions & { array?: boolean; max?: number } = {},
) =>
  field(
    options,
    array ? { type: () => [type()], maxItems: max } : { type: () => type() },
    Typed(type),
    // the check of what is inside lets nothing at all pass
    IsDefined(),
    ValidateNested(),
    // nor does it look into a list where an object was asked for
    IsObject({ each: array ?? false }),
    ...(array ? [IsArray(), ArrayMaxSize(max)] : []),
  );

/** A list of objects in an answer. */
export const Listed = (type: () => Type<unknown>, options: FieldOptions = {}) =>
  field(options, { type: () => [type()] }, IsArray());

/** A list of short texts. */
export const Texts = ({ max, maxItems, pattern, ...options }: TextOptions & { maxItems: number }) =>
  field(
    options,
    {
      type: [String],
      items: { type: 'string', maxLength: max, ...(pattern && { pattern: pattern.source }) },
      maxItems,
    },
    IsArray(),
    ArrayMaxSize(maxItems),
    ArrayUnique(),
    IsString({ each: true }),
    SafeText({ each: true }),
    MaxLength(max, { each: true }),
    ...(pattern ? [Matches(pattern, { each: true })] : []),
  );
