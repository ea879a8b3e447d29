import { requireNearPlaces } from './cell-places.js';

describe('the places of a sheet', () => {
  const sheet = (rows: string) => Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
  const fault = (part: Buffer): string | undefined => {
    try {
      requireNearPlaces(part);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('are near in a list, also where somebody coloured a row to its end', () => {
    const coloured = `<row r='2' spans="1:2"><c r='A2' s="1"/><c r = "XFD2" s="1"/></row>`;
    expect(
      fault(sheet(`<row r="1"><c r="A1"><v>1</v></c></row>${coloured}<row r="20000"/>`)),
    ).toBeUndefined();
    expect(fault(sheet('<row><c><v>1</v></c></row>'))).toBeUndefined();
  });

  it.each([
    ['<row r="20001"/>', 'too-many-rows'],
    ['<row><c r="A1048576"><v>1</v></c></row>', 'too-many-rows'],
    ['<row r="4000000000"/>', 'not-a-table'],
    ['<row r="4e9"/>', 'not-a-table'],
    ["<row a='>'r='0xffff'/>", 'not-a-table'],
    ['<row r="&#52;000"/>', 'not-a-table'],
    ['<c r="ZZZZ1"><v>1</v></c>', 'not-a-table'],
    ['<c r="\uffff1"><v>1</v></c>', 'not-a-table'],
    [Array.from({ length: 500 }, (_, n) => `<c r="XFD${n + 1}"><v>1</v></c>`).join(''), 'too-many-columns'],
  ])('are refused before anything is read: %.40s', (rows, expected) => {
    expect(fault(sheet(rows))).toBe(expected);
  });

  it('are not looked for in other parts', () => {
    expect(fault(Buffer.from('<sst><si><t>r="4e9"</t></si></sst>'))).toBeUndefined();
  });
});
