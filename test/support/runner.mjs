import { createRequire } from 'node:module';
import { createRunner } from 'jest-light-runner';
import { ownChannel } from './own-channel.mjs';

const { default: Tinypool } = await import(
  createRequire(import.meta.resolve('jest-light-runner')).resolve('tinypool')
);
const { run } = Tinypool.prototype;
Tinypool.prototype.run = function (task, options) {
  return run.call(
    this,
    task,
    options?.channel ? { ...options, channel: ownChannel(options.channel) } : options,
  );
};

/** Tests run in processes of plain Node, without a context for each file: see docs/decisions/0036. */
export default createRunner({ runtime: 'child_process' });
