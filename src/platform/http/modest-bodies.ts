import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Problem } from '../problems/problem.js';

/** Ten times what the largest form has, ten people who come together; a table of people is a file. */
const MOST_VALUES = 5000;
/** Twice as deep as any form. */
const MOST_DEPTH = 12;

/**
 * Refuses what was sent where it has more values or is deeper than anything that we ask for. Reading it into a form takes
 * time by its values, not its bytes: 240 kB of `{},{},{}` kept everybody waiting for seconds, and a few thousand lists in one
 * another ended in a full stack. Routes that take larger bodies (roomy-bodies.ts) read them by themselves.
 */
export function modestBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', ({ body, routeOptions }, _reply, done) => {
      if ('mostBytes' in routeOptions.config || isModest(body)) done();
      else done(new Problem('too-large', 'too-large'));
    });
}

/** @param body of JSON or a form, of any depth: nothing here calls itself */
export function isModest(body: unknown): boolean {
  let values = 0;
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (values > MOST_VALUES || depth > MOST_DEPTH) return false;
    level = level.flatMap(inside);
  }
  return true;
}

const inside = (value: unknown): unknown[] =>
  typeof value !== 'object' || value === null || Buffer.isBuffer(value) ? [] : Object.values(value);
