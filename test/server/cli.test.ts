import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { settings } from '../../src/config.ts';
import { build } from '../support/borrow.ts';
import { peopleScript } from '../support/rows.ts';
import { Cli, runCli } from './cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'attested-'));
const NO_TEXTS = { ARTICLES_DIR: join(folder, 'none') };
let running: Cli | undefined;

beforeAll(build);
afterEach(async () => {
  await running?.end('SIGKILL');
  running = undefined;
});

function serve(environment: Record<string, string> = {}): Cli {
  running = new Cli(['serve'], { PORT: '0', ...NO_TEXTS, ...environment });
  return running;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever the service answers
const bodyOf = async (response: Response): Promise<any> => response.json();

const codeOf = async (response: Response) => (await bodyOf(response)).errors[0].extensions.code;

describe('attested serve', () => {
  test('prints its address and a question to try, answers it, and stops when told', async () => {
    const cli = serve();
    const [, url] = await cli.shows(/attested is at (\S+)\/graphql\n/);
    const [, asked, body] = await cli.shows(/curl -s (\S+) -H 'content-type: application\/json' -d '(.*)'\n/);
    expect(asked).toBe(`${url}/graphql`);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(String(asked), { method: 'POST', headers, body: String(body) });
    const { data } = await bodyOf(response);
    expect(data.gifts.nodes.map((gift: { name: string }) => gift.name).sort()).toEqual([
      'Russian-made rifle',
      'space-suit glove',
    ]);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const { exit, stderr } = await cli.end('SIGTERM');
    expect(exit).toBe(0);
    expect(stderr).toContain('"signal":"SIGTERM"');
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('takes less than 2 s of processor time until its question can be asked (needs Linux)', async () => {
    const cli = serve();
    await cli.shows(/curl/);
    const fields = readFileSync(`/proc/${cli.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const [user = 0, system = 0] = fields.slice(11, 13).map(Number);
    expect((user + system) / 100).toBeLessThan(2);
  });

  test('says which port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const { exit, stdout, stderr } = await runCli([], { PORT: port, ...NO_TEXTS, LOG_LEVEL: 'silent' });
    other.close();
    expect({ exit, stdout }).toEqual({ exit: 69, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^attested: Port ${port} .*PORT_IN_USE\\)\n$`));
  });

  test('starts while its server is down, says so, and is not ready', async () => {
    const cli = serve({ GRAPH_URL: 'bolt://127.0.0.1:1' });
    const [, url] = await cli.shows(/attested is at (\S+)\/graphql\n/);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await codeOf(ready)]).toEqual([503, 'STORE_UNAVAILABLE']);
    const asked = await fetch(`${url}/graphql?query={__typename}`);
    expect([asked.status, await codeOf(asked)]).toEqual([503, 'STARTING']);
    expect((await cli.end('SIGTERM')).exit).toBe(0);
  });
});

describe('attested schema', () => {
  test('prints the schema as clients see it, and the constraints of its graph', async () => {
    const [schema, script] = await Promise.all([runCli(['schema']), runCli(['schema', '--cypher'])]);
    expect(schema).toEqual({ exit: 0, stdout: readFileSync('docs/schema.graphql', 'utf8'), stderr: '' });
    expect(script).toEqual({ exit: 0, stdout: readFileSync('cypher/00-schema.cypher', 'utf8'), stderr: '' });
  });

  test('takes the folders of DOMAIN_DIR, each on top of those before it', async () => {
    const { stdout } = await runCli(['schema'], { DOMAIN_DIR: 'news, test/domain/treaty' });
    expect(stdout).toMatch(/^type Treaty implements Entity & Node \{$/m);
    expect(stdout).toMatch(/^type Gift implements Sourced & Entity & Node \{$/m);
  });

  test('says which folder has no schema', async () => {
    const { exit, stdout, stderr } = await runCli(['schema'], { DOMAIN_DIR: '/nowhere' });
    expect({ exit, stdout }).toEqual({ exit: 65, stdout: '' });
    expect(stderr).toMatch(/^attested: \/nowhere\/schema\.graphql: .*DOMAIN_INVALID\)\n$/);
  });
});

/** A script with nothing wrong. */
const SOUND = peopleScript('a', [{ id: 'person:a', name: 'Ann' }]);

describe('what cannot be', () => {
  const broken = join(folder, 'broken');
  const empty = join(folder, 'empty.cypher');
  const fault = new RegExp(`/10-a\\.cypher:${SOUND.split('\n').length}: .*GRAPH_INVALID`);
  beforeAll(() => {
    execFileSync('mkdir', ['-p', broken]);
    writeFileSync(join(broken, '10-a.cypher'), `${SOUND}MERGE (n:Person;\n`);
    writeFileSync(empty, '');
  });

  const cases: readonly [string, readonly string[], Record<string, string>, number, RegExp][] = [
    ['an engine', ['serve'], { GRAPH_URL: 'mysql://root:hunter2@db' }, 78, /GRAPH_URL.*BAD_CONFIG/],
    ['a port', ['serve'], { PORT: 'http' }, 78, /PORT must be a whole number.*BAD_CONFIG/],
    ['an address to listen at', ['serve'], { HOST: '203.0.113.1' }, 78, /HOST.*BAD_CONFIG/],
    [
      'a folder of scripts',
      ['load'],
      { CORPUS_DIR: '/no/such/folder' },
      66,
      /\/no\/such\/folder.*SCRIPT_UNREADABLE/,
    ],
    ['a folder that is a file', ['load'], { CORPUS_DIR: empty }, 66, /SCRIPT_UNREADABLE/],
    ['a script', ['load'], { CORPUS_DIR: broken }, 65, fault],
    ['a script, when serving', ['serve'], { CORPUS_DIR: broken, PORT: '0' }, 65, fault],
    [
      'a setting that is no more',
      ['load'],
      { CYPHER_DIR: broken },
      78,
      /CYPHER_DIR is no setting.*CORPUS_DIR/,
    ],
    ['a server', ['load'], { GRAPH_URL: 'bolt://127.0.0.1:1' }, 69, /STORE_UNAVAILABLE/],
    ['a command', ['sreve'], {}, 64, /sreve.*attested help.*BAD_COMMAND/],
    ['an option', ['load', '--rebiuld'], {}, 64, /--rebiuld.*BAD_COMMAND/],
    ['an option of another command', ['serve', '--rebuild'], {}, 64, /--rebuild.*BAD_COMMAND/],
    ['a word too many', ['load', 'all'], {}, 64, /all.*BAD_COMMAND/],
  ];
  test.each(cases)('is refused in one sentence: %s', async (_what, args, environment, status, message) => {
    const { exit, stderr } = await runCli(args, { ...NO_TEXTS, LOG_LEVEL: 'silent', ...environment });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/hunter2|\n\s+at /);
    expect(exit).toBe(status);
  });
});

describe('the other commands', () => {
  test('load says what it did, and how to add what is missing', async () => {
    const { exit, stdout } = await runCli(['load', '--rebuild'], NO_TEXTS);
    expect(exit).toBe(0);
    expect(stdout).toMatch(
      /^loaded \d+ nodes and \d+ relationships in \d+ ms \(\d+ scripts written, 0 removed\), .* ARTICLES_DIR/,
    );
  });

  test('what is printed need not be read to its end', () => {
    const line = `set -o pipefail; "${process.execPath}" dist/main.js help | true`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('help names every setting, and version the version', async () => {
    const help = await runCli(['help']);
    expect(help.exit).toBe(0);
    for (const { name } of Object.values(settings)) expect(help.stdout).toContain(name);
    expect((await runCli(['--help'])).stdout).toBe(help.stdout);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect((await runCli(['version'])).stdout).toBe(`${version}\n`);
  });
});
