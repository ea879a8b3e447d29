import { readFileSync } from 'node:fs';
import { CommandFault } from './command-fault.js';
import { runCommand } from './command.js';

describe('a command', () => {
  let said: unknown[];
  const { exitCode } = process;
  beforeEach(() => {
    said = [];
    jest.spyOn(console, 'log').mockImplementation((what) => void said.push(what));
    jest.spyOn(console, 'error').mockImplementation((what) => void said.push(what));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = exitCode;
  });
  const run = async (args: string[], work: () => Promise<number | void> = async () => undefined) => {
    await runCommand({ usage: 'USAGE', options: { json: { type: 'boolean' } }, run: work }, args);
    return { code: process.exitCode, said };
  };

  it('says what it does, and in a sentence which option it does not know', async () => {
    expect(await run(['--help', '--wrong'])).toMatchObject({ said: ['USAGE'] });
    said = [];
    expect(await run(['--wrong'])).toEqual({ code: 2, said: ["Unknown option '--wrong'.\n\nUSAGE"] });
    said = [];
    expect(await run(['3'])).toEqual({ code: 2, said: ['"3" is not understood.\n\nUSAGE'] });
  });

  it('says in a sentence what was foreseen, and all of what was not', async () => {
    const fault = async () => {
      throw new CommandFault('The key cannot be opened.');
    };
    expect(await run([], fault)).toEqual({ code: 1, said: ['The key cannot be opened.'] });
    said = [];
    const missing = async () => void readFileSync('/no/such/file');
    expect((await run([], missing)).said).toEqual([expect.stringMatching(/^ENOENT: .*'\/no\/such\/file'$/)]);
    said = [];
    const defect = new TypeError('x is not a function');
    expect((await run([], () => Promise.reject(defect))).said).toEqual([defect]);
  });
});
