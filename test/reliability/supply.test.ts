import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closureOf, lock, production } from './lockfile.ts';

const folder = mkdtempSync(join(tmpdir(), 'attested-'));
// So that whoever runs the tests can remove it.
afterAll(() => {
  execFileSync('chmod', ['-R', 'u+w', folder]);
});

const read = (path: string) => readFileSync(path, 'utf8');

/** Builds and packs from a copy of the sources in a folder of its own. */
function pack(name: string): { readonly tarball: string; readonly integrity: string } {
  const at = join(folder, name);
  mkdirSync(at);
  for (const path of execFileSync(
    'git',
    ['ls-files', 'src', 'cypher', 'docs', '*.json', '*.md', '*.graphql', 'LICENSE'],
    { encoding: 'utf8' },
  ).split('\n')) {
    if (path !== '' && existsSync(path)) cpSync(path, join(at, path));
  }
  symlinkSync(resolve('node_modules'), join(at, 'node_modules'));
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.tsconfig.build.json'], {
    cwd: at,
  });
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json'], {
    cwd: at,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename, integrity }] = JSON.parse(packed);
  return { tarball: join(at, filename), integrity };
}

describe('the package', () => {
  let tarball: string;
  let tree: string;
  beforeAll(() => {
    const one = pack('one');
    const two = pack('two');
    expect(two.integrity).toBe(one.integrity);
    expect(readFileSync(two.tarball).equals(readFileSync(one.tarball))).toBe(true);
    tarball = one.tarball;
    execFileSync('tar', ['-xzf', tarball, '-C', folder]);
    tree = join(folder, 'package');
    symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
  });

  test('is the same byte for byte, from whatever folder it is packed, and holds no more than it needs', () => {
    const entries = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter(
      (path) => !path.startsWith('node_modules'),
    );
    expect(entries).toEqual(
      expect.arrayContaining(['dist/main.js', 'core.graphql', 'schema.graphql', 'LICENSE', 'package.json']),
    );
    expect(entries.filter((path) => /^(src|test)|tsbuildinfo|\.env|\.map$/.test(path))).toEqual([]);
  });

  test('starts without rights from a tree that nobody can write, and leaves when told', async () => {
    execFileSync('chmod', ['-R', 'a-w,a+rX', tree]);
    chmodSync(folder, 0o755);
    const asNobody =
      process.getuid?.() === 0
        ? [
            'setpriv',
            '--reuid=65534',
            '--regid=65534',
            '--clear-groups',
            '--no-new-privs',
            '--bounding-set=-all',
          ]
        : [];
    const [command = '', ...args] = [...asNobody, process.execPath, join(tree, 'dist/main.js'), 'serve'];
    const child = spawn(command, args, {
      cwd: '/',
      env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        said += data;
      });
    }
    const ended = once(child, 'exit');
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
    for (let i = 0; i < 300 && !said.includes('Try:') && child.exitCode === null; i += 1)
      await new Promise((done) => setTimeout(done, 100));
    const url = /http:\/\/\S+?:\d+/.exec(said)?.[0];
    expect([said, url]).toEqual([expect.stringContaining('loaded'), expect.any(String)]);
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ people { totalCount } }"}',
    });
    expect(answer.status).toBe(200);
    // The saved questions come with it.
    const table = await fetch(`${url}/q/gifts-between.csv?from=Putin&to=Kim`);
    expect([table.status, await table.text()]).toEqual([200, expect.stringContaining('space-suit glove')]);
    child.kill('SIGTERM');
    const [exit] = await ended;
    clearTimeout(timer);
    expect(exit).toBe(0);
  });

  test('speaks to a language model by the name that it is installed under', async () => {
    // As npm links it: `npx attested mcp` runs this file.
    const bin = join(folder, 'attested');
    const { bin: named } = JSON.parse(read(join(tree, 'package.json'))) as { bin: { attested: string } };
    symlinkSync(join(tree, named.attested), bin);
    const child = spawn(process.execPath, [bin, 'mcp'], { cwd: '/', env: { PATH: process.env.PATH } });
    let heard = '';
    child.stdout.on('data', (data) => {
      heard += data;
    });
    const ended = once(child, 'exit');
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
    for (const message of conversation)
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    for (let i = 0; i < 300 && !heard.includes('"id":2') && child.exitCode === null; i += 1)
      await new Promise((done) => setTimeout(done, 100));
    child.stdin.end();
    const [exit] = await ended;
    clearTimeout(timer);
    const lines = heard
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ jsonrpc, id }) => [jsonrpc, id])).toEqual([
      ['2.0', 1],
      ['2.0', 2],
    ]);
    expect(JSON.stringify(lines[1].result.structuredContent)).toContain('gift:2023-putin-kim-rifle');
    expect(exit).toBe(0);
  });
});

/** Messages of the Model Context Protocol, one a line. */
const conversation = [
  {
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '0' } },
  },
  { method: 'notifications/initialized' },
  { id: 2, method: 'tools/call', params: { name: 'list_gifts', arguments: { giver: 'Putin' } } },
];

describe('the packages that it brings', () => {
  test('come from a registry, each with a hash', () => {
    for (const [path, { resolved, integrity, optional }] of Object.entries(lock)) {
      // The engine's packages for other platforms are named only, so that npm ci knows of them.
      if (path === '' || (optional && resolved === undefined)) continue;
      if (resolved !== undefined)
        expect([path, String(resolved).startsWith('https://')]).toEqual([path, true]);
      expect([path, String(integrity)]).toEqual([path, expect.stringMatching(/^sha512-/)]);
    }
  });

  test('need no script to be installed: one has such a script, and does without', () => {
    const scripted = production.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(scripted).toEqual(['node_modules/@apollo/protobufjs']);
    for (const file of ['Dockerfile']) expect(read(file)).toMatch(/npm ci --omit=dev --ignore-scripts/);
  });

  test('ask for no later Node than this one, those for development neither', () => {
    const at = join(folder, 'engines');
    mkdirSync(at);
    for (const file of ['package.json', 'package-lock.json']) cpSync(file, join(at, file));
    const args = ['ci', '--dry-run', '--engine-strict', '--ignore-scripts', '--offline', '--no-audit'];
    const { status, stderr } = spawnSync('npm', args, { cwd: at, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('EBADENGINE')]);
  });

  test('are counted in docs/packages.md, which has the reason for each that we name, and all come with one of these', () => {
    const text = read('docs/packages.md');
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    const rows = [...text.matchAll(/^\| `([^`]+)` \| ([^|]{6,}) \| (\d+)/gm)];
    const told = rows.map(([, name = '', , count]) => [name, Number(count)]);
    const closures = Object.keys(dependencies).map((name) => [name, closureOf(name)] as const);
    expect(told.sort()).toEqual(closures.map(([name, all]) => [name, all.size]).sort());
    const reached = new Set(closures.flatMap(([, all]) => [...all]));
    expect(production.map(([path]) => path).filter((path) => !reached.has(path))).toEqual([]);
    expect(text).toContain(`${production.length} packages of production`);
  });

  test('are listed by npm run sbom', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const [command, ...args] = String(scripts.sbom).split(' ');
    const sbom = JSON.parse(
      execFileSync(command ?? '', args, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 2 ** 26,
      }),
    );
    type Component = { readonly name: string; readonly properties?: readonly { readonly name: string }[] };
    const needed = (sbom.components as Component[]).filter(
      ({ properties = [] }) => !properties.some(({ name }) => name.endsWith(':development')),
    );
    const listed = new Set(needed.map(({ name }) => name));
    const names = production.map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(names.filter((name) => !listed.has(name))).toEqual([]);
  });
});

describe('SECURITY.md', () => {
  const rows = read('SECURITY.md')
    .split('\n')
    .filter((line) => /^\| [A-Z]/.test(line) && !line.startsWith('| Promise'));

  test('names for each promise a test that there is', () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const tests = [...row.matchAll(/`(test\/[\w./-]+)`: "([^"]+)"/g)];
      expect([row, tests.length]).toEqual([row, expect.any(Number)]);
      expect([row, tests.length > 0]).toEqual([row, true]);
      for (const [, path = '', title = ''] of tests)
        expect([path, title, read(path).includes(title)]).toEqual([path, title, true]);
    }
  });
});
