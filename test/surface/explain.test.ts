import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { domain } from '../support/load.ts';
import { type RunningService, serve } from '../support/service.ts';
import { pace } from '../support/time.ts';

/** How long the graph of these tests takes for each answer, at least. */
const READ_MS = 100;

describe('how an answer was made', () => {
  let store: GraphStore;
  let service: RunningService;

  beforeAll(async () => {
    store = await openStore({ url: 'memory:' });
    await loadGraph({ domain, store, cypherDir: 'cypher', rebuild: true });
    const slow: GraphStore = Object.create(store, {
      read: {
        value: async (...args: Parameters<GraphStore['read']>) => {
          await new Promise((resolve) => setTimeout(resolve, READ_MS));
          return store.read(...args);
        },
      },
      searchText: { value: (...args: Parameters<GraphStore['searchText']>) => store.searchText(...args) },
    });
    service = await serve(slow, { LIGHT_SLOTS: '1' });
  });

  afterAll(async () => {
    await service?.close();
    await store?.close();
  });

  const explained = async (query: string, header = '1') =>
    (await service.ask(query, {}, { 'x-explain': header })).extensions?.explain;

  test.each(['1', 'true', 'yes'])('is told with X-Explain: %s', async (header) => {
    expect(await explained('{ people { totalCount } }', header)).toMatchObject({ cost: expect.any(Number) });
  });

  test.each(['0', 'false', 'False', ''])('is not told with X-Explain: %j', async (header) => {
    expect(await explained('{ people { totalCount } }', header)).toBeUndefined();
  });

  test.each([
    ['facts', 50],
    ['facts(agreement: [DISPUTED])', 50],
    ['people(where: { offices: { some: { evidence: { some: { start: { gt: 0 } } } } } })', 1050],
  ])(
    'tells that what is computed for each item is dear, and what is stored is not: %s',
    async (list, cost) => {
      expect(await explained(`{ ${list} { nodes { id } } }`)).toMatchObject({ cost });
    },
  );

  test('names the full-text searches before the statement, without a word of theirs', async () => {
    const explain = await explained('{ search(text: "rifle", first: 3) { score } people { totalCount } }');
    expect(explain.searches).toHaveLength(3);
    expect(explain.searches).toEqual(
      expect.arrayContaining([
        { index: 'names', hitsAsked: 30, hits: expect.any(Number) },
        { index: 'claims', hitsAsked: 30, hits: expect.any(Number) },
        { index: 'sentences', hitsAsked: 30, hits: 0 },
      ]),
    );
    for (const { hits, hitsAsked } of explain.searches) expect(hits).toBeLessThanOrEqual(hitsAsked);
    expect(explain.searches.find(({ index }: { index: string }) => index === 'claims').hits).toBeGreaterThan(
      0,
    );
    expect(JSON.stringify(explain)).not.toContain('rifle');
    expect(await explained('{ people { totalCount } }')).not.toHaveProperty('searches');
  });

  test('tells the wait for a slot from the work', async () => {
    const by = pace();
    const both = await Promise.all(['a', 'b'].map((key) => explained(`{ ${key}: people { totalCount } }`)));
    const [first, second] = both.sort((a, b) => a.waitedMilliseconds - b.waitedMilliseconds);
    expect(first.waitedMilliseconds).toBeLessThan(READ_MS / 2);
    expect(second.waitedMilliseconds).toBeGreaterThan(READ_MS / 2);
    for (const { milliseconds } of both) expect(milliseconds).toBeGreaterThan(READ_MS / 2);
    expect(second.milliseconds).toBeLessThan(second.waitedMilliseconds + READ_MS * by());
  });
});
