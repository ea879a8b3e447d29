import type { ValidationError } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { FieldFault } from '../problems/problem.js';

/** From the names of class-validator's checks to our codes. */
const CODES: Record<string, string> = {
  whitelistValidation: 'unknown-field',
  isString: 'text-expected',
  safeText: 'unsafe-characters',
  minLength: 'too-short',
  maxLength: 'too-long',
  matches: 'wrong-format',
  isUuid: 'wrong-format',
  isIso8601: 'wrong-format',
  isIn: 'not-a-choice',
  isInt: 'whole-number-expected',
  isNumber: 'number-expected',
  min: 'too-small',
  max: 'too-large',
  isBoolean: 'yes-or-no-expected',
  isArray: 'list-expected',
  arrayMaxSize: 'too-many-items',
  arrayUnique: 'repeated-items',
  isDefined: 'object-expected',
  isObject: 'object-expected',
  nestedValidation: 'object-expected',
};

/** What was read from elsewhere than a request, held to the same: as its class has it, and what is wrong with its shape. */
export function shaped<T extends object>(
  type: new () => T,
  read: object,
  parent = '',
): { value: T; faults: FieldFault[] } {
  const value = plainToInstance(type, read);
  const faults = validateSync(value, { whitelist: true, forbidNonWhitelisted: true });
  return { value, faults: [...inheritedNames(read, parent), ...fieldFaults(faults, parent)] };
}

/**
 * Names in what was sent that every object has without its doing, such as `constructor`. No class asks for one, but where a
 * class is searched for them they are found, so that the check of unknown fields lets them pass.
 */
export function inheritedNames(sent: unknown, parent = ''): FieldFault[] {
  if (typeof sent !== 'object' || sent === null || Buffer.isBuffer(sent)) return [];
  return Object.entries(sent).flatMap(([name, value]) => {
    const pointer = `${parent}/${pointed(name)}`;
    return name in Object.prototype ? [{ pointer, code: 'unknown-field' }] : inheritedNames(value, pointer);
  });
}

const pointed = (name: string): string => name.replace(/~/g, '~0').replace(/\//g, '~1').slice(0, 100);

/** Every fault of a request body or query, flattened; values are never repeated. */
export function fieldFaults(errors: readonly ValidationError[], parent = ''): FieldFault[] {
  return errors.flatMap(({ property, constraints, children, value }) => {
    const pointer = `${parent}/${pointed(property)}`;
    const names = Object.keys(constraints ?? {});
    const own =
      names.length === 0
        ? []
        : value === undefined && !names.includes('whitelistValidation')
          ? ['required']
          : [CODES[mostTelling(names)] ?? 'wrong-format'];
    return [...own.map((code) => ({ pointer, code })), ...fieldFaults(children ?? [], pointer)];
  });
}

/** Where a field fails several checks, the one that the others follow from. */
function mostTelling(names: string[]): string {
  const order = Object.keys(CODES);
  return names.sort((a, b) => order.indexOf(a) - order.indexOf(b))[0] ?? '';
}
