import { shownAs, shownNumbers } from './shown-numbers.js';

describe('a number that is shown with more than its digits', () => {
  it.each([
    ['123456', '00000000', '00123456'],
    ['1234567', '"X"0000000', 'X1234567'],
    ['85512345678', String.raw`\+0`, '+85512345678'],
    ['85512345678', '"+"#;[Red]-#', '+85512345678'],
    ['812345678', '[$-421]0000-0000-0000', '0008-1234-5678'],
    ['7', '000', '007'],
    ['0', '0', '0'],
    ['12345', '00', '12345'],
    ['12', '_-0', '12'],
    ['5', '"a;b"00', 'a;b05'],
  ])('is read as it is seen: %s as %s', (digits, format, shown) => {
    expect(shownAs(digits, format)).toBe(shown);
  });

  it.each([
    ['1234567', '#,##0'],
    ['35902', 'yyyy-mm-dd'],
    ['85512345678', '0.00E+00'],
    ['12.5', '000'],
    ['-5', '000'],
    ['12', 'General'],
    ['12', '"only words"'],
    ['3', '# ?/?'],
    ['1', '0%'],
  ])('is its digits otherwise: %s as %s', (digits, format) => {
    expect(shownAs(digits, format)).toBeUndefined();
  });

  it('has its format from its style', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="&quot;X&quot;000"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="170"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>';
    const sheet =
      '<row r="1"><c r="A1" s="1"><v>7</v></c><c r="B1" s="0"><v>7</v></c><c r="C1" s="1" t="n"/><c r="D1" s="1" t="s"><v>7</v></c><c s="1" r="E9"/></row>';
    expect([...shownNumbers(sheet, styles, [['7', '7', '8', '7']])]).toEqual([
      [0, 0, 'X007'],
      [0, 2, 'X008'],
    ]);
    expect([...shownNumbers(sheet, '', [['7']])]).toEqual([]);
  });
});
