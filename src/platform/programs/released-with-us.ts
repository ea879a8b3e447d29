import { spawn } from 'node:child_process';

/**
 * Sees to it that a process which we hold still (SIGSTOP) goes on when we end, however that happens: a shell waits for the
 * end of our pipe. @returns what ends the watch; `fit` is false where there is no shell, and then nothing may be held
 */
export function releasedWithUs(pid: number): { readonly fit: boolean; end(): void } {
  const watch = { fit: process.platform !== 'win32', end: (): void => undefined };
  const shell = spawn('/bin/sh', ['-c', 'read -r end; kill -CONT "$1"', 'sh', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: {},
  });
  const unfit = () => (watch.fit = false);
  shell.on('error', unfit).on('exit', unfit);
  shell.stdin.on('error', unfit);
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  watch.end = () => void shell.stdin.end();
  return watch;
}
