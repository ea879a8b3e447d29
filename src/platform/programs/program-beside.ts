import { fileURLToPath } from 'node:url';

export interface Program {
  path: string;
  /** Options of Node for the new process or thread. */
  execArgv: string[];
}

/**
 * A program or a worker's script of ours that lies beside the caller: compiled where the caller is, and TypeScript where
 * tests run the sources themselves.
 * @param from the caller's `import.meta.url`
 * @param name the file's name without its ending
 */
export function programBeside(from: string, name: string): Program {
  const ending = from.endsWith('.ts') ? 'ts' : 'js';
  const path = fileURLToPath(new URL(`./${name}.${ending}`, from));
  if (ending === 'js') return { path, execArgv: ['--enable-source-maps'] };
  const loader = new URL('../../../test/support/run-typescript.mjs', import.meta.url).href;
  return { path, execArgv: ['--import', loader] };
}
