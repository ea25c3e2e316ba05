const shared = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
};

/** Tests that have the machine to themselves: of what happens in time, and one that takes all of it. */
const alone = '(explorer|reliability|server|store)/(?!(kept|supply|grafeo)\\.)|fuzz/operations\\.';

export default {
  projects: [
    { ...shared, testPathIgnorePatterns: [`<rootDir>/test/(${alone})`] },
    {
      ...shared,
      testPathIgnorePatterns: [`<rootDir>/test/(?!${alone})`],
      runner: '<rootDir>/test/support/one-by-one.mjs',
    },
  ],
  testTimeout: 60_000,
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/support/setup.mjs',
  globalTeardown: '<rootDir>/test/support/teardown.mjs',
  reporters: ['default', '<rootDir>/test/support/reporter.mjs'],
};
