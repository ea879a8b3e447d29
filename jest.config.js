/** What all tests share: our sources compiled by the build's compiler, as ES modules. */
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', {}] },
  setupFiles: ['<rootDir>/test/support/load-nest.js'],
  testTimeout: 60_000,
};

/** Tests with a database: one server for the run, one database for each file. */
const withDatabase = {
  ...base,
  globalSetup: '<rootDir>/test/support/start-database-server.mjs',
  globalTeardown: '<rootDir>/test/support/stop-database-server.mjs',
};

export default {
  maxWorkers: '100%',
  // what a test file loaded is never quite let go of (ES modules in contexts): a worker begins anew before that slows it
  workerIdleMemoryLimit: '1GB',
  // nothing is left open: a worker ends its work within 10 ms, and needs more than jest's half second to give back its
  // memory, so that jest says "failed to exit gracefully" at the end
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'rules', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    {
      ...withDatabase,
      displayName: 'service',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/browser/', '<rootDir>/test/documents/'],
    },
    { ...withDatabase, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
    { ...withDatabase, displayName: 'documents', testMatch: ['<rootDir>/test/documents/**/*.spec.ts'] },
  ],
};
