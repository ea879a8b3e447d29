import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UsageFault } from './usage-fault.js';

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>['values'];

export interface Command<Options extends ParseArgsOptionsConfig> {
  /** Shown for `--help` and behind what was wrong: how it is called, what it does, one line an option. */
  usage: string;
  options: Options;
  /** @returns the exit code; nothing is 0 */
  run(values: Values<Options>, positionals: string[]): Promise<number | void>;
}

/** Runs what an npm command does: exit code 2 and the usage where it is not understood, 1 where it fails. */
export async function runCommand<Options extends ParseArgsOptionsConfig>(
  command: Command<Options>,
  args: string[] = process.argv.slice(2),
): Promise<void> {
  if (args.includes('--help')) {
    console.log(command.usage);
    return;
  }
  try {
    const { values, positionals } = read(command.options, args);
    process.exitCode = (await command.run(values, positionals)) ?? 0;
  } catch (error) {
    process.exitCode = error instanceof UsageFault ? 2 : 1;
    console.error(error instanceof UsageFault ? `${error.message}\n\n${command.usage}` : error);
  }
}

function read<Options extends ParseArgsOptionsConfig>(options: Options, args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageFault((error as Error).message);
  }
}
