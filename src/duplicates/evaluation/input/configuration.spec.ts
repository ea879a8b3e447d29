import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config.js';
import { readRecords } from './read-records.js';

const REGISTER = `REC_ID,PERSON,FULL_NAME,GIVEN,MIDDLE,SURNAME,BORN,NIK
rec-1-dup-0,1,Siti Contoh Umpama,Siti,Contoh,Umpama,1990-04-17,317
rec-1-dup-1,1,Siti Contoh Umpama,Siti,Contoh,Umpama,1990,318
rec-2-org,2,Budi Umpama,Budi,,Umpama,,319
`;

describe('a configuration', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'configuration-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const records = (config: object, inBytes = (text: string): string | Buffer => text) => {
    writeFileSync(join(folder, 'register.csv'), REGISTER);
    const path = join(folder, 'config.json');
    const whole = { files: 'register.csv', fields: { name: 'full_name' }, truth: 'person', ...config };
    writeFileSync(path, inBytes(JSON.stringify(whole)));
    return readRecords(readConfig(path));
  };
  const people = (truth: object, pairs = '') => {
    writeFileSync(join(folder, 'pairs.csv'), pairs);
    return records({ truth }).map(({ person }) => person);
  };

  it.each([
    ['a column', 'born'],
    ['a list of one', ['born']],
    ['an object', { column: 'born', format: 'YYYY-MM-DD' }],
  ])('names the day of birth by %s', (_, birthDate) => {
    const [first, , third] = records({ fields: { name: 'full_name', birthDate } });
    expect(first?.record.birthDate).toEqual({ year: 1990, month: 4, day: 17 });
    expect(third?.record.birthDate).toBeUndefined();
  });

  it.each([
    ['as fields', { given: 'given', middleName: 'middle', family: 'surname' }],
    ['within the name', { name: { given: ['given', 'middle'], family: 'surname' } }],
  ])('gives the parts of a name %s', (_, fields) => {
    expect(records({ fields })[0]?.record.names).toEqual({
      full: undefined,
      given: 'Siti Contoh',
      family: 'Umpama',
    });
  });

  it('takes single columns and lists alike, and nothing for null', () => {
    const read = (documents: unknown) =>
      records({ fields: { name: ['full_name'], documents, birthDate: null } })[0]?.record.documents;
    expect([read('nik'), read(['nik', 'rec_id']), read(null)]).toEqual([['317'], ['317', 'rec-1-dup-0'], []]);
  });

  it.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('may have %s', (_, inBytes) => {
    expect(records({}, inBytes)).toHaveLength(3);
  });

  it('has the truth in a column, or in part of it', () => {
    expect(people({ column: 'person' })).toEqual(['1', '1', '2']);
    expect(people({ column: 'rec_id', pattern: '^rec-(\\d+)-' })).toEqual(['1', '1', '2']);
  });

  it.each([
    ['two ids', 'a,b\nrec-1-dup-0,rec-1-dup-1\n'],
    ['two ids and labels', 'a,b,is_match\nrec-1-dup-0,rec-1-dup-1,TRUE\nrec-1-dup-1,rec-2-org,False\n'],
    ['labels first', 'Is_Match,a,b\n0,rec-2-org,rec-1-dup-1\n1,rec-1-dup-1,rec-1-dup-0\n'],
  ])('has the truth in a file of pairs, with %s', (_, pairs) => {
    const [first, second, third] = people({ pairs: 'pairs.csv', id: 'rec_id' }, pairs);
    expect([first === second, second === third]).toEqual([true, false]);
  });

  it.each([
    [{ fields: { name: 'full_name', channel: 'nik' } }, '"channel" is no field. There are: name, given,'],
    [{ fields: { name: 'full_name', birthDate: ['born', 'nik'] } }, '"birthDate" takes a column'],
    [{ fields: { name: 'name' } }, 'has no column "name". It has: REC_ID,'],
    [{ truth: {} }, '"truth" takes {"column"'],
    [{ files: [] }, '"files" takes the paths of one or two CSV files.'],
  ])('is refused as %j', (config, message) => {
    expect(() => records(config)).toThrow(message);
  });

  it.each([
    ['a,b,score\nrec-1-dup-0,rec-1-dup-1,0.9\n', 'should have two columns of ids, and is_match at most'],
    ['a,b\nrec-1-dup-0,rec-9\n', 'pair 1: "rec-1-dup-0" and "rec-9" are not both ids of records.'],
  ])('is refused with pairs as %j', (pairs, message) => {
    expect(() => people({ pairs: 'pairs.csv', id: 'rec_id' }, pairs)).toThrow(message);
  });
});
