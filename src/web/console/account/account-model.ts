import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller.js';
import { OwnPasswordService } from '../../../staff/accounts/own-password.service.js';
import { FactorReader } from '../../../staff/second-factor/factor-reader.js';
import type { AccountPage } from './account.view.js';

/** What the page of one's own account tells, whatever was done on it. */
@Injectable()
export class AccountModel {
  constructor(
    private readonly factors: FactorReader,
    private readonly passwords: OwnPasswordService,
  ) {}

  async of(caller: Caller): Promise<Pick<AccountPage, 'factor' | 'password' | 'owed'>> {
    return {
      factor: await this.factors.own(caller),
      password: await this.passwords.own(caller),
      owed: caller.secondFactor === 'owed',
    };
  }
}
