import { Injectable } from '@nestjs/common';
import { Pages } from '../frame/pages.js';
import type { GuardedVisit } from '../frame/visit.js';
import type { PageContext } from '../page-context.js';
import { paths } from '../paths.js';
import { ReceiptCookie } from '../receipt/receipt-cookie.js';
import { Receipts } from '../receipt/receipts.js';

/** The end of a registration, for as long as its codes are at hand. */
@Injectable()
export class DonePages {
  constructor(
    private readonly pages: Pages,
    private readonly cookie: ReceiptCookie,
    private readonly receipts: Receipts,
  ) {}

  async show(visit: GuardedVisit, surface: PageContext['surface']) {
    const fresh = this.cookie.read(visit);
    if (!fresh) return this.pages.goTo(visit, surface === 'kiosk' ? paths.kiosk : paths.statusSignIn);
    const model = await this.receipts.allFresh(fresh);
    return this.pages.show(visit, 'register/done', model, 200, fresh[0]?.post);
  }
}
