import { createHmac, timingSafeEqual } from 'node:crypto';

const FORM = /^t=(\d{10}),v1=([0-9a-f]{64})$/;
/** A recorded request is of no use after this. */
const TOLERANCE_SECONDS = 300;

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 with the shared secret over the seconds, a full stop and the body as sent. */
export const sign = (secret: string, seconds: number, body: Buffer): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex')}`;

/** Whether the body was signed with the secret within the last minutes. Takes the same time for any wrong signature. */
export function isSigned(secret: string, header: string | undefined, body: Buffer, now: Date): boolean {
  const seconds = Number(FORM.exec(header ?? '')?.[1]);
  if (!header || !(Math.abs(now.getTime() / 1000 - seconds) <= TOLERANCE_SECONDS)) return false;
  const expected = Buffer.from(sign(secret, seconds, body));
  const given = Buffer.from(header);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
