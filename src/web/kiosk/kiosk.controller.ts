import { Body, Get, Post } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { randomSecret } from '../../platform/crypto/secret-text.js';
import { Problem } from '../../platform/problems/problem.js';
import { FirstLook } from '../../queue/check-in/first-look.js';
import { KioskCheckIn } from '../../queue/check-in/kiosk-check-in.service.js';
import { checkForm, type FormBody, typed } from '../forms/check-form.js';
import type { FieldError } from '../forms/form.view.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { ReceiptCookie } from '../receipt/receipt-cookie.js';
import { ticketPlace } from '../status/status-reader.js';
import type { KioskAnotherTimePage } from './kiosk.view.js';
import { KioskCheckInForm } from './kiosk-forms.js';
import { scannedSecret } from './scanned-secret.js';

/** The screen in the hall: saying that one is here, and clearing it for the next person. */
@PageController()
export class KioskController {
  constructor(
    private readonly pages: Pages,
    private readonly checkIn: KioskCheckIn,
    private readonly look: FirstLook,
    private readonly receipts: ReceiptCookie,
  ) {}

  @Get(paths.kioskCheckIn)
  @Allow('kiosk')
  showCheckIn(@CurrentVisit() visit: GuardedVisit) {
    return this.form(visit, '', []);
  }

  /** Answers the number itself: it stands nowhere else on this screen. */
  @Post(paths.kioskCheckIn)
  @Allow('kiosk')
  async enter(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const checked = checkForm(KioskCheckInForm, body);
    const errors = checked.ok ? missing(checked.value) : checked.errors;
    if (!checked.ok || errors.length > 0) return this.form(visit, typed(body, 'reference'), errors);
    const { key, reference = '', accessCode } = checked.value;
    const accessSecret = scannedSecret(reference);
    const request = accessSecret === undefined ? { reference, accessCode } : { accessSecret };
    const idempotent = { key, scope: `page check-in ${visit.caller.id}`, body: request };
    try {
      const ticket = await this.checkIn.enter(visit.caller, request, idempotent);
      const onPaper = await this.look.reference(visit.caller, request);
      const page = { ticket: ticketPlace(ticket), reference: onPaper, at: ticket.asOf };
      return await this.pages.show(visit, 'kiosk/ticket', page);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (ANOTHER_TIME.includes(error.code)) {
        const onPaper = await this.look.reference(visit.caller, request);
        return this.pages.show(visit, 'kiosk/another-time', anotherTime(error, onPaper), 409);
      }
      if (error.code !== 'credentials-unknown') throw error;
      const shown = accessSecret === undefined ? reference : '';
      return this.form(visit, shown, [{ field: 'reference', code: 'wrong-codes' }]);
    }
  }

  /** Clears the screen for the next person; the kiosk stays enrolled and keeps what it has not sent (its storage). */
  @Post(paths.kioskEnd)
  @Allow('kiosk')
  end(@CurrentVisit() visit: GuardedVisit) {
    this.receipts.clear(visit);
    visit.reply.clearCookie('lang', { path: '/' }).header('clear-site-data', '"cache"');
    return this.pages.goTo(visit, paths.kiosk);
  }

  private form(visit: GuardedVisit, reference: string, errors: readonly FieldError[]) {
    const hidden = [{ name: 'key', value: randomSecret() }];
    const form = { action: paths.kioskCheckIn, hidden, errors };
    return this.pages.show(visit, 'kiosk/check-in', { form, values: { reference } });
  }
}

/** What says when to come instead: shown to be printed and kept. */
const ANOTHER_TIME = ['come-back-later', 'no-appointment-today'];

const anotherTime = ({ code, options }: Problem, reference: string): KioskAnotherTimePage => ({
  code,
  params: options.params ?? {},
  reference,
});

function missing({ reference, accessCode }: KioskCheckInForm): FieldError[] {
  if (reference === undefined) return [{ field: 'reference', code: 'required' }];
  if (scannedSecret(reference) !== undefined || accessCode !== undefined) return [];
  return [{ field: 'accessCode', code: 'required' }];
}
