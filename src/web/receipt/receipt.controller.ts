import { Get, Post } from '@nestjs/common';
import { Allow, AllowEveryone } from '../../platform/auth/allow.js';
import { onlyPost } from '../../platform/auth/caller.js';
import { OwnRegistrationService } from '../../registrations/access/own-registration.service.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { forgetAll } from '../frame/session-cookies.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { type FreshReceipt, ReceiptCookie } from './receipt-cookie.js';
import { Receipts } from './receipts.js';

/** The page to print or to photograph. */
@PageController()
export class ReceiptController {
  constructor(
    private readonly pages: Pages,
    private readonly cookie: ReceiptCookie,
    private readonly receipts: Receipts,
    private readonly own: OwnRegistrationService,
  ) {}

  @Get(paths.receipt)
  @AllowEveryone()
  async show(@CurrentVisit() visit: GuardedVisit) {
    const fresh = visit.caller.duress ? undefined : this.cookie.read(visit);
    const back = visit.caller.role === 'person' ? paths.status : paths.registerStep('done');
    if (fresh) return this.fresh(visit, fresh, back);
    if (visit.caller.role !== 'person') return this.pages.goTo(visit, paths.statusSignIn);
    const { id, reference, receivedAt, contact } = await this.own.read(visit.caller);
    const duress = visit.caller.duress ?? false;
    const silent = contact.method === 'none';
    const kept = { id, reference, registeredAt: receivedAt, duress, silent };
    return this.pages.show(visit, 'receipt/receipt', {
      receipt: await this.receipts.later(onlyPost(visit.caller), kept),
      group: [],
      back,
    });
  }

  @Get(paths.kioskReceipt)
  @Allow('kiosk')
  async showAtKiosk(@CurrentVisit() visit: GuardedVisit) {
    const fresh = this.cookie.read(visit);
    if (!fresh) return this.pages.goTo(visit, paths.kiosk);
    return this.fresh(visit, fresh, paths.kioskRegisterStep('done'));
  }

  /** The codes are written down: nothing of them stays on this phone. */
  @Post(paths.receiptKept)
  @AllowEveryone()
  forget(@CurrentVisit() visit: GuardedVisit) {
    this.cookie.clear(visit);
    forgetAll(visit);
    return this.pages.goTo(visit, paths.start);
  }

  private async fresh(visit: GuardedVisit, fresh: readonly FreshReceipt[], back: string) {
    const model = { ...(await this.receipts.allFresh(fresh)), back };
    return this.pages.show(visit, 'receipt/receipt', model, 200, fresh[0]?.post);
  }
}
