import { ServiceUnavailableException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { asProblem } from './as-problem.js';

const system = (code: string) => Object.assign(new Error(code), { code });
const query = (code: string) => new QueryFailedError('SELECT 1', [], system(code));

describe('asProblem', () => {
  it.each([
    ['a refused connection', system('ECONNREFUSED')],
    ['a name that does not resolve while the container of the database starts', system('ENOTFOUND')],
    ['a name server that is not there yet', system('EAI_AGAIN')],
    ['a host that is away', system('EHOSTUNREACH')],
    ['a network that is away', system('ENETUNREACH')],
    ['a database that shuts down', query('57P01')],
    ['a primary that has become a standby', query('25006')],
    ['a statement that took too long', query('57014')],
    ['a connection that broke in the middle', new QueryFailedError('SELECT 1', [], system('ECONNRESET'))],
    [
      'a client whose connection broke',
      new Error('Client has encountered a connection error and is not queryable'),
    ],
    ['a server that is closing', new ServiceUnavailableException()],
    ['a server that is closing, as Fastify says it', Object.assign(new Error(), { statusCode: 503 })],
  ])('says of %s that trying again helps, and when', (_, error) => {
    expect(asProblem(error)).toMatchObject({ kind: 'unavailable', code: 'busy', options: { retryAfter: 5 } });
  });

  it('says of a full disk that nothing can be saved, and when to come again', () => {
    const full = { kind: 'unavailable', code: 'storage-full', options: { retryAfter: 15 } };
    expect(asProblem(query('53100'))).toMatchObject(full);
  });

  it('leaves what is a defect of ours alone', () => {
    expect(asProblem(new Error('x'))).toBeUndefined();
    expect(asProblem(query('42601'))).toBeUndefined();
  });
});
