import type { Tally } from './tally.js';

const WIDTH = 28;
const EVERY_MS = 200;
const EVERY_MS_IN_A_LOG = 10_000;

/** Shows on stderr how far a surge has come: a bar that moves on a terminal, a line now and then in a log. */
export function showProgress(tally: Tally): () => void {
  const { stderr } = process;
  const write = () => {
    const filled = Math.round(tally.share() * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    const counts = `registered ${tally.of('registered')}, verified ${tally.of('verified')}, home ${tally.of('arrived')} of ${tally.people}`;
    const errors =
      tally.errors.size > 0 ? `, errors ${[...tally.errors.values()].reduce((a, b) => a + b)}` : '';
    stderr.write(`${stderr.isTTY ? '\r\u001b[K' : ''}${bar} ${counts}${errors}${stderr.isTTY ? '' : '\n'}`);
  };
  const timer = setInterval(write, stderr.isTTY ? EVERY_MS : EVERY_MS_IN_A_LOG);
  return () => {
    clearInterval(timer);
    write();
    if (stderr.isTTY) stderr.write('\n');
  };
}
