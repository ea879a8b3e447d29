import { userPath } from '../../platform/command-line/arguments.js';
import { runCommand } from '../../platform/command-line/command.js';
import { UsageFault } from '../../platform/command-line/usage-fault.js';
import { evaluateFiles } from './evaluate-files.js';
import { evaluateNamePairs } from './evaluate-name-pairs.js';
import { printFigures } from './figures/print-figures.js';

await runCommand({
  usage: `npm run eval:duplicates -- --config FILE.json [--json]
npm run eval:duplicates -- --pairs FILE.csv [--json]

Finds who is one person in files where that is known, and says how often it was right. docs/duplicates.md
describes the configuration; test/duplicates has some.

--config FILE.json   which files and columns to read, and where the truth is
--pairs FILE.csv     pairs of names: columns name1, name2, is_match
--json               one JSON object on standard output`,
  options: { config: { type: 'string' }, pairs: { type: 'string' }, json: { type: 'boolean' } },
  async run({ config, pairs, json }, positionals) {
    if (positionals.length > 0) throw new UsageFault(`"${positionals[0]}" is not understood.`);
    if (!config && !pairs)
      throw new UsageFault('Say what to evaluate: --config FILE.json or --pairs FILE.csv.');
    if (config && pairs && json) throw new UsageFault('--json prints one object: take --config or --pairs.');
    for (const figures of [
      config && evaluateFiles(userPath(config)),
      pairs && evaluateNamePairs(userPath(pairs)),
    ]) {
      if (!figures) continue;
      if (json) console.log(JSON.stringify(figures));
      else printFigures(figures);
    }
  },
});
