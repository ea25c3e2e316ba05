import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';
import { type RunningService, serve } from '../support/service.ts';
import { loadNews } from './news.ts';

/** What a verdict is read to be, it is found by: of facts, of what takes place, and of what joins them. */
describeEachEngine('what sources agree on so', (open) => {
  let store: GraphStore;
  let service: RunningService;

  beforeAll(async () => {
    store = await open();
    await loadNews(store);
    service = await serve(store);
  });

  afterAll(async () => {
    await service?.close();
    await store?.close();
  });

  const verdicts = ['AGREED', 'DISPUTED', 'SINGLE_SOURCE'];

  type Told = { readonly id: string; readonly agreement: { readonly verdict: string } };

  const told = async (list: string, args: string): Promise<readonly Told[]> => {
    const { data, errors } = await service.ask(
      `{ ${list}(withdrawn: true, ${args}) { nodes { id agreement { verdict } } } }`,
    );
    expect(errors).toBeUndefined();
    return data[list].nodes;
  };

  test.each(['facts', 'events', 'gifts'])('is found among %s, by argument and by filter', async (list) => {
    const all = await told(list, 'first: 100');
    expect(all.length).toBeGreaterThan(0);
    for (const verdict of verdicts) {
      const wanted = all.filter(({ agreement }) => agreement.verdict === verdict);
      expect(await told(list, `agreement: [${verdict}]`)).toEqual(wanted);
      expect(await told(list, `where: { agreement: { verdict: { eq: ${verdict} } } }`)).toEqual(wanted);
    }
  });

  test('has each verdict among facts', async () => {
    const found = (await told('facts', 'first: 100')).map(({ agreement }) => agreement.verdict);
    expect([...new Set(found)].sort()).toEqual(verdicts);
  });

  test('is found by how many say so, and of who takes part', async () => {
    const { data } = await service.ask(`{
      facts(where: { predicate: { eq: INVOLVED_IN }, agreement: { sources: { gte: 2 } } }) { nodes { id } }
      people(where: { involvements: { some: { agreement: { verdict: { eq: AGREED } } } } }) { nodes { id } }
    }`);
    expect(data).toEqual({
      facts: { nodes: [{ id: 'fact:person:ada|INVOLVED_IN|event:visit|VISITOR' }] },
      people: { nodes: [{ id: 'person:ada' }] },
    });
  });
});
