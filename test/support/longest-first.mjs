import Sequencer from '@jest/test-sequencer';

/** What takes a minute and more, longest first. Begun last, one of them would run alone at the end. */
const LONG = [
  'test/browser/languages',
  'test/duplicates/febrl',
  'test/browser/register',
  'test/platform/hostile-input',
  'test/launch/start',
  'test/browser/',
];

const rank = ({ path }) => {
  const at = LONG.findIndex((part) => path.includes(part));
  return at < 0 ? LONG.length : at;
};

/** Jest's order of test files, but for those that are known to be long. A fresh clone has no times of its own to go by. */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    return (await super.sort(tests)).sort((a, b) => rank(a) - rank(b));
  }
}
