/** What the service found wrong with a registration, in codes only. */
export interface Fault {
  code: string;
  errors: readonly { pointer: string; code: string }[];
}

/**
 * One registration kept on a kiosk. `waiting` until the service has it, `sent` then, `refused` where an officer has to
 * look. What the person said is in the box, which the kiosk cannot open; it goes only once the service has it.
 */
export interface OutboxItem {
  /** The idempotency key: sent twice, it counts once. */
  id: string;
  reference: string;
  state: 'waiting' | 'sent' | 'refused';
  box: string | null;
  keptAt: number;
  sentAt: number | null;
  attempts: number;
  notBefore: number;
  fault: Fault | null;
}

/** How the service answered, if at all. */
export type Answer =
  | { kind: 'accepted'; reference: string }
  | { kind: 'refused'; fault: Fault }
  | { kind: 'not-enrolled' }
  | { kind: 'later'; seconds: number | null };

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 300_000;
const FORGET_AFTER = 24 * 3_600_000;

export const keptItem = (id: string, reference: string, box: string, now: number): OutboxItem => ({
  id,
  reference,
  state: 'waiting',
  box,
  keptAt: now,
  sentAt: null,
  attempts: 0,
  notBefore: now,
  fault: null,
});

/** A time further away than anybody waits was written under a clock that has been put right since: it holds nobody up. */
export const isDue = ({ state, notBefore }: OutboxItem, now: number): boolean =>
  state === 'waiting' && (notBefore <= now || notBefore > now + LONGEST_WAIT);

/** What was sent is listed for a day, so that staff can answer questions; nothing else is ever forgotten. */
export const isForgotten = ({ state, sentAt }: OutboxItem, now: number): boolean =>
  state === 'sent' && sentAt !== null && sentAt + FORGET_AFTER < now;

/** @param chance from 0 to 1, so that kiosks do not all come back in the same second */
export function afterAnswer(item: OutboxItem, answer: Answer, now: number, chance: number): OutboxItem {
  if (item.state === 'sent') return item;
  const attempts = item.attempts + 1;
  switch (answer.kind) {
    case 'accepted':
      return {
        ...item,
        state: 'sent',
        reference: answer.reference,
        box: null,
        sentAt: now,
        attempts,
        fault: null,
      };
    case 'refused':
      return { ...item, state: 'refused', fault: answer.fault, attempts };
    case 'not-enrolled':
    case 'later': {
      const own = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(item.attempts, 20)) * (0.5 + chance / 2);
      const asked = answer.kind === 'later' ? (answer.seconds ?? 0) * 1000 : 0;
      return {
        ...item,
        state: 'waiting',
        attempts,
        notBefore: now + Math.max(own, Math.min(asked, LONGEST_WAIT)),
      };
    }
  }
}

/** The network is back, or staff ask for it: no more waiting. What was refused is tried once more. */
export const tryNow = (item: OutboxItem, now: number): OutboxItem =>
  item.state === 'sent' ? item : { ...item, state: 'waiting', notBefore: now };

/** Reads an answer to sending a box. @param body what was answered, where it was JSON */
export function readAnswer(status: number, body: unknown, retryAfter: string | null): Answer {
  const known = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (status === 201 && typeof known['reference'] === 'string')
    return { kind: 'accepted', reference: known['reference'] };
  if (status === 401 || status === 403) return { kind: 'not-enrolled' };
  if (status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429)
    return typeof known['code'] === 'string'
      ? { kind: 'refused', fault: { code: known['code'], errors: faultsIn(known['errors']) } }
      : { kind: 'later', seconds: null };
  const seconds = Number(retryAfter ?? Number.NaN);
  return { kind: 'later', seconds: Number.isFinite(seconds) ? seconds : null };
}

const faultsIn = (errors: unknown): Fault['errors'] =>
  (Array.isArray(errors) ? errors : []).map((error: Partial<Fault['errors'][number]>) => ({
    pointer: String(error.pointer),
    code: String(error.code),
  }));
