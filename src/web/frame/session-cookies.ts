import { Injectable } from '@nestjs/common';
import { Environment } from '../../platform/config/environment.js';
import { sessionCookie } from '../../staff/access/session-cookie.js';
import type { IssuedTokens } from '../../staff/access/session-tokens.js';
import { SignInService } from '../../staff/access/sign-in.service.js';
import type { GuardedVisit, Visit } from './visit.js';

/** Marks the browser of a kiosk, for as long as browsers keep a cookie (400 days). */
const KIOSK_MARK = { name: 'kiosk', maxAge: 400 * 24 * 3600 };

/** Signing in and out of pages: the browser keeps the session's secret in a cookie that scripts cannot read. */
@Injectable()
export class SessionCookies {
  private readonly cookie: ReturnType<typeof sessionCookie>;

  constructor(
    environment: Environment,
    private readonly signIn: SignInService,
  ) {
    this.cookie = sessionCookie(environment);
  }

  /** @param maxAge seconds that the cookie outlives the browser; without it, it ends with it */
  set({ reply }: Visit, { refreshToken }: Pick<IssuedTokens, 'refreshToken'>, maxAge?: number): void {
    reply.setCookie(this.cookie.name, refreshToken, { ...this.cookie.options, maxAge });
  }

  /** Marks this browser as a kiosk's; see {@link forgetAll}. */
  markKiosk({ reply }: Visit): void {
    reply.setCookie(KIOSK_MARK.name, 'yes', { ...this.cookie.options, maxAge: KIOSK_MARK.maxAge });
  }

  /** Ends the session here and in the browser, and has the browser forget everything else of this site. */
  async signOut(visit: GuardedVisit): Promise<void> {
    await this.signIn.signOut(visit.caller);
    visit.reply.clearCookie(this.cookie.name, this.cookie.options);
    forgetAll(visit);
  }
}

/**
 * The browser drops what it holds of this site (Clear-Site-Data): cookies, storage and every page it kept. A kiosk's keeps
 * its storage: registrations that are not sent yet lie in it, sealed.
 */
export function forgetAll({ request, reply }: Visit): void {
  const isKiosk = request.cookies?.[KIOSK_MARK.name] !== undefined;
  reply.header('clear-site-data', isKiosk ? '"cache"' : '"cache", "cookies", "storage"');
}
