import { Problem } from '../../../platform/problems/problem.js';

/** What was asked for, or null where there is none: a case that has not come so far. */
export async function unlessNone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') return null;
    throw error;
  }
}
