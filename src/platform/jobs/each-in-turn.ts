/**
 * Does `work` for one after the other. A failure keeps nobody else from their turn, and is thrown in the end, so that the
 * job is run again. @throws AggregateError
 */
export async function eachInTurn<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => void failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} had no turn`);
}
