/**
 * Sends statements of one transaction without waiting for each in turn. All are waited for, also where one fails: nothing
 * is sent any more once the transaction is rolled back, where it would stand for itself.
 * @throws what failed first, in the order given
 */
export async function together<T extends readonly unknown[]>(
  ...statements: { [K in keyof T]: Promise<T[K]> }
): Promise<T> {
  const settled = await Promise.allSettled(statements);
  for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
  return settled.map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
