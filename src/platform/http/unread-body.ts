import type { IncomingMessage } from 'node:http';

/** Enough for every file that somebody sends by mistake; whoever sends on after that is cut off. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MILLISECONDS = 10_000;

/**
 * Reads away what is still coming of a request that is refused for its size, keeping none of it: a connection that is closed
 * on unread bytes is reset, and whoever sends first and reads then (as browsers do) never sees why.
 */
export async function readAway(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  await new Promise<void>((resolve) => {
    let left = MOST_BYTES;
    const stop = () => {
      clearTimeout(timer);
      request.off('data', count).off('end', stop).off('error', stop).off('close', stop);
      resolve();
    };
    const count = ({ length }: Buffer) => {
      left -= length;
      if (left < 0) stop();
    };
    const timer = setTimeout(stop, MOST_MILLISECONDS).unref();
    request.unpipe();
    request.on('data', count).on('end', stop).on('error', stop).on('close', stop).resume();
  });
}
