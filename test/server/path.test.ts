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

/**
 * The most files of ours that a request may go through: a new operation, a known one, and one whose name is a variable. Six of
 * them read its name.
 */
const FILES_MAX = { new: 37, known: 23, named: 23 };

type Way = keyof typeof FILES_MAX;

/** What of it this side of the compiler may be: the edge, GraphQL and the slots. */
const OWN_MAX = { new: 12, known: 9, named: 9 };

/** Stands on the way only where OpenTelemetry is installed, as it is for the tests. */
const OPTIONAL = 'server/tracing.ts';

const QUERY = '{ gifts(from: "Putin") { nodes { name } } }';
const NAMED = 'query ($name: String) { gifts(from: $name) { nodes { name } } }';

let service: ChildProcess;
let url = '';
let paths: { readonly [way in Way]: readonly string[] };

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

async function filesOf(query: string, name?: string): Promise<readonly string[]> {
  await worked();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query, ...(name !== undefined && { variables: { name } }) });
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
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
  const [first, again] = [await filesOf(QUERY), await filesOf(QUERY)];
  await filesOf(NAMED, 'Putin');
  paths = { new: first, known: again, named: await filesOf(NAMED, 'Vladimir Putin') };
});
afterAll(() => {
  service?.kill();
});

/** What the map marks lines with. */
const MARKS = { new: /^/, known: /^●/, named: /^[●○]/ };

/** The files that the map draws, line by line; those of a known request are marked. */
function drawn(way: Way): readonly string[] {
  const map = readFileSync('src/README.md', 'utf8');
  const [, block = ''] = /```way\n([\s\S]*?)```/.exec(map) ?? [];
  const lines: string[] = block.split('\n').filter((line) => MARKS[way].test(line));
  return lines.flatMap((line) => line.match(/[\w/-]+\.ts\b/g) ?? []);
}

const isOwn = (file: string): boolean => /^(server|graphql)\/|^admission/.test(file);

describe.each(['new', 'known', 'named'] as const)('a %s request', (way) => {
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
