import type { EntityManager } from 'typeorm';

/** The id of the case that has a reference, as `readReference` spells it; nothing where none has that the caller may see. */
export async function caseOfReference(tx: EntityManager, reference: string): Promise<string | undefined> {
  const [found] = await tx.query<{ id: string }[]>('SELECT id FROM registration WHERE reference = $1', [
    reference,
  ]);
  return found?.id;
}
