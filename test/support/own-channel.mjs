/**
 * A channel of its own for a run, between the runner and the process that runs it. jest-light-runner 0.8.2 keeps one list of
 * listeners for all processes: where two begin at once, the first one's question is answered to both and both are taken off the
 * list; the other one, which did not listen yet, asks in vain and waits for ever.
 * @template {{ onMessage(listener: Function): void, postMessage(message: unknown): void }} T
 * @param {T} shared
 */
export function ownChannel(shared) {
  /** @type {Function | undefined} */
  let own;
  return {
    ...shared,
    /** @param {Function} listener */
    onMessage: (listener) => void (own = listener),
    /** @param {unknown} message */
    postMessage: (message) => {
      // listening for no longer than the answer takes: nobody else is there to be answered
      if (own) shared.onMessage(own);
      shared.postMessage(message);
    },
  };
}
