const WIDTH = 28;
const EVERY_MS = 200;
const EVERY_MS_IN_A_LOG = 10_000;

export interface Progress {
  /** From 0 to 1. */
  share: number;
  /** What stands behind the bar. */
  text: string;
}

/**
 * Shows on stderr how far something has come: a bar that moves on a terminal, a line now and then in a log.
 * @returns ends it, after one last look
 */
export function showProgress(look: () => Progress): () => void {
  const { stderr } = process;
  const write = () => {
    const { share, text } = look();
    const filled = Math.round(Math.min(1, share) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    stderr.write(`${stderr.isTTY ? '\r\u001b[K' : ''}${bar} ${text}${stderr.isTTY ? '' : '\n'}`);
  };
  const timer = setInterval(write, stderr.isTTY ? EVERY_MS : EVERY_MS_IN_A_LOG);
  return () => {
    clearInterval(timer);
    write();
    if (stderr.isTTY) stderr.write('\n');
  };
}
