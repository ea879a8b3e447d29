import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../staff/accounts/accounts.service.js';

/** How the people behind the ids of a page are called. */
@Injectable()
export class StaffNames {
  constructor(private readonly accounts: AccountsService) {}

  /** @returns names by id; a dash for whoever is not known */
  async of(ids: readonly (string | null)[]): Promise<(id: string) => string> {
    const names = await this.accounts.displayNames([...new Set(ids.filter((id) => id !== null))]);
    return (id) => names.get(id) || '–';
  }
}
