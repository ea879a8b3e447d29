import { QueryFailedError } from 'typeorm';
import { describeError } from './describe-error.js';

describe('describeError', () => {
  it('says nothing that a failed query repeats of a person', () => {
    const driverError = Object.assign(new Error('invalid input syntax for type date: "Budi Contoh"'), {
      code: '22007',
      constraint: 'person_name',
      detail: 'Key (full_name)=(Budi Contoh) already exists.',
    });
    const described = describeError(new QueryFailedError('SELECT $1', ['Budi Contoh'], driverError));
    expect(JSON.stringify(described)).not.toContain('Budi');
    expect(described).toMatchObject({
      type: 'QueryFailedError',
      message: 'a query failed',
      code: '22007',
      constraint: 'person_name',
    });
  });

  it('keeps what helps to find a defect', () => {
    const described = describeError(new TypeError('x is not a function'));
    expect(described).toMatchObject({ type: 'TypeError', message: 'x is not a function' });
    expect(described.stack).toContain('describe-error.spec');
  });
});
