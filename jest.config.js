/** What all tests share: processes of plain Node, in which our sources are compiled by the build's compiler. */
const base = {
  runner: '<rootDir>/test/support/runner.mjs',
  transform: {},
  setupFiles: ['<rootDir>/test/support/run-typescript.mjs'],
  setupFilesAfterEnv: ['<rootDir>/test/support/time-limit.mjs'],
};

/** Tests with a database: one server for the run, one database for each file. */
const withDatabase = {
  ...base,
  globalSetup: '<rootDir>/test/support/start-database-server.mjs',
  globalTeardown: '<rootDir>/test/support/stop-database-server.mjs',
};

export default {
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
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
