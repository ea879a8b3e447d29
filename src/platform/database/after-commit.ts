import type { EntityManager, QueryRunner } from 'typeorm';

const acts = new WeakMap<QueryRunner, (() => void)[]>();

/**
 * Something to do once the transaction is committed, and never otherwise. It is lost with the process: only for what does
 * no harm when it is missing. What must not be lost is a job (`Topics`).
 */
export function afterCommit(tx: EntityManager, act: () => void): void {
  const runner = tx.queryRunner;
  if (!runner) throw new Error('there is no transaction to wait for');
  acts.set(runner, [...(acts.get(runner) ?? []), act]);
}

/** Does what waited for the commit of `runner`'s transaction. */
export function committed(runner: QueryRunner): void {
  const waiting = acts.get(runner) ?? [];
  acts.delete(runner);
  for (const act of waiting) act();
}
