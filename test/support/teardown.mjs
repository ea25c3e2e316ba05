import { rmSync } from 'node:fs';

/** After all tests: what was given out is stopped, and what the tests left is removed. */
export default async function tearDown() {
  await globalThis.lender.close();
  rmSync(globalThis.temporaryFolder, { recursive: true, force: true, maxRetries: 5 });
}
