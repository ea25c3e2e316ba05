import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type KeyTerms, makeKey } from '../../src/server/keys.ts';
import { build } from '../support/borrow.ts';
import { codeOf, type RealService, startReal } from './service.ts';

/** Keys that run out, come, go and are bounded while the service runs, and what its log says of who asked. */

const folder = mkdtempSync(join(tmpdir(), 'attested-'));
const file = join(folder, 'keys.json');
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

const made = (name: string, terms: Partial<KeyTerms> = {}) => makeKey(name, { scopes: ['read'], ...terms });
const keys = {
  lasting: made('lasting', { until: '9999-12-31' }),
  old: made('old', { until: yesterday }),
  poor: made('poor', { workPerMinute: 300 }),
  late: made('late'),
};

const write = (...names: readonly (keyof typeof keys)[]) =>
  writeFileSync(file, JSON.stringify({ keys: names.map((name) => keys[name].entry) }));

let service: RealService;

beforeAll(async () => {
  await build();
  write('lasting', 'old', 'poor');
  service = await startReal({ API_KEYS: file, LOG_LEVEL: 'info' });
});

afterAll(async () => {
  await service?.stop();
  rmSync(folder, { recursive: true });
});

const ask = (name: keyof typeof keys, query = '{ countries { totalCount } }') =>
  service.send({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${keys[name].key}` },
    body: JSON.stringify({ query }),
  });

/** As long as the service may take to see that the file is another one. */
const seen = () => new Promise((resolve) => setTimeout(resolve, 1_200));

describe('a key', () => {
  test('opens until its last day, and is told that it ran out after it', async () => {
    expect((await ask('lasting')).status).toBe(200);
    const { status, text } = await ask('old');
    expect([status, codeOf(text)]).toEqual([401, 'UNAUTHENTICATED']);
    expect(text).toContain(`Your key ran out: its last day was ${yesterday}.`);
  });

  test('that is added counts without a restart, and one that is taken out no longer does', async () => {
    expect((await ask('late')).status).toBe(401);
    write('late', 'poor', 'old');
    await seen();
    expect([(await ask('late')).status, (await ask('lasting')).status]).toEqual([200, 401]);
    writeFileSync(file, '{"keys": [');
    await seen();
    expect((await ask('late')).status).toBe(200);
    expect(service.log()).toContain('The keys of before count on.');
    write('lasting', 'old', 'poor', 'late');
    await seen();
    expect((await ask('lasting')).status).toBe(200);
  });

  test('has so much work in a minute, and is told when there is more', async () => {
    const question = '{ gifts(orderBy: [{item: DESC}]) { totalCount nodes { id givers { nodes { id } } } } }';
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await ask('poor', question));
    const last = answers.at(-1);
    expect([last?.status, codeOf(last?.text ?? '')]).toEqual([429, 'RATE_LIMIT']);
    expect(last?.text).toContain('Your key may go through 300 rows of the graph in a minute');
    expect((await ask('lasting', question)).status).toBe(200);
  });
});

describe('the log', () => {
  const lines = () =>
    service
      .log()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  test('tells of each question who asked, what it was priced as, in which lane it was, and what came of it', () => {
    const question = lines().find(({ msg, principal }) => msg === 'operation' && principal === 'lasting');
    expect(question).toMatchObject({
      cost: expect.any(Number),
      work: expect.any(Number),
      lane: 'light',
      status: 200,
    });
  });

  test('tells of each refused key whose it was, or that it is nobody’s, and never the key', () => {
    const refused = lines().filter(({ msg }) => msg === 'refused');
    expect(refused).toContainEqual(expect.objectContaining({ code: 'UNAUTHENTICATED', principal: 'old' }));
    expect(refused).toContainEqual(expect.objectContaining({ sent: 'a key that nobody has', scope: 'read' }));
    for (const { key } of Object.values(keys)) expect(service.log()).not.toContain(key.slice(10));
    expect(readFileSync(file, 'utf8')).not.toContain(keys.lasting.key);
  });
});
