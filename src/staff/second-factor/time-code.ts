import { HOTP, Secret, TOTP } from 'otpauth';
import { latinDigits } from '../../platform/i18n/latin-digits.js';
import { randomOctets } from '../../platform/crypto/random-octets.js';

/** As every authenticator app has it: HMAC-SHA1, six digits, half a minute. Others are not read by all of them. */
const FORM = { algorithm: 'SHA1', digits: 6 } as const;
const STEP_SECONDS = 30;
/** Clocks may be one step off, before or after (RFC 6238 5.2). */
const STEPS_OFF = 1;
/** Of the hash's size (RFC 4226, R6). */
const SECRET_BYTES = 20;

/** A new secret, base32 as apps take it. */
export const newTimeSecret = (): string =>
  new Secret({ buffer: new Uint8Array(randomOctets(SECRET_BYTES)).buffer }).base32;

/** What an app's QR code says (Key URI Format). */
export const appAddress = (secret: string, username: string): string =>
  new TOTP({ ...FORM, period: STEP_SECONDS, issuer: 'Pulang', label: username, secret }).toString();

/** The six digits that somebody typed, or nothing where it is none. Apps show them in two groups. */
export const readTimeCode = (typed: string): string | undefined =>
  /^\d{6}$/.exec(latinDigits(typed).replace(/[\s-]/g, ''))?.[0];

/**
 * The time step whose code this is, of now, the one before and the one after; only a step later than the last one that was
 * accepted (RFC 6238 5.2: a code is good once).
 * @param code six digits @param now seconds since 1970
 */
export function acceptedStep(
  secret: string,
  code: string,
  now: number,
  lastStep: number,
): number | undefined {
  const counter = Math.floor(now / STEP_SECONDS);
  const delta = HOTP.validate({
    ...FORM,
    token: code,
    secret: Secret.fromBase32(secret),
    counter,
    window: STEPS_OFF,
  });
  return delta === null || counter + delta <= lastStep ? undefined : counter + delta;
}
