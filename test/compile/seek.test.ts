import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { domain } from '../support/load.ts';
import { type RunningService, serve } from '../support/service.ts';

/** A filter that fixes one end starts there: no statement of these looks at all nodes of a label. */
const SCAN = /MATCH \(\w+:\w+\)(?! \{)\s+(?:WHERE|WITH)/;

describe('a filter that fixes one end', () => {
  let store: GraphStore;
  let service: RunningService;

  beforeAll(async () => {
    store = await openStore({ url: 'memory:' });
    await loadGraph({ domain, store, cypherDir: 'cypher', rebuild: true });
    service = await serve(store);
  });

  afterAll(async () => {
    await service?.close();
    await store?.close();
  });

  const putin = 'name: { eq: "VLADIMIR putin" }';
  const PUTIN = 'person:vladimir-putin';

  test.each([
    ['by its own name', `people(where: { ${putin} }) { nodes { id } }`, [PUTIN]],
    [
      'by one of several names',
      'people(where: { name: { in: ["Kim Jong-un", "Kim JONG-UN"] } }) { nodes { id } }',
      ['person:kim-jong-un'],
    ],
    [
      'by a name among other conditions',
      `people(where: { offices: { some: { title: { eq: "president" } } }, and: [{ ${putin} }] }) { nodes { id } }`,
      [PUTIN],
    ],
    [
      'by the name of a giver',
      `gifts(where: { givers: { some: { ${putin} } } }) { nodes { id } }`,
      ['gift:2023-putin-kim-glove', 'gift:2023-putin-kim-rifle'],
    ],
    [
      'by the name of a recipient',
      `gifts(where: { recipients: { some: { ${putin} } } }) { nodes { id } }`,
      ['gift:2023-kim-putin-rifle'],
    ],
    [
      'by the id of a giver, among other conditions',
      `gifts(where: { givers: { some: { id: { eq: "${PUTIN}" }, name: { contains: "x" } } } }) { nodes { id } }`,
      [],
    ],
    [
      'by who is involved',
      `events(where: { kind: { eq: GIFT_EXCHANGE }, involvements: { some: { actor: { ${putin} } } } }) { nodes { id } }`,
      ['event:2023-putin-kim-gift-exchange'],
    ],
    [
      'by one of several ids',
      `gifts(where: { givers: { some: { id: { in: ["${PUTIN}", "person:nobody"] } } } }) { nodes { id } }`,
      ['gift:2023-putin-kim-glove', 'gift:2023-putin-kim-rifle'],
    ],
    [
      'by one of two names, each in a branch of its own',
      `people(where: { or: [{ ${putin} }, { name: { eq: "Kim Jong-un" } }] }) { nodes { id } }`,
      ['person:kim-jong-un', PUTIN],
    ],
    [
      'by either end of a fact',
      `facts(where: { predicate: { in: [GAVE, GIVEN_TO] }, or: [{ subject: { ${putin} } }, { object: { ${putin} } }] })
        { nodes { id: subject { id } } }`,
      [{ id: 'gift:2023-kim-putin-rifle' }, { id: PUTIN }, { id: PUTIN }],
    ],
    [
      'by what lies further away',
      `gifts(where: { during: { partOf: { some: { places: { some: { name: { eq: "Russia" } } } } } } }) { nodes { id } }`,
      ['gift:2023-kim-putin-rifle', 'gift:2023-putin-kim-glove', 'gift:2023-putin-kim-rifle'],
    ],
    [
      'by whom someone met',
      `people(where: { met: { some: { ${putin} } } }) { nodes { id } }`,
      ['person:kim-jong-un'],
    ],
    [
      'by a fact about someone, whichever end that is',
      `people(where: { facts: { some: { predicate: { eq: INVOLVED_IN }, subject: { ${putin} } } } }) { nodes { id } }`,
      [PUTIN],
    ],
    [
      'by a fact that leads to something',
      'gifts(where: { facts: { some: { object: { name: { eq: "Kim Jong-un" } } } } }) { nodes { id } }',
      ['gift:2023-putin-kim-glove', 'gift:2023-putin-kim-rifle'],
    ],
    [
      'by the sentence that states a claim',
      'claims(where: { evidence: { some: { sentence: { id: { eq: "sentence:oo-20230918:5" } } } }, basis: { eq: IMPLIED } }) { nodes { id } }',
      ['claim:oo-20230918:F24', 'claim:oo-20230918:F66'],
    ],
    [
      'by the article that states a claim',
      `claims(where: { evidence: { some: { article: { id: { eq: "article:oo-20230918" } } } }, says: { some: { predicate: { eq: endDate } } } })
        { nodes { id } }`,
      ['claim:oo-20230918:F19'],
    ],
    [
      'by the article that speaks of a gift',
      'gifts(where: { claims: { some: { evidence: { some: { article: { id: { eq: "article:oo-20230918" } } } } } } }) { nodes { id } }',
      ['gift:2023-kim-putin-rifle', 'gift:2023-putin-kim-glove', 'gift:2023-putin-kim-rifle'],
    ],
    [
      'by the subject of a fact',
      `facts(where: { predicate: { eq: GAVE }, subject: { id: { eq: "${PUTIN}" } } }) { nodes { id: object { id } } }`,
      [{ id: 'gift:2023-putin-kim-glove' }, { id: 'gift:2023-putin-kim-rifle' }],
    ],
    [
      'by the object of a fact',
      `facts(where: { predicate: { eq: GIVEN_TO }, object: { ${putin} } }) { nodes { id: subject { id } } }`,
      [{ id: 'gift:2023-kim-putin-rifle' }],
    ],
  ])('starts at that end: %s', async (_, field, expected) => {
    const { data, errors, extensions } = await service.ask(`{ found: ${field} }`, {}, { 'x-explain': '1' });
    expect(errors).toBeUndefined();
    expect(data.found.nodes.map((node: { id: unknown }) => node.id)).toEqual(expected);
    expect(extensions.explain.statement).not.toMatch(SCAN);
  });

  test('starts at that end: groups of what someone gave', async () => {
    const { data, extensions } = await service.ask(
      `{ giftStats(by: [ITEM], where: { givers: { some: { ${putin} } } }) { item count } }`,
      {},
      { 'x-explain': '1' },
    );
    expect(data.giftStats).toEqual([
      { item: 'glove', count: 1 },
      { item: 'rifle', count: 1 },
    ]);
    expect(extensions.explain.statement).not.toMatch(/MATCH \(\w+:Gift\)\s/);
  });

  test('groups what someone gave by where it went, without a look at any other node', async () => {
    const { data, extensions } = await service.ask(
      `{ giftStats(by: [RECIPIENT], where: { givers: { some: { ${putin} } } }) { count recipient { id } } }`,
      {},
      { 'x-explain': '1' },
    );
    expect(data.giftStats).toEqual([{ count: 2, recipient: { id: 'person:kim-jong-un' } }]);
    const { statement, parameters } = extensions.explain;
    const given = Object.fromEntries(parameters.map((name: string) => [name, 1]));
    const [row] = await store.read({ text: `EXPLAIN ${statement}`, parameters: given });
    expect(String(row?.plan)).toContain('Aggregate');
    // An optional match is joined to a scan of all nodes, whatever their label.
    expect(String(row?.plan)).not.toContain('LeftJoin');
  });

  test.each([
    ['by an alias', 'people(where: { name: { eq: "Putin" } }) { totalCount }', 1],
    ['whatever its marks', 'people(where: { name: { eq: "Vladimír Putin" } }) { totalCount }', 1],
    ['by none of no names', 'people(where: { name: { in: [] } }) { totalCount }', 0],
  ])('finds what is named: %s', async (_, field, count) => {
    const { data } = await service.ask(`{ found: ${field} }`);
    expect(data.found.totalCount).toBe(count);
  });

  test('the guard of this test sees a scan', async () => {
    const { extensions } = await service.ask(
      '{ people(where: { name: { contains: "kim" } }) { nodes { id } } }',
      {},
      { 'x-explain': '1' },
    );
    expect(extensions.explain.statement).toMatch(SCAN);
  });
});
