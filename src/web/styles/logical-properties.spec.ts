import { toLogicalProperties } from './logical-properties.js';

describe('toLogicalProperties', () => {
  it.each([
    ['a{margin-left:1px;padding-right:2px}', 'a{margin-inline-start:1px;padding-inline-end:2px}'],
    [
      'a{border-left:1px solid;border-right-color:red}',
      'a{border-inline-start:1px solid;border-inline-end-color:red}',
    ],
    ['a{top:0;left:0;right:auto}', 'a{top:0;inset-inline-start:0;inset-inline-end:auto}'],
    ['a{text-align:left}b{text-align:right}', 'a{text-align:start}b{text-align:end}'],
    ['a{float:right}', 'a{float:right;float:inline-end}'],
  ])('%s becomes %s', (physical, logical) => expect(toLogicalProperties(physical)).toBe(logical));

  it.each([
    'a{margin:0 1px 0 2px}',
    '.left:hover{color:red}',
    'a{background-position:left top}',
    'a{margin-inline-start:1px;inset-inline-end:0}',
  ])('leaves %s alone', (css) => expect(toLogicalProperties(css)).toBe(css));
});
