import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build } from '../support/borrow.ts';
import { describePython, programOf, run } from '../tools/python.ts';
import { type Malformed, malformed, malformedBytes, naughty } from './malformed.ts';
import { faultsOf, type RealService, startReal, type Used } from './service.ts';

let service: RealService;
let before: Used;
beforeAll(async () => {
  await build();
  service = await startReal({ LOG_LEVEL: 'error' });
  before = await service.used();
});
afterAll(() => service?.stop());

/** What is wrong with the answer to each. */
async function faults(cases: readonly Malformed[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name, sent, status } of cases) {
    const answer = await service
      .send(sent)
      .catch((error: Error) => ({ status: 0, headers: {}, text: error.message }));
    if (!status.includes(answer.status)) found.push(`${name}: ${answer.status} ${answer.text.slice(0, 100)}`);
    found.push(...faultsOf(answer).map((fault) => `${name}: ${fault}`));
  }
  return found;
}

test('there are 400 malformed requests and more', () => {
  expect(malformed.length + malformedBytes.length).toBeGreaterThanOrEqual(400);
});

const groups = grouped(malformed);

function groupOf({ name }: Malformed): string {
  return /^(JSON|a body|content-type|host|origin|accept|GET)/.exec(name)?.[0] ?? 'others';
}

function grouped(cases: readonly Malformed[]): Map<string, Malformed[]> {
  const found = new Map<string, Malformed[]>();
  for (const item of cases) found.set(groupOf(item), [...(found.get(groupOf(item)) ?? []), item]);
  return found;
}

test.each([...groups.keys()])('each gets its status, JSON and a code: %s', async (group) => {
  expect(await faults(groups.get(group) ?? [])).toEqual([]);
});

test.each(malformedBytes)('on a socket, $name gets its status', async ({ bytes, status }) => {
  const answer = await service.raw(bytes);
  expect(status).toContain(Number(answer.split(' ')[1]));
  expect(answer).not.toMatch(/node_modules|\n\s+at /);
});

describe('naughty strings', () => {
  test('are values and nothing else: as names, ids, filters and searches', async () => {
    const query =
      'query ($s: String!, $i: ID!) { person(name: $s) { id } node(id: $i) { id } people(where: { name: { contains: $s } }) { totalCount } resolve(name: $s) { matches { score } } }';
    const found: string[] = [];
    for (const s of naughty) {
      const answer = await service.ask(query, { variables: { s, i: s } });
      if (![200, 400].includes(answer.status))
        found.push(`${answer.status} ${JSON.stringify(s)} ${answer.text.slice(0, 90)}`);
      found.push(...faultsOf(answer));
    }
    expect(found).toEqual([]);
  });

  test('stand in a document as well', async () => {
    for (const s of naughty) {
      const answer = await service.ask(
        `{ people(where: { name: { eq: ${JSON.stringify(s)} } }) { totalCount } }`,
      );
      expect([s, answer.status, faultsOf(answer)]).toEqual([s, expect.any(Number), []]);
    }
  });
});

describe('values at the edge of their types', () => {
  const values: readonly unknown[] = [
    2 ** 31,
    -(2 ** 31) - 1,
    1e308,
    -0,
    0.5,
    true,
    null,
    '',
    '1',
    [],
    [1],
    {},
    '0000-00-00',
    '9999-12-31',
    '2023-02-29',
    '\0',
    '\ud800',
    '\u202e',
    'x'.repeat(50_000),
  ];
  const operations = [
    'query ($v: Int) { people(first: $v) { totalCount } }',
    'query ($v: ID!) { node(id: $v) { id } }',
    'query ($v: String) { people(after: $v) { totalCount } }',
    'query ($v: Date) { events(where: { date: { during: { from: $v } } }) { totalCount } }',
    'query ($v: [ID!]!) { nodes(ids: $v) { id } }',
  ];
  test.each(operations)('get an answer or a reason: %s', async (query) => {
    for (const v of values) {
      const answer = await service.ask(query, { variables: { v } });
      expect([v, answer.status, faultsOf(answer), answer.text]).toEqual([
        v,
        expect.any(Number),
        [],
        expect.any(String),
      ]);
      expect([200, 400]).toContain(answer.status);
    }
  });
});

test('after all that the process is what it was, and answers', async () => {
  const after = await service.used();
  expect(after.dirty).toBe(before.dirty);
  expect((await service.ask('{ people { totalCount } }')).status).toBe(200);
  expect(
    service
      .log()
      .split('\n')
      .filter((line) => line.includes('unexpected error')),
  ).toEqual([]);
});

/** Cases that schemathesis makes of each field of Query. */
const EXAMPLES = Number(process.env.SCHEMATHESIS_EXAMPLES ?? '2');

describePython('schemathesis', () => {
  test(
    `finds no fault of the service in ${EXAMPLES} cases for each question`,
    async () => {
      const args = [
        ...['run', resolve('docs/schema.graphql'), '--url', `${service.url}/graphql`],
        ...['--checks', 'not_a_server_error', '--max-examples', String(EXAMPLES)],
        ...['--phases', 'fuzzing', '--no-color', '--generation-deterministic'],
      ];
      const said = await run(programOf('schemathesis'), args, { cwd: tmpdir() });
      expect(said).toMatch(/passed/);
      expect(service.log()).not.toContain('unexpected error');
    },
    60_000 + 30_000 * EXAMPLES,
  );
});
