import { Problem } from './problem.js';

/** What was asked for, or null where there is no such thing; anything else that was thrown is thrown again. */
export async function unlessNone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') return null;
    throw error;
  }
}
