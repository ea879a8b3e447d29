const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A stop that takes longer is cut off; the next start recovers. */
const PATIENCE_MS = 30_000;

/**
 * Stops once, on the first signal or when whoever started us is gone, and ends the process. Ctrl-C reaches us from the
 * terminal and through npm, so later signals mean nothing new.
 */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const stopOnce = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of SIGNALS) process.on(signal, stopOnce);
  if (process.channel) process.once('disconnect', stopOnce);
}
