import { inspectEnvironment } from './environment.js';

const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://pulang.example',
  DATABASE_URL: 'postgresql://pulang_app:secret@database/pulang',
  MASTER_KEY: Buffer.alloc(32).toString('base64'),
  TOKEN_KEY: Buffer.alloc(32).toString('base64'),
  DOCUMENT_KEYS: '/run/document-keys',
  DOCUMENT_KEYS_PASSPHRASE: 'sixteen-or-more-characters',
};

const faultsOf = (changed: NodeJS.ProcessEnv) => inspectEnvironment({ ...PRODUCTION, ...changed }).faults;

describe('the environment of production', () => {
  it('is usable with real secrets and an address that browsers reach safely', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each(['10.0.0.1', '172.30.71.0/24, 2001:db8::/32', '::1,127.0.0.1', 'loopback'])(
    'believes the proxies %s',
    (TRUSTED_PROXIES) => expect(faultsOf({ TRUSTED_PROXIES })).toEqual([]),
  );

  it('does not know the passphrase of the keys where a signer runs by itself', () => {
    expect(faultsOf({ DOCUMENT_KEYS_PASSPHRASE: undefined, DOCUMENT_SIGNER: '/run/signer.sock' })).toEqual(
      [],
    );
  });

  it('is limited where nobody says how, as docs/operations.md has it', () => {
    expect(inspectEnvironment(PRODUCTION).values).toMatchObject({
      RATE_LIMIT_ADDRESS: 600,
      RATE_LIMIT_SESSION: 30_000,
      MOST_AT_ONCE: 200,
      CASES_A_DAY: 200,
      DOCUMENTS_A_DAY: 2000,
      MESSAGES_PER_HOUR: 3_000,
      MESSAGES_PER_DAY: 15_000,
      MESSAGES_TO_PERSON: 12,
    });
  });

  it('wants a second factor of everybody, which a demonstration offers', () => {
    expect(inspectEnvironment(PRODUCTION).values.SECOND_FACTOR).toBe('required');
    expect(inspectEnvironment({ ...PRODUCTION, NODE_ENV: 'demonstration' }).values.SECOND_FACTOR).toBe(
      'offered',
    );
  });

  it.each([
    ['PUBLIC_URL', ''],
    ['PUBLIC_URL', 'http://pulang.example'],
    ['PUBLIC_URL', 'HTTP://pulang.example'],
    ['PUBLIC_URL', 'HTTPS://pulang.example'],
    ['PUBLIC_URL', 'pulang.example'],
    ['SECOND_FACTOR', 'offered'],
    ['SECOND_FACTOR', 'none'],
    ['DATABASE_URL', ''],
    ['DATABASE_URL', 'mysql://database/pulang'],
    ['MASTER_KEY', ''],
    ['MASTER_KEY', 'short'],
    ['TOKEN_KEY', ''],
    ['DOCUMENT_KEYS', ''],
    ['DOCUMENT_KEYS_PASSPHRASE', 'too-short'],
    ['DOCUMENT_KEYS_PASSPHRASE', ''],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.1, 10.0.0.0/33'],
  ])('refuses %s=%s, and does not repeat it', (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((fault) => fault.startsWith(name))).toBe(true);
    if (value.length > 5) expect(faults.join()).not.toContain(value);
  });
});
