import { blankTexts, withoutEmptyEnd } from './empty-end.js';

describe('the end of a sheet', () => {
  const cut = (sheet: string) => withoutEmptyEnd(Buffer.from(sheet), new Set(['7'])).toString();
  const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData><mergeCells/></worksheet>`;

  it.each([
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"/></row>',
    '<row r="1"><c r="A1" t="inlineStr"><is><t>ß</t></is></c></row>',
    '<row r="1"><c r="A1"><f>1+1</f></c></row>',
    '<row r="1"/><row r="9"><c r="A9"><v>7</v></c></row >',
  ])('is where the last row with anything in it ends: %s', (filled) => {
    expect(cut(sheet(`${filled}<row r="2" ht="20"/><row r="65536"><c r="A65536" s="1"/></row>`))).toBe(
      sheet(filled),
    );
    expect(cut(sheet(filled))).toBe(sheet(filled));
  });

  it.each([
    '<c r="A30001" t="s"><v>7</v></c>',
    '<c r="A30001" t="inlineStr"><is><t xml:space="preserve"> \u00a0</t></is></c>',
    '<c r="A30001" t="str"><v> </v></c>',
    '<c r="A30001"><v/></c>',
  ])('is not where somebody typed a space: %s', (space) => {
    const filled = '<row r="1"><c r="A1" t="s"><v>8</v></c></row>';
    expect(cut(sheet(`${filled}<row r="30001">${space}</row>`))).toBe(sheet(filled));
  });

  it('knows shared texts of nothing but space', () => {
    const texts = '<sst><si><t>a</t></si><si><t> </t></si><si/><si><r><t> </t></r><r><t>b</t></r></si></sst>';
    expect([...blankTexts(Buffer.from(texts))]).toEqual(['1', '2']);
    expect([...blankTexts(undefined)]).toEqual([]);
  });

  it.each([
    sheet('<row r="30000"/>'),
    '<worksheet><sheetData/></worksheet>',
    '<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c>',
    '<sst><si><t>sheetDat</t></si></sst>',
  ])('is left where nothing tells it: %s', (whole) => {
    expect(cut(whole)).toBe(whole);
  });
});
