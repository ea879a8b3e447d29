import type { Recipient } from '../recipient-directory.js';
import { type Circumstances, decide } from './decide.js';

const NOW = new Date('2026-01-16T03:00:00Z');
const RECIPIENT: Recipient = {
  channel: 'sms',
  address: '+85512000001',
  language: 'id',
  timeZone: 'Asia/Phnom_Penh',
  consents: true,
};
const when = (changed: Partial<Circumstances>) =>
  decide({
    now: NOW,
    expiresAt: new Date('2026-01-16T04:00:00Z'),
    recipient: RECIPIENT,
    sendable: true,
    stopped: false,
    leftForPerson: 1,
    leftForPost: 1,
    ...changed,
  });

describe('a message that is due', () => {
  it('goes', () => expect(when({})).toEqual({ act: 'send' }));

  it.each<[string, Partial<Circumstances>]>([
    ['expired', { expiresAt: NOW }],
    ['no-recipient', { recipient: null }],
    ['no-consent', { recipient: { ...RECIPIENT, consents: false } }],
    ['no-safe-channel', { recipient: { ...RECIPIENT, channel: 'none' } }],
    ['no-gateway', { sendable: false }],
    ['stopped', { stopped: true }],
    ['no-safe-hour', { recipient: { ...RECIPIENT, safeHours: { from: 1200, to: 1260 } } }],
    ['limit-person', { leftForPerson: 0 }],
  ])('is suppressed: %s', (reason, changed) => {
    expect(when(changed)).toEqual({ act: 'suppress', reason });
  });

  it('waits for the next safe hour where that comes in time', () => {
    const recipient = { ...RECIPIENT, safeHours: { from: 630, to: 660 } };
    const until = new Date('2026-01-16T03:30:00Z');
    expect(when({ recipient })).toEqual({ act: 'wait', reason: 'safe-hours', until });
  });

  it('waits where the post has sent all it may', () => {
    expect(when({ leftForPost: 0 })).toMatchObject({ act: 'wait', reason: 'limit-post' });
  });
});
