import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import { readConfig } from '../../src/config.ts';
import { FactReader } from '../../src/export/fact.ts';
import { walkNodes } from '../../src/export/walk.ts';
import { createExecute, type Execute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { schemaCommands } from '../../src/load/load.ts';
import { domainParts } from '../../src/news/news.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { idOf, loadGenerated } from '../bench/generate.ts';
import { asked } from '../support/asked.ts';
import { domain } from '../support/load.ts';
import { said } from '../support/said.ts';

/**
 * Answers that must fit each other, whatever the size of the graph: of each list the pages forwards, the pages backwards, the
 * count, the file and the sum of the groups; a filter, its negation and the whole. ELEMENTS says how large the graph is.
 */

const ELEMENTS = Number(process.env.ELEMENTS ?? 3_000);
const PAGE = 500;
const TIME_MS = 60_000 + ELEMENTS * 3;
const limits = { ...readConfig({}), queryTimeoutMs: TIME_MS };

const { schema, mapping, sdl } = loadSchema(domain);
const context = (store: GraphStore) => ({ schema, mapping, sdl, store, limits });

/** The lists of a type that can be asked for without an argument, by the type of their items. */
function listsOf(typeName: string): readonly (readonly [name: string, itemType: string])[] {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const list = getNamedType(field.type);
    const isList = isObjectType(list) && list.name.endsWith('Connection');
    const nodes = isList ? list.getFields().nodes : undefined;
    return !nodes || field.args.some(isRequiredArgument) ? [] : [[field.name, getNamedType(nodes.type).name]];
  });
}

/** Something that has a list: the root, or a thing by its id. */
type Owner = { readonly execute: Execute; readonly open: string; readonly close: string };

const root = (execute: Execute): Owner => ({ execute, open: '', close: '' });
const thing = (execute: Execute, type: string, id: string): Owner => ({
  execute,
  open: `owner: node(id: "${id}") { ... on ${type} {`,
  close: '} }',
});

// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever the service answers
type Data = any;

async function ask({ execute, open, close }: Owner, fields: string): Promise<Data> {
  const data = await asked(execute, `{ ${open} ${fields} ${close} }`);
  return open === '' ? data : data.owner;
}

/** The name that a list is answered under, of `gifts(where: …)`. */
const nameOf = (list: string): string => list.replace(/\(.*/s, '');

/** A list with one more argument. */
const given = (list: string, argument: string): string =>
  list.endsWith(')') ? `${list.slice(0, -1)}, ${argument})` : `${list}(${argument})`;

/** What tells items apart: their cursors hold their keys, and no two items of a list have the same. */
async function walked(owner: Owner, list: string, backwards: boolean): Promise<readonly string[]> {
  const found: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const from = cursor === undefined ? '' : `, ${backwards ? 'before' : 'after'}: "${cursor}"`;
    const size = backwards ? 'last' : 'first';
    const page = `pageInfo { startCursor endCursor hasNextPage hasPreviousPage }`;
    const data = await ask(owner, `${given(list, `${size}: ${PAGE}${from}`)} { edges { cursor } ${page} }`);
    const { edges, pageInfo } = data[nameOf(list)];
    const cursors: readonly string[] = edges.map((edge: Data) => edge.cursor);
    found[backwards ? 'unshift' : 'push'](...cursors);
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor;
    more = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
  }
  return found;
}

/** Holds the pages of a list against its count, and gives that. */
async function expectPages(owner: Owner, list: string): Promise<number> {
  const { totalCount } = (await ask(owner, `${list} { totalCount }`))[nameOf(list)];
  const forwards = await walked(owner, list, false);
  expect([list, forwards.length, new Set(forwards).size]).toEqual([list, totalCount, totalCount]);
  expect(await walked(owner, list, true)).toEqual(forwards);
  return totalCount;
}

/** What fits a filter, what is stated otherwise, and of what nothing is stated. */
type Shares = { readonly list: string; readonly where: string; readonly silent?: string };

/** Holds the three against the whole. */
async function expectShares(owner: Owner, { list, where, silent }: Shares): Promise<void> {
  const count = (filter: string) => `${list}(where: ${filter}) { totalCount }`;
  const counted = { is: where, not: `{not: ${where}}`, ...(silent !== undefined && { silent }) };
  const fields = Object.entries(counted).map(([name, filter]) => `${name}: ${count(filter)}`);
  const { all, ...shares } = await ask(owner, `${fields.join(' ')} all: ${list} { totalCount }`);
  const sum = Object.values<Data>(shares).reduce((total, { totalCount }) => total + totalCount, 0);
  expect([list, where, sum]).toEqual([list, where, all.totalCount]);
}

describe(`a graph of ${ELEMENTS} elements`, () => {
  let store: GraphStore;
  let execute: Execute;

  beforeAll(async () => {
    store = await openStore({ url: 'memory:', limits: { rowsMax: 2_000_000, bytesMax: 2_000_000_000 } });
    await loadGenerated(store, { elements: ELEMENTS, seed: 7 });
    execute = createExecute(context(store));
  }, TIME_MS);

  afterAll(() => store.close());

  test.each(listsOf('Query').map(([list]) => list))(
    '%s: the pages either way are the count',
    async (list) => {
      await expectPages(root(execute), list);
    },
    TIME_MS,
  );

  const busy: readonly (readonly [type: string, id: string])[] = [
    ['Person', idOf('person', 0)],
    ['Country', idOf('country', 1)],
    ['Event', idOf('event', 0)],
    ['Gift', idOf('gift', 0)],
    ['Article', 'article:bench-0000000'],
  ];
  const ofBusy = busy.flatMap(([type, id]) => listsOf(type).map(([list]) => ({ type, id, list })));
  test.each(ofBusy)(
    '$list of $id: the pages either way are the count',
    async ({ type, id, list }) => {
      await expectPages(thing(execute, type, id), list);
    },
    TIME_MS,
  );

  test(
    'a file holds as many of each type as the list counts',
    async () => {
      const { graph } = domainParts(context(store));
      const counts = new Map<string, number>();
      const reader = new FactReader({ graph });
      for await (const { type } of walkNodes({ graph, reader, filter: {} }))
        counts.set(type, (counts.get(type) ?? 0) + 1);
      for (const { name, list } of graph.catalog.types) {
        const { totalCount } = (await ask(root(execute), `${list} { totalCount }`))[list];
        expect([name, counts.get(name) ?? 0]).toEqual([name, totalCount]);
      }
    },
    TIME_MS,
  );

  test.each([
    ['gifts', 'giftStats', 'ITEM'],
    ['gifts', 'giftStats', 'MONTH'],
    ['gifts', 'giftStats', 'STATUS'],
    ['events', 'eventStats', 'KIND'],
    ['events', 'eventStats', 'MONTH'],
    ['claims', 'claimStats', 'STATUS'],
    ['claims', 'claimStats', 'ARTICLE'],
  ])(
    'the groups of %s by %s %s add up to the count',
    async (list, stats, by) => {
      const every = stats === 'claimStats' ? '' : ', status: null';
      const fields = `${list} { totalCount } ${stats}(by: [${by}], first: ${PAGE}${every}) { count }`;
      const data = await ask(root(execute), fields);
      const sum = data[stats].reduce((total: number, { count }: Data) => total + count, 0);
      expect(data[stats].length).toBeLessThan(PAGE);
      expect(sum).toBe(data[list].totalCount);
    },
    TIME_MS,
  );

  test.each<Shares>([
    { list: 'gifts', where: '{item: {eq: "vase"}}' },
    { list: 'gifts', where: '{name: {contains: "7"}}' },
    { list: 'gifts', where: '{givers: {some: {name: {contains: "a"}}}}' },
    { list: 'gifts', where: '{during: {name: {startsWith: "summit"}}}' },
    {
      list: 'gifts',
      where: '{evidence: {some: {article: {title: {contains: "1"}}}}}',
      silent: '{evidence: {none: {}}}',
    },
    {
      list: 'people',
      where: '{gave: {some: {recipients: {some: {name: {contains: "a 1"}}}}}}',
      silent: '{gave: {none: {}}}',
    },
    {
      list: 'people',
      where: '{gave: {some: {recipients: {none: {name: {contains: "a"}}}}}}',
      silent: '{gave: {none: {}}}',
    },
    { list: 'people', where: '{gave: {all: {item: {eq: "car"}}}}', silent: '{gave: {none: {}}}' },
    { list: 'people', where: '{received: {none: {}}}' },
    { list: 'events', where: '{date: {exists: true}}' },
    { list: 'facts', where: '{predicate: {eq: GAVE}}' },
    { list: 'facts', where: '{subject: {name: {contains: "vase"}}}' },
    {
      list: 'entities',
      where: '{or: [{name: {contains: "1"}}, {facts: {some: {predicate: {eq: PART_OF}}}}]}',
      silent: '{and: [{not: {name: {contains: "1"}}}, {facts: {none: {}}}]}',
    },
    { list: 'claims', where: '{statement: {contains: "3"}}' },
  ])(
    '$list that fit $where, those that are stated otherwise and those of which nothing is stated are all',
    async (shares) => {
      await expectShares(root(execute), shares);
    },
    TIME_MS,
  );
});

/** Somebody with as many gifts, each given by another as well, and each a fact more. */
const giver = `CREATE (eve:Person:Entity {id: 'person:eve', name: 'Eve Stone', key: 'eve stone'})
CREATE (adam:Person:Entity {id: 'person:adam', name: 'Adam Reed'})
WITH eve, adam UNWIND range(1, $size) AS i
CREATE (gift:Gift:Entity {id: 'gift:' + toString(i), name: 'Vase ' + toString(i), item: CASE WHEN i % 2 = 0 THEN 'vase' ELSE 'bowl' END})
CREATE (eve)-[:GAVE]->(gift) CREATE (gift)-[:GIVEN_TO]->(adam)`;

/** What starts in several ways, so that the rows of a CALL are as many as there are gifts, or twice as many. */
const SEVERAL =
  '{or: [{givers: {some: {id: {eq: "person:eve"}}}}, {recipients: {some: {id: {eq: "person:adam"}}}}]}';

describe.each([2_047, 2_048, 2_049, 4_097, 65_537])('%i gifts of one giver', (size) => {
  let store: GraphStore;
  let execute: Execute;

  beforeAll(async () => {
    store = await openStore({ url: 'memory:', limits: { rowsMax: 2_000_000, bytesMax: 2_000_000_000 } });
    await store.define(schemaCommands(domain));
    await store.write([{ text: giver, parameters: { size } }, ...(size < 10_000 ? said : [])]);
    if (size >= 10_000)
      await store.write([{ text: "MATCH (g:Gift) SET g.status = 'OCCURRED'", parameters: {} }]);
    execute = createExecute(context(store));
  }, TIME_MS);

  afterAll(() => store.close());

  test('all counts and the sum of the groups are as many', async () => {
    const fields = `gave { totalCount } received { totalCount }`;
    const data = await ask(
      root(execute),
      `eve: person(id: "person:eve") { ${fields} }
      adam: person(id: "person:adam") { ${fields} } gifts { totalCount } from: gifts(from: "person:eve") { totalCount }
      several: gifts(where: ${SEVERAL}) { totalCount } giftStats(by: [ITEM]) { count }`,
    );
    const counted = [data.eve.gave, data.adam.received, data.gifts, data.from, data.several];
    expect(counted.map(({ totalCount }) => totalCount)).toEqual(counted.map(() => size));
    expect(data.giftStats.reduce((sum: number, { count }: Data) => sum + count, 0)).toBe(size);
  });

  test('filters share out what is begun in several ways', async () => {
    const both = (item: string) => `gifts(where: {and: [${SEVERAL}, ${item}]}) { totalCount }`;
    const fields = `is: ${both('{item: {eq: "vase"}}')} not: ${both('{item: {not: {eq: "vase"}}}')}
      fits: ${both('{givers: {some: {name: {contains: "eve"}}}}')} none: ${both('{givers: {none: {name: {contains: "eve"}}}}')}`;
    const { is, not, fits, none } = await ask(root(execute), fields);
    expect([is.totalCount, not.totalCount, fits.totalCount, none.totalCount]).toEqual([
      Math.floor(size / 2),
      Math.ceil(size / 2),
      size,
      0,
    ]);
  });

  if (size < 10_000) {
    test(
      'the pages of each list are its count',
      async () => {
        for (const list of ['gifts', 'facts', 'entities', `gifts(where: ${SEVERAL})`])
          await expectPages(root(execute), list);
        for (const list of ['gave', 'facts']) await expectPages(thing(execute, 'Person', 'person:eve'), list);
      },
      TIME_MS,
    );
  }
});
