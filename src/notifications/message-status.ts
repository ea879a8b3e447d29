/**
 * The states of a message and what each may become.
 * `sending` is written before a message is handed over, `sent` after the gateway has taken it; what is found between the
 * two after a crash becomes `uncertain`, which only a receipt or a supervisor resolves.
 */
export const MESSAGE_TRANSITIONS = {
  queued: ['sending', 'suppressed'],
  sending: ['queued', 'sent', 'delivered', 'failed', 'uncertain'],
  uncertain: ['sent', 'delivered', 'failed', 'queued'],
  sent: ['delivered', 'failed'],
  delivered: [],
  failed: ['queued', 'delivered'],
  suppressed: [],
} as const satisfies Record<string, readonly string[]>;

export type MessageState = keyof typeof MESSAGE_TRANSITIONS;
export const MESSAGE_STATES = Object.keys(MESSAGE_TRANSITIONS) as MessageState[];

export const mayBecome = (from: MessageState, to: MessageState): boolean =>
  (MESSAGE_TRANSITIONS[from] as readonly MessageState[]).includes(to);

/** The states that lead to another one, for the `WHERE` of a change. */
export const leadingTo = (to: MessageState): MessageState[] =>
  MESSAGE_STATES.filter((from) => mayBecome(from, to));

/** Dead letters: nothing happens to them unless a supervisor sends them again. */
export const DEAD: readonly MessageState[] = ['failed', 'uncertain'];
