import type { EntityManager } from 'typeorm';
import { notFound } from '../problems/problem.js';

/** The first row that a statement finds. @throws Problem `not-found` where it finds none */
export async function oneRow<T>(tx: EntityManager, sql: string, parameters: unknown[]): Promise<T> {
  const [row] = await tx.query<T[]>(sql, parameters);
  if (!row) throw notFound();
  return row;
}
