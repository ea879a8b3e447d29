import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluateNamePairs } from './evaluate-name-pairs.js';

describe('a file of pairs of names', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'name-pairs-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const evaluated = (content: string | Buffer) => {
    const path = join(folder, 'pairs.csv');
    writeFileSync(path, content);
    return evaluateNamePairs(path);
  };

  it('says how often it was right', () => {
    const figures = evaluated(
      'name1,name2,is_match\nBudi Contoh,Boedi Contoh,true\nBudi Contoh,Agus Contoh,false\nBudi,Rahmat,true\n',
    );
    expect(figures).toEqual({
      records: 3,
      truePairs: 2,
      automatic: { precision: 1, recall: 0.5, f1: 0.666667 },
      withReview: { recall: 0.5 },
      reviewShare: 0,
      seconds: expect.any(Number),
    });
  });

  const plain = 'name1,name2,is_match\nBudi Contoh,Boedi Contoh,true\nBudi Contoh,Agus Contoh,false\n';
  it.each([
    ['a byte order mark and lines of Windows', `\ufeff${plain.replace(/\n/g, '\r\n')}`],
    ['UTF-16', Buffer.from(`\ufeff${plain}`, 'utf16le')],
    ['tabs', plain.replace(/,/g, '\t')],
    ['semicolons under an empty line', `\n${plain.replace(/,/g, ';')}`],
    ['labels of a spreadsheet', plain.replace('true', 'TRUE').replace('false', '')],
    ['labels of numbers', plain.replace('true', '1.0').replace('false', '0.0')],
    ['labels of words', plain.replace('true', 'Yes').replace('false', 'no-match')],
    ['empty lines and empty rows', `${plain}\n,,\n\n`],
    [
      'other columns, in another order, and commas in quotes',
      'Is_Match,note,name2,NAME1\n1,"a, b","Contoh, Budi",Boedi Contoh\n0,,Agus Contoh,Budi Contoh\n',
    ],
  ])('may have %s', (_, content) => {
    const { records, truePairs, automatic } = evaluated(content);
    expect({ records, truePairs, f1: automatic.f1 }).toEqual({ records: 2, truePairs: 1, f1: 1 });
  });

  it.each([
    [
      'name1,name2,is_match\nA,B,true\nA,B,perhaps\n',
      'is_match is true or false, not "perhaps" as in pair 2.',
    ],
    ['name1,name,is_match\nA,B,true\n', 'has no column "name2". It has: name1, name, is_match.'],
    ['name1,name2,is_match\n', 'has a header and no records.'],
    ['', 'is empty.'],
    ['name1,name2,is_match\n"A,B,true\n', 'is not CSV'],
  ])('is refused as %j', (content, message) => {
    expect(() => evaluated(content)).toThrow(message);
  });
});
