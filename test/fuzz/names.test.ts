import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import type { GraphStore } from '../../src/store/store.ts';
import { describeNeo4j } from '../support/engines.ts';
import { differ } from './compare.ts';
import { type Fixture, load, makeFixture, sidesOf } from './fixture.ts';
import { naughty } from './naughty.ts';

/**
 * Names that a filter asks for are looked up by an index that folds case and marks. What it leads to must be what a
 * comparison of every name finds: for each name of the graph in each case, composed or not, and for odd ones.
 */

const TEXT = `query ($name: String!, $names: [String!]!) {
  entities(where: {name: {eq: $name}}) { totalCount nodes { id } }
  people(where: {name: {in: $names}}) { totalCount nodes { id } }
  gifts(where: {givers: {some: {name: {eq: $name}}}}) { totalCount nodes { id } }
  facts(where: {object: {name: {eq: $name}}}) { totalCount nodes { id } }
  giftStats(by: [RECIPIENT], where: {givers: {some: {name: {eq: $name}}}}) { count recipient { id } }
}`;

let fixture: Fixture;

beforeAll(async () => {
  fixture = await makeFixture();
});

afterAll(() => fixture.grafeo.close());

async function compareAll(engine: GraphStore): Promise<void> {
  const known = fixture.graph.nodes.flatMap(({ properties: { name, aliases } }) =>
    [name, aliases].flat().filter((one): one is string => typeof one === 'string'),
  );
  const names = new Set(
    [...known, ...naughty].flatMap((name) => [
      name,
      name.toUpperCase(),
      name.toLowerCase(),
      name.normalize('NFD'),
    ]),
  );
  const sides = sidesOf(fixture, engine);
  const document = parse(TEXT);
  for (const name of names) {
    const variables = { name, names: [name, 'Kim', name] };
    const operation = { text: TEXT, document, cursors: [], coordinates: new Set<string>() };
    expect(await differ(sides, { ...operation, variables: [variables, variables] })).toBeUndefined();
  }
}

test('names are sought as they are compared, on Grafeo', () => compareAll(fixture.grafeo), 120_000);

describeNeo4j('names', (open) => {
  test('are sought as they are compared', async () => {
    const store = await open();
    try {
      await load(store);
      await compareAll(store);
    } finally {
      await store.close();
    }
  }, 300_000);
});
