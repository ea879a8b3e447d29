import type { Recipient } from '../recipient-directory.js';
import { nextSafeMoment } from '../safe-hours.js';

/** What is known when a message is due. */
export interface Circumstances {
  now: Date;
  expiresAt: Date;
  recipient: Recipient | null;
  /** Whether this service sends on the recipient's channel. */
  sendable: boolean;
  /** Whether this address said stop. */
  stopped: boolean;
  /** How many more this person, and this post, may be sent now. */
  leftForPerson: number;
  leftForPost: number;
}

export type Decision =
  { act: 'send' } | { act: 'suppress'; reason: string } | { act: 'wait'; reason: string; until: Date };

/** A post that has sent all it may looks again after so long. */
const LIMIT_PAUSE_MS = 5 * 60_000;

/** Whether a message that is due may go now. Pure. */
export function decide(circumstances: Circumstances): Decision {
  const { now, expiresAt, recipient, sendable, stopped, leftForPerson, leftForPost } = circumstances;
  if (expiresAt <= now) return { act: 'suppress', reason: 'expired' };
  if (!recipient) return { act: 'suppress', reason: 'no-recipient' };
  if (!recipient.consents) return { act: 'suppress', reason: 'no-consent' };
  if (recipient.channel === 'none') return { act: 'suppress', reason: 'no-safe-channel' };
  if (!sendable) return { act: 'suppress', reason: 'no-gateway' };
  if (stopped) return { act: 'suppress', reason: 'stopped' };
  const safe = nextSafeMoment(now, recipient.safeHours, recipient.timeZone);
  if (safe >= expiresAt) return { act: 'suppress', reason: 'no-safe-hour' };
  if (safe > now) return { act: 'wait', reason: 'safe-hours', until: safe };
  if (leftForPerson <= 0) return { act: 'suppress', reason: 'limit-person' };
  if (leftForPost > 0) return { act: 'send' };
  return { act: 'wait', reason: 'limit-post', until: new Date(now.getTime() + LIMIT_PAUSE_MS) };
}
