/**
 * Why the service cannot start, and what the person at the keyboard can do about it, in one sentence or two. Shown
 * without a stack; the process ends with exit code 1.
 */
export class LaunchFault extends Error {
  override readonly name = 'LaunchFault';
}
