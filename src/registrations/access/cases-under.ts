import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Finds other cases whose codes show what becomes of a person under this one. */
export type FindCases = (tx: EntityManager, registrationId: string) => Promise<string[]>;

/** A later stage says here, once it starts, which cases are carried on under which; registrations never know it. */
@Injectable()
export class CasesUnder {
  private readonly finders: FindCases[] = [];

  add(find: FindCases): void {
    this.finders.push(find);
  }

  /** In the caller's transaction. */
  async of(tx: EntityManager, registrationId: string): Promise<string[]> {
    const found: string[] = [];
    for (const find of this.finders) found.push(...(await find(tx, registrationId)));
    return found;
  }
}
