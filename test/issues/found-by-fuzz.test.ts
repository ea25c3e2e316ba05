import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import type { Execute } from '../../src/graphql/execute.ts';
import { type Fixture, makeFixture, sidesOf } from '../fuzz/fixture.ts';

/** What comparing any operation with the reference has found wrong: each stays as a case of its own. */

let fixture: Fixture;
let execute: Execute;

beforeAll(async () => {
  fixture = await makeFixture();
  execute = sidesOf(fixture, fixture.grafeo).execute;
});

afterAll(() => fixture.grafeo.close());

// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever the service answers
type Data = any;

async function ask(text: string, variables: { readonly [name: string]: unknown } = {}): Promise<Data> {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  const result = await execute({
    document,
    operation,
    documentId: text,
    variables,
    explain: true,
    lenient: true,
  });
  expect(result.data).toEqual(fixture.reference(document, variables).data);
  return result;
}

describe('pages', () => {
  test('a field that is ordered by twice neither repeats nor loses items on the next page', async () => {
    const text = `query ($after: String) {
      countries(orderBy: [{name: ASC}, {isoCode: ASC}, {name: DESC}], first: 2, after: $after) {
        nodes { id }
        page: pageInfo { endCursor }
      }
    }`;
    const document = parse(text);
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { data }: Data = await execute({ document, operation, documentId: text, variables: { after } });
      found.push(...data.countries.nodes.map((node: Data) => node.id));
      after = data.countries.page.endCursor;
    } while (after !== null);
    expect(found).toHaveLength(new Set(found).size);
    expect(found).toHaveLength((await ask('{ countries { totalCount } }')).data.countries.totalCount);
  });

  test('between two cursors, what lies beyond the second one counts as more', async () => {
    const cursors: Data = await execute(requestOf('{ people { edges { cursor } } }'));
    const [first, , third] = cursors.data.people.edges.map((edge: Data) => edge.cursor);
    const between = `(first: 5, after: ${JSON.stringify(first)}, before: ${JSON.stringify(third)})`;
    const answer: Data = await execute(
      requestOf(`{ people${between} { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }`),
    );
    expect(answer.data.people.nodes).toHaveLength(1);
    expect(answer.data.people.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: true });
  });
});

function requestOf(text: string) {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  return { document, operation, documentId: text, variables: {} };
}

describe('filters', () => {
  test('an inherited date is filtered as it is shown, not by a farther one of another parent', async () => {
    const { data } = await ask(`{
      event(id: "event:w-side", asOf: "2024-01-02") { id date { edtf inherited } }
      events(asOf: "2024-01-02", where: {date: {during: {to: "2000-12-31"}}}) { nodes { id } }
    }`);
    // the desk judges it to be event:w-leaf, on every day: of the parents of both, the nearest with a date is of 2024-01
    expect(data.event).toEqual({ id: 'event:w-leaf', date: { edtf: '2024-01', inherited: true } });
    const ids = data.events.nodes.map((node: Data) => node.id);
    expect(ids).toContain('event:w-undated');
    expect(ids).not.toContain('event:w-leaf');
  });

  test('what the schema asks of a thing by its properties is asked of it where a filter is begun elsewhere', async () => {
    const valued = (id: string) => `entities(where: {values: {some: {subject: {id: {eq: "${id}"}}}}})`;
    const { data } = await ask(`{
      told: ${valued('event:w-old')} { nodes { id } }
      untold: ${valued('person:kim-jong-il')} { nodes { id } }
    }`);
    expect(data).toEqual({ told: { nodes: [{ id: 'event:w-old' }] }, untold: { nodes: [] } });
  });

  test('single counts an item once that is found twice', async () => {
    const { data } = await ask('{ claims(where: {contradicts: {single: {}}}) { nodes { id } } }');
    const ids = data.claims.nodes.map((node: Data) => node.id.split(':').at(-1));
    expect(ids).toEqual(['W01', 'W02', 'W05', 'X7']);
  });

  test('a condition that never holds is not written as such: the planner of Neo4j fails on it', async () => {
    const { data } = await ask('{ timeline(of: "Putin", where: {kind: {not: {}}}) { nodes { id } } }');
    expect(data.timeline.nodes).toEqual([]);
  });
});

describe('names', () => {
  test('deep in the answer an ambiguous one is told as any other', async () => {
    const { extensions } = await ask(`{
      person(name: "Kim Yo-jong") { met { nodes { gave(to: "Kim") { totalCount } } } }
    }`);
    expect(extensions.names).toMatchObject([
      { argument: 'name', outcome: 'TAKEN' },
      { argument: 'gave.to', outcome: 'AMBIGUOUS' },
    ]);
  });
});

describe('as of a day', () => {
  const day = '2024-01-02';

  test('groups by article leave out articles of later days', async () => {
    const { data } = await ask(`{ eventStats(by: [ARTICLE], asOf: "${day}") { article { id } } }`);
    expect(data.eventStats.map((group: Data) => group.article?.id)).toEqual([
      'article:oo-20230918',
      'article:vw-20240102',
    ]);
  });

  test('an event that had not yet occurred inherits no date, in its answer and in filters', async () => {
    const { data } = await ask(`{
      then: event(id: "event:w-planned", asOf: "${day}") { status date { edtf } }
      now: event(id: "event:w-planned") { status date { edtf } }
      timeline(between: {to: "2024-01-05"}, asOf: "${day}") { nodes { id } }
    }`);
    expect(data.then).toEqual({ status: 'PLANNED', date: null });
    expect(data.now).toEqual({ status: 'OCCURRED', date: { edtf: '2024' } });
    expect(data.timeline.nodes.map((node: Data) => node.id)).not.toContain('event:w-planned');
  });

  test('names are ambiguous, and near, only among what was known', async () => {
    const { data, extensions } = await ask(`{
      resolve(name: "sword", asOf: "2023-12-31") { ambiguous matches { entity { id } } }
    }`);
    expect(data.resolve).toEqual({ ambiguous: false, matches: [] });
    expect(extensions.names[0].suggestions).toEqual([]);
  });

  test('what a text called an event means nothing until somebody says that it happened', async () => {
    const resolved = async (on: string) =>
      (await ask(`{ resolve(name: "a deal", asOf: "${on}") { outcome } }`)).data.resolve.outcome;
    expect([await resolved('2024-01-02'), await resolved('2024-01-03')]).toEqual(['UNKNOWN', 'TAKEN']);
  });

  test('steps in between that were told later lead nowhere', async () => {
    const { data } = await ask(
      `{ country(id: "country:aa", asOf: "2024-01-03") { eventsHere { totalCount } } }`,
    );
    expect(data.country.eventsHere.totalCount).toBeGreaterThan(0);
    const { data: past } = await ask(`{
      events(partOf: "event:w-conference", asOf: "${day}") { nodes { id } }
      later: events(partOf: "event:w-conference", asOf: "2024-01-03") { nodes { id } }
      gifts(during: "event:w-tour", asOf: "${day}") { nodes { id } }
    }`);
    // it is part of event:w-old on both days, which was told to be part of the conference on the later one
    expect(past.later.nodes.map((node: Data) => node.id)).toContain('event:w-undated');
    expect(past.events.nodes.map((node: Data) => node.id)).not.toContain('event:w-undated');
    expect(past.gifts.nodes.map((node: Data) => node.id)).toEqual(['gift:w-SWORD']);
  });
});

describe('cost', () => {
  test('a page that is shown twice, as nodes and as edges, is priced twice', async () => {
    const { extensions } = await ask(
      '{ people(first: 3) { nodes { id } edges { node { id } } totalCount } }',
    );
    expect(extensions.explain.rowsEstimated).toBeGreaterThanOrEqual(extensions.explain.rows);
  });
});
