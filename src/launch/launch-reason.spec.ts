import { EnvironmentFaults } from '../platform/config/environment.js';
import { KeyUnreadable } from '../travel-documents/pki/software-keystore.js';
import { MasterKeyRefused } from '../platform/crypto/master-key-refused.js';
import { LaunchFault } from './launch-fault.js';
import { launchReason } from './launch-reason.js';

const fault = (facts: object) => Object.assign(new Error('said by a library, perhaps with a secret'), facts);

describe('why a program does not start', () => {
  it.each([
    [new LaunchFault('In a sentence.'), 'In a sentence.'],
    [new EnvironmentFaults(['TOKEN_KEY is missing']), 'TOKEN_KEY is missing'],
    [new MasterKeyRefused('MASTER_KEY is another'), 'MASTER_KEY is another'],
    [fault({ code: '42P01' }), 'The database is older than this version'],
    [fault({ code: 'ECONNREFUSED', syscall: 'connect' }), 'The database cannot be reached'],
    [new AggregateError([fault({ code: 'ECONNREFUSED' })]), 'The database cannot be reached'],
    [fault({ code: '28P01' }), 'The database cannot be reached'],
    [
      fault({ code: '42501', message: 'permission denied to set role "pulang_app"' }),
      'The role in DATABASE_URL is not pulang_app',
    ],
    [
      fault({ code: '22023', message: 'invalid value: role "pulang_app" does not exist' }),
      'The role in DATABASE_URL is not pulang_app',
    ],
    [fault({ code: 'EADDRINUSE', syscall: 'listen', port: 3000, address: '::' }), 'Port 3000 is taken'],
    [fault({ code: 'EACCES', syscall: 'listen', port: 80, address: '::' }), 'Port 80 needs more rights'],
    [
      fault({ code: 'EADDRNOTAVAIL', syscall: 'listen', port: 3000, address: '192.0.2.1' }),
      'on 192.0.2.1, port 3000',
    ],
    [new KeyUnreadable('signer-ID'), '"signer-ID" of travel documents cannot be read. Check DOCUMENT_KEYS'],
  ])('says it in a sentence: %s', (error, sentence) => {
    expect(launchReason(error)).toContain(sentence);
    expect(launchReason(error)).not.toContain('secret');
  });

  it('leaves an error that nobody foresaw as it is', () => {
    expect(launchReason(fault({ code: '42501' }))).toBeUndefined();
    expect(launchReason(new TypeError('x'))).toBeUndefined();
  });
});
