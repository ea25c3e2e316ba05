import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore, Statistics } from '../../src/store/store.ts';
import { idOf, loadGenerated } from '../bench/generate.ts';
import { fitted, others, runaway } from '../bench/operations.ts';
import { type RunningService, serve } from '../support/service.ts';
import { workOf } from '../support/statement.ts';

/**
 * The price of work: rows gone through, told before anything is read. That it goes with the time that is taken is measured by
 * `npm run bench:price`; here is what must hold of it.
 */

const folder = mkdtempSync(join(tmpdir(), 'attested-'));
const stores: GraphStore[] = [];

async function graphOf(
  elements: number,
): Promise<{ readonly store: GraphStore; readonly statistics: Statistics }> {
  const store = await openStore({ url: `file:${join(folder, String(elements))}` });
  stores.push(store);
  await loadGenerated(store, { elements, seed: 7 });
  const statistics = store.statistics?.();
  if (!statistics) throw new Error('a file without statistics');
  return { store, statistics };
}

let small: Awaited<ReturnType<typeof graphOf>>;
let large: typeof small;

beforeAll(async () => {
  small = await graphOf(1_000);
  large = await graphOf(6_000);
});

afterAll(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true });
});

const work = (query: string) => workOf(query, large.statistics).rows;

describe('the price of work', () => {
  test.each([...fitted, ...others])('is no less on a larger graph: %s', (_, query) => {
    expect(work(query)).toBeGreaterThanOrEqual(workOf(query, small.statistics).rows);
  });

  test('is the sum of what is asked', () => {
    const [one, two] = ['a: facts { totalCount }', 'b: gifts { totalCount }'];
    const sum = work(`{ ${one} }`) + work(`{ ${two} }`);
    expect(work(`{ ${one} ${two} }`) / sum).toBeCloseTo(1, 1);
  });

  test('is far less for a thing that is given than for all of its type', () => {
    const gifts = '{ totalCount }';
    const given = work(`{ person(id: "${idOf('person', 40)}") { gave ${gifts} } }`);
    expect(given).toBeLessThan(work(`{ people { nodes { gave ${gifts} } } }`) / 3);
  });

  test.each([
    [
      'a text that is looked through',
      '{ gifts { totalCount } }',
      '{ gifts(where: {name: {contains: "x"}}) { totalCount } }',
    ],
    [
      'a filter in a filter',
      '{ people(where: {gave: {some: {item: {eq: "car"}}}}) { totalCount } }',
      '{ people(where: {gave: {some: {recipients: {some: {name: {contains: "x"}}}}}}) { totalCount } }',
    ],
    [
      'an order',
      '{ gifts(first: 1) { totalCount } }',
      '{ gifts(first: 1, orderBy: [{item: DESC}]) { nodes { id } totalCount } }',
    ],
    [
      'a list for each item',
      '{ people(first: 50) { nodes { id } } }',
      '{ people(first: 50) { nodes { id gave { nodes { id } } } } }',
    ],
    [
      'more items',
      '{ people(first: 1) { nodes { id gave { nodes { id } } } } }',
      '{ people(first: 50) { nodes { id gave { nodes { id } } } } }',
    ],
  ])('grows with %s', (_, less, more) => {
    expect(work(more)).toBeGreaterThan(work(less));
  });

  test('tells sixteen nested filters from one, though no item is shown for either', () => {
    const one =
      '{ people(first: 1, where: {gave: {some: {recipients: {some: {name: {contains: "z0"}}}}}}) { totalCount } }';
    expect(work(runaway)).toBeGreaterThan(8 * work(one));
  });
});

describe('a service', () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await serve(large.store, { WORK_MAX: '3000', HEAVY_WORK: '200' });
  });

  afterAll(() => service.close());

  test('refuses what is beyond the limit, and names what most of it is', async () => {
    const { status, errors } = await service.ask(runaway);
    expect(status).toBe(400);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(
        /^The question would go through about \d+ rows of the graph; the limit is 3000 \(WORK_MAX\)\.$/,
      ),
      extensions: { code: 'COST_LIMIT', hint: expect.stringContaining('Most of it is CONTAINS') },
    });
  });

  test.each([
    ['light', `{ person(id: "${idOf('person', 40)}") { name } }`],
    ['heavy', '{ gifts(first: 5, orderBy: [{item: DESC}]) { nodes { id } } }'],
  ])('tells work and lane of what is %s, in headers and to who asks for them', async (lane, query) => {
    const answer = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-explain': '1' },
      body: JSON.stringify({ query }),
    });
    const { explain } = ((await answer.json()) as { extensions: { explain: Record<string, unknown> } })
      .extensions;
    expect(explain).toMatchObject({ lane, work: work(query) });
    expect(answer.headers.get('x-cost-work')).toBe(String(explain.work));
    expect(answer.headers.get('x-cost-items')).toBe(String(explain.cost));
  });
});
