import TestRunner from 'jest-runner';

/** Runs its test files one after the other, with the machine to each of them. */
export default class OneByOne extends TestRunner {
  isSerial = true;
}
