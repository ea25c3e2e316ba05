import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Lender, Pool, Task } from './lender.mjs';
import { findNeo4j } from './neo4j.mjs';

/** Runs a program of the repository and gives what it said when it fails. */
const run = async (command, ...args) => {
  await promisify(execFile)(command, args).catch(({ stdout, stderr }) => {
    throw new Error(`${command} ${args.join(' ')} failed: ${stdout}${stderr}`);
  });
};

const script = (name) => run('npm', 'run', '--silent', name);

/**
 * Before all tests: looks for a Neo4j, makes one temporary folder for whatever the tests and the programs that they
 * start leave behind, which goes at the end of the run, so that no test has to tidy up, and gives out what they share.
 */
export default async function setUp({ maxWorkers }) {
  const neo4j = new Pool(await findNeo4j(maxWorkers));
  const service = new Task(() => script('build:service'));
  // They are put beside the service, whose build must not meet another one.
  const pages = new Task(() => service.take().then(() => script('build:explorer')));
  const python = new Task(() => run('bash', 'test/tools/install-python', process.env.TOOLS_VENV ?? '.venv'));
  const folder = mkdtempSync(join(tmpdir(), 'attested-tests-'));
  // A service that is run without rights reads what a test put there.
  chmodSync(folder, 0o755);
  globalThis.temporaryFolder = folder;
  process.env.TMPDIR = folder;
  process.env.TESTS_LENDER = join(folder, 'lender');
  globalThis.lender = new Lender({ service, pages, neo4j, python });
  await globalThis.lender.listen(process.env.TESTS_LENDER);
}
