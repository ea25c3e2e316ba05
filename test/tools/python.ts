import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { borrow } from '../support/borrow.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const venv = process.env.TOOLS_VENV ?? join(root, '.venv');
const requirements = readFileSync(join(here, 'requirements.txt'), 'utf8');
const wanted = createHash('sha256').update(requirements).digest('hex');
const stamp = join(venv, 'attested-requirements');
const required = process.env.REQUIRE_TOOLS === '1';

function isInstalled(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wanted;
}

function hasPython(): boolean {
  return spawnSync('python3', ['-c', 'import venv, sys; sys.exit(sys.version_info < (3, 11))']).status === 0;
}

/** Whether a command answers. */
export function has(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** Declares tests that need a foreign tool: skipped loudly where it is missing, or failed if REQUIRE_TOOLS=1. */
export function describeWith(
  tool: { name: string; present: boolean },
  title: string,
  body: () => void,
): void {
  if (tool.present) describe(title, body);
  else if (required) {
    describe(title, () => {
      test(`needs ${tool.name}`, () => {
        throw new Error(`${tool.name} is missing, and REQUIRE_TOOLS=1 asks for it`);
      });
    });
  } else {
    process.stderr.write(`\nSKIPPED: ${title}: ${tool.name} is missing.\n`);
    describe.skip(title, body);
  }
}

/** Declares tests whose readers are Python packages; the first one makes the virtual environment. */
export function describePython(title: string, body: () => void): void {
  describeWith({ name: 'Python 3.11 with venv', present: isInstalled() || hasPython() }, title, () => {
    beforeAll(makeVenv, 600_000);
    body();
  });
}

async function makeVenv(): Promise<void> {
  if (!isInstalled()) await (await borrow('python')).release();
}

/** Where a program of one of the packages is. */
export const programOf = (name: string): string => join(venv, 'bin', name);

/** Runs a script of readers/ and reads the JSON that it prints. */
// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever a reader says
export async function read(script: string, ...args: readonly string[]): Promise<any> {
  const out = await run(programOf('python'), [join(here, 'readers', script), ...args]);
  return JSON.parse(out);
}

/** Runs a program to its end and gives what it wrote; a failure says what it wrote to its error stream. */
export async function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const child = spawn(command, args, { cwd: root, ...options });
  running.add(child);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const code = await new Promise<number | string | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(status ?? signal));
  });
  running.delete(child);
  if (code === 0) return Buffer.concat(out).toString('utf8');
  const said = Buffer.concat([...out, ...err]).toString('utf8');
  throw new Error(`${command} ${args[0]} ended with ${code}: ${said.slice(-4_000)}`);
}

const running = new Set<ReturnType<typeof spawn>>();

afterAll(() => {
  for (const child of running) child.kill();
});
