import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Amount, Day, Instant, Nested, Text } from './fields.js';
import { fieldFaults, inheritedNames, shaped } from './field-faults.js';

class Times {
  @Instant() at: string;
  @Day() day: string;
}

const faults = (at: string, day = '2026-01-16') =>
  validateSync(plainToInstance(Times, { at, day })).map(({ property }) => property);

describe('fields of time', () => {
  it.each(['2026-01-16T02:00:00.000Z', '2026-01-16T09:00:00+07:00', '2026-01-16T02:00Z'])('take %s', (at) => {
    expect(faults(at)).toEqual([]);
  });

  it.each([
    '2026-W05-3T02:00:00Z',
    '2026-123T02:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-01-16T02:00:00+23:00',
    '+12026-01-16T02:00:00Z',
    '2026-01-16T25:00:00Z',
    '2026-01-16',
  ])('refuse %s, which not everything behind them can read', (at) => {
    expect(faults(at)).toEqual(['at']);
  });

  it.each(['0000-01-01', '2026-02-30', '2026-W05-3', '20260116'])('refuse the day %s', (day) => {
    expect(faults('2026-01-16T02:00:00Z', day)).toEqual(['day']);
  });
});

class Price {
  @Amount() amount: number;
}

describe('an amount', () => {
  it.each([0, 10, 120.5, 0.01, 1e9])('may be %d', (amount) => {
    expect(fieldFaults(validateSync(plainToInstance(Price, { amount })))).toEqual([]);
  });

  it.each([1e-7, -7e-323, 0.001, -1, 1e21, Number.NaN, Infinity, '10'])('is refused as %p', (amount) => {
    expect(fieldFaults(validateSync(plainToInstance(Price, { amount })))).not.toEqual([]);
  });
});

class Written {
  @Text({ max: 40 }) name: string;
  @Text({ max: 40, lines: true }) statement: string;
}

describe('text', () => {
  it('is one line where it is printed as one: a line break in a name is a space', () => {
    for (const broken of ['Siti\nContoh', 'Siti \r\n Contoh\n', 'Siti\u2028Contoh', 'Siti\tContoh'])
      expect(plainToInstance(Written, { name: broken }).name).toBe('Siti Contoh');
    expect(plainToInstance(Written, { statement: ' one \n\ntwo ' }).statement).toBe('one \n\ntwo');
  });
});

class Inner {
  @Text({ max: 9 }) name: string;
}
class Outer {
  @Nested(() => Inner) one: Inner;
  @Nested(() => Inner, { optional: true }) other?: Inner;
}

const outerFaults = (body: object) =>
  fieldFaults(validateSync(plainToInstance(Outer, body))).map(({ pointer, code }) => `${pointer} ${code}`);

describe('an object within a request', () => {
  it('is required unless it is optional, and nothing else can stand for it', () => {
    expect(outerFaults({ one: { name: 'x' } })).toEqual([]);
    expect(outerFaults({})).toEqual(['/one required']);
    expect(outerFaults({ one: null })).toEqual(['/one object-expected']);
    expect(outerFaults({ one: 7 })).toEqual(['/one object-expected']);
    expect(outerFaults({ one: { name: 'x' }, other: null })).toEqual(['/other object-expected']);
  });

  it('has no fields that every object has', () => {
    const sent = JSON.parse(
      '{"one":{"name":"x","toString":1},"__proto__":{"a":1},"list":[{"valueOf":2}]}',
    ) as object;
    expect(inheritedNames(sent).map(({ pointer }) => pointer)).toEqual([
      '/one/toString',
      '/__proto__',
      '/list/0/valueOf',
    ]);
    expect(shaped(Outer, { one: { name: 'x', constructor: 1 } }).faults).toEqual([
      { pointer: '/one/constructor', code: 'unknown-field' },
    ]);
  });
});
