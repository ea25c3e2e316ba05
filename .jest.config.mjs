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

/** Tests that have the machine to themselves, after the others: of how long something takes by the clock on the wall. */
const alone = 'explorer/large|reliability/(abuse|faults|overload|restart|shutdown)\\.';

export default {
  projects: [
    { ...shared, testPathIgnorePatterns: [`<rootDir>/test/(${alone})`] },
    {
      ...shared,
      testPathIgnorePatterns: [`<rootDir>/test/(?!${alone})`],
      runner: '<rootDir>/test/support/one-by-one.mjs',
    },
  ],
  testSequencer: '<rootDir>/test/support/sequencer.mjs',
  testTimeout: 120_000,
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/support/setup.mjs',
  globalTeardown: '<rootDir>/test/support/teardown.mjs',
  reporters: ['default', '<rootDir>/test/support/reporter.mjs'],
};
