import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { CommandFault } from './command-fault.js';
import { UsageFault } from './usage-fault.js';

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>['values'];

export interface Command<Options extends ParseArgsOptionsConfig> {
  /** Shown for `--help` and behind what was wrong: how it is called, what it does, one line an option. */
  usage: string;
  options: Options;
  /** Takes words beside its options, such as the name of a file. */
  takesWords?: true;
  /** @returns the exit code; nothing is 0 */
  run(values: Values<Options>, positionals: string[]): Promise<number | void>;
}

/** Runs what an npm command does: exit code 2 and the usage where it is not understood, 1 where it fails; a stack only where nobody foresaw it. */
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
    if (positionals.length > 0 && !command.takesWords)
      throw new UsageFault(`"${positionals[0]}" is not understood.`);
    process.exitCode = (await command.run(values, positionals)) ?? 0;
  } catch (error) {
    process.exitCode = error instanceof UsageFault ? 2 : 1;
    if (error instanceof UsageFault) console.error(`${error.message}\n\n${command.usage}`);
    else console.error(isForeseen(error) ? error.message : error);
  }
}

function read<Options extends ParseArgsOptionsConfig>(options: Options, args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // Node goes on to explain how a name that starts with a dash would be written
    throw new UsageFault((error as Error).message.replace(/\. To specify .*/s, '.'));
  }
}

/** What the operating system refuses (no such file, no right to it) says in its message all that helps. */
const isForeseen = (error: unknown): error is Error =>
  error instanceof CommandFault || (error instanceof Error && 'syscall' in error);
