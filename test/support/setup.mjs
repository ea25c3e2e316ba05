import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNeo4j } from './neo4j.mjs';

/**
 * Before all tests: finds them a Neo4j, and one temporary folder for whatever they and the programs that they start
 * leave behind. It goes at the end of the run, so no test has to tidy up.
 */
export default async function setUp() {
  await findNeo4j();
  const folder = mkdtempSync(join(tmpdir(), 'attested-tests-'));
  // A service that is run without rights reads what a test put there.
  chmodSync(folder, 0o755);
  globalThis.temporaryFolder = folder;
  process.env.TMPDIR = folder;
}
