const shared = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
};

/** Tests of what happens in time: they keep what others would take of the machine away from them. */
const inTime = 'explorer|reliability|server|store';

export default {
  projects: [
    { ...shared, testRegex: `/test/(?!(${inTime})/).*\\.test\\.ts$` },
    {
      ...shared,
      testRegex: `/test/(${inTime})/.*\\.test\\.ts$`,
      runner: '<rootDir>/test/support/one-by-one.mjs',
    },
  ],
  testTimeout: 60_000,
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/support/setup.mjs',
  globalTeardown: '<rootDir>/test/support/teardown.mjs',
  reporters: ['default', '<rootDir>/test/support/reporter.mjs'],
};
