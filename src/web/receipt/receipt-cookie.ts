import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { open, seal, SealBroken } from '../../platform/crypto/sealing.js';
import type { RegistrationReceipt } from '../../registrations/intake/intake.dto.js';
import { sessionCookie } from '../../staff/access/session-cookie.js';
import type { Visit } from '../frame/visit.js';

/** A receipt that was just given out, and the code of the post that gave it. */
export interface FreshReceipt extends RegistrationReceipt {
  post: string;
  /** Masked name, where several were given out at once. */
  who: string;
  /** Whether this person is known to be neither written to nor called, and has to look at the status. */
  silent?: boolean;
}

const LASTS_SECONDS = 600;
const CONTEXT = 'receipts';

/**
 * The codes of a fresh registration, sealed, for as long as it takes to write them down. They are kept nowhere else in
 * clear; without this a phone that drops the page while taking a photo would have lost them.
 */
@Injectable()
export class ReceiptCookie {
  private readonly options: ReturnType<typeof sessionCookie>['options'];

  constructor(
    private readonly keyring: Keyring,
    private readonly clock: Clock,
    environment: Environment,
  ) {
    this.options = sessionCookie(environment).options;
  }

  /** @param receipts at most ten: a cookie holds no more */
  set({ reply }: Visit, receipts: readonly FreshReceipt[]): void {
    const until = this.clock.now().getTime() + LASTS_SECONDS * 1000;
    const sealed = seal(this.keyring.key('drafts'), CONTEXT, { receipts, until });
    reply.setCookie('receipt', sealed.toString('base64url'), { ...this.options, maxAge: LASTS_SECONDS });
  }

  read({ request }: Visit): FreshReceipt[] | undefined {
    const sealed = request.cookies['receipt'];
    if (sealed === undefined) return undefined;
    try {
      const { receipts, until } = open<{ receipts: FreshReceipt[]; until: number }>(
        this.keyring.key('drafts'),
        CONTEXT,
        Buffer.from(sealed, 'base64url'),
      );
      return until > this.clock.now().getTime() ? receipts : undefined;
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }

  clear({ reply }: Visit): void {
    reply.clearCookie('receipt', this.options);
  }
}
