import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build } from '../support/borrow.ts';

/**
 * The files that a request goes through, found by running the built service under precise coverage: a file counts when
 * one of its functions ran. The map in src/README.md draws the same way, and names no file too many and none too few.
 */

/** The most files of ours that a request may go through, when its operation is new, and when it is known; six of them read its name. */
const FILES_MAX = { new: 33, known: 19 };

/** What of it this side of the compiler may be: the edge, GraphQL and the slots. */
const OWN_MAX = { new: 10, known: 7 };

/** Stands on the way only where OpenTelemetry is installed, as it is for the tests. */
const OPTIONAL = 'server/tracing.ts';

const QUERY = '{ gifts(from: "Putin") { nodes { name } } }';

let service: ChildProcess;
let url = '';
let paths: { readonly new: readonly string[]; readonly known: readonly string[] };

/** The files whose functions ran since this was asked last, as they are called in src/. */
async function worked(): Promise<readonly string[]> {
  const answered = once(service, 'message');
  service.send('take');
  const [urls] = (await answered) as [readonly string[]];
  const dist = pathToFileURL(resolve('dist')).href;
  return urls
    .filter((file) => file.startsWith(`${dist}/`))
    .map((file) => file.slice(dist.length + 1).replace(/js$/, 'ts'))
    .filter((file) => file !== OPTIONAL)
    .sort();
}

async function filesOf(query: string): Promise<readonly string[]> {
  await worked();
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  expect(await answer.json()).toMatchObject({ data: expect.anything() });
  // What is counted when an answer has gone out belongs to its way, too.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return worked();
}

beforeAll(async () => {
  await build();
  const env = { PATH: process.env.PATH, GRAPH_URL: 'memory:', PORT: '0', LOG_LEVEL: 'warn' };
  const args = ['--import', './test/server/coverage.mjs', 'dist/main.js', 'serve'];
  service = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  let shown = '';
  for await (const piece of service.stdout ?? []) {
    shown += piece;
    if (shown.includes('Try:')) break;
  }
  url = /http:\S+?(?=\/graphql)/.exec(shown)?.[0] ?? '';
  // What is done but once in the life of a service is no part of the way.
  await filesOf('{ people { nodes { name } } }');
  paths = { new: await filesOf(QUERY), known: await filesOf(QUERY) };
});
afterAll(() => {
  service?.kill();
});

/** The files that the map draws, line by line; those of a known request are marked. */
function drawn(way: keyof typeof FILES_MAX): readonly string[] {
  const map = readFileSync('src/README.md', 'utf8');
  const [, block = ''] = /```way\n([\s\S]*?)```/.exec(map) ?? [];
  const lines: string[] = block.split('\n').filter((line) => way === 'new' || line.startsWith('●'));
  return lines.flatMap((line) => line.match(/[\w/-]+\.ts\b/g) ?? []);
}

const isOwn = (file: string): boolean => /^(server|graphql)\/|^admission/.test(file);

describe.each(['new', 'known'] as const)('a %s request', (way) => {
  test('goes through the files that the map draws, all of which are there', () => {
    process.stdout.write(`${way}: ${paths[way].length} files\n${paths[way].map((f) => `  ${f}\n`).join('')}`);
    expect(drawn(way).filter((file) => !existsSync(`src/${file}`))).toEqual([]);
    expect([...drawn(way)].sort()).toEqual(paths[way]);
  });

  test(`goes through ${FILES_MAX[way]} files at most, ${OWN_MAX[way]} of them before the compiler`, () => {
    expect(paths[way].filter(isOwn).length).toBeLessThanOrEqual(OWN_MAX[way]);
    expect(paths[way].length).toBeLessThanOrEqual(FILES_MAX[way]);
  });
});
