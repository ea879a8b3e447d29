import { Injectable } from '@nestjs/common';
import { Pages } from '../frame/pages.js';
import type { GuardedVisit } from '../frame/visit.js';
import type { PageContext } from '../page-context.js';
import { paths } from '../paths.js';
import { type FreshReceipt, ReceiptCookie } from '../receipt/receipt-cookie.js';
import { Receipts } from '../receipt/receipts.js';
import { keepsCookies } from '../frame/cookies-kept.js';
import { stepPath } from './register-place.js';

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
    return this.shown(visit, fresh, true);
  }

  /** Leads on to the codes. A browser that keeps no cookies would never come to them: it is shown them at once. */
  async give(visit: GuardedVisit, surface: PageContext['surface'], receipts: readonly FreshReceipt[]) {
    this.cookie.set(visit, receipts);
    if (surface === 'web' && !keepsCookies(visit)) return this.shown(visit, receipts, false);
    return this.pages.goTo(visit, stepPath(surface, 'done'));
  }

  private async shown(visit: GuardedVisit, receipts: readonly FreshReceipt[], kept: boolean) {
    const model = { ...(await this.receipts.allFresh(receipts)), kept };
    return this.pages.show(visit, 'register/done', model, 200, receipts[0]?.post);
  }
}
