import { rmSync } from 'node:fs';
import { leaveNeo4j } from './neo4j.mjs';

/** After all tests: what the set-up began is stopped, and what the tests left is removed. */
export default async function tearDown() {
  await leaveNeo4j();
  rmSync(globalThis.temporaryFolder, { recursive: true, force: true, maxRetries: 5 });
}
