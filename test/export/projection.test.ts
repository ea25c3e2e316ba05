import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { datedAs } from '../support/dated.ts';
import { said } from '../support/said.ts';
import { type Asked, asked, routesOver } from './service.ts';

/** The graph folded to people: one edge for all gifts from the one to the other. */

const MANY = 1_234;

const graph = [
  `UNWIND ['a', 'b', 'c', 'd'] AS key CREATE (:Person:Entity {id: 'person:' + key, name: toUpper(key)})`,
  `CREATE (:Country:Entity {id: 'country:xx', name: 'Somewhere', isoCode: 'XX'})`,
  `UNWIND $days AS day
CREATE (e:Event:Entity {id: 'event:' + day.date, name: day.date, kind: 'MEETING', status: 'OCCURRED'}) SET e += day`,
  `MATCH (a:Person {id: 'person:a'}) MATCH (b:Person {id: 'person:b'}) UNWIND range(1, ${MANY}) AS i
CREATE (a)-[:GAVE {claims: ['claim:' + toString(i)], basis: 'STATED'}]->(:Gift:Entity {id: 'gift:' + toString(i), name: 'thing', item: 'thing'})-[:GIVEN_TO {basis: 'STATED'}]->(b)`,
  `MATCH (b:Person {id: 'person:b'}) MATCH (a:Person {id: 'person:a'}) MATCH (c:Person {id: 'person:c'})
CREATE (b)-[:GAVE {basis: 'STATED'}]->(g:Gift:Entity {id: 'gift:shared', name: 'shared', item: 'vase'})-[:GIVEN_TO {basis: 'STATED'}]->(a)
CREATE (g)-[:GIVEN_TO {basis: 'STATED'}]->(c)`,
  `MATCH (c:Person {id: 'person:c'}) MATCH (x:Country {id: 'country:xx'})
CREATE (c)-[:GAVE {basis: 'STATED'}]->(:Gift:Entity {id: 'gift:to-a-country', name: 'vase', item: 'vase'})-[:GIVEN_TO {basis: 'STATED'}]->(x)`,
  `MATCH (g:Gift {id: 'gift:1'}) MATCH (e:Event {id: 'event:1999'}) CREATE (g)-[:GIVEN_DURING]->(e)`,
  `MATCH (g:Gift {id: 'gift:${MANY}'}) MATCH (e:Event {id: 'event:2001-05-09'}) CREATE (g)-[:GIVEN_DURING]->(e)`,
];

let store: GraphStore;
let app: Asked;
let edges: Record<string, unknown>[];

beforeAll(async () => {
  store = await openStore({ url: 'memory:' });
  const labels = ['Entity', 'Person', 'Gift', 'Event', 'Claim'];
  await store.define(
    labels.map((label) => ({
      text: `CREATE INDEX ${label} IF NOT EXISTS FOR (n:${label}) ON (n.id)`,
      parameters: {},
    })),
  );
  const days = ['1999', '2001-05-09'].map((edtf) => datedAs('date', edtf));
  for (const text of graph) await store.write([{ text, parameters: { days } }]);
  await store.write(said);
  app = await asked(await routesOver(store));
  edges = JSON.parse((await app.get('/tables/edges.json?projection=persons')).body) as typeof edges;
});

afterAll(async () => {
  await app.close();
  await store.close();
});

describe('The projection to people', () => {
  test('has one edge for each giver and receiver, as heavy as the gifts are many, and none to a country', () => {
    expect(
      edges.map(({ source, target, kind, label, weight }) => [source, target, kind, label, weight]),
    ).toEqual([
      ['person:a', 'person:b', 'GAVE_TO', `gave ${MANY} gifts to`, MANY],
      ['person:b', 'person:a', 'GAVE_TO', 'gave a gift to', 1],
      ['person:b', 'person:c', 'GAVE_TO', 'gave a gift to', 1],
    ]);
  });

  test('has everybody as a node, who gave nothing too, and tells the counts', async () => {
    const { body, headers } = await app.get('/tables/nodes.csv?projection=persons');
    expect(body.match(/^person:\w/gm)).toHaveLength(4);
    expect(body).not.toMatch(/^(gift|country|event):/m);
    expect([headers['x-node-count'], headers['x-edge-count']]).toEqual(['4', '3']);
  });

  test('lasts from the first gift to the last', () => {
    const [many, single] = edges;
    expect([many?.start_date, many?.end_date, many?.date_precision]).toEqual([
      '1999-01-01',
      '2001-05-09',
      'interval',
    ]);
    expect([single?.start_date, single?.end_date]).toEqual([null, null]);
  });

  test('stands in the path too, and is the same each time', async () => {
    const inPath = await app.get('/export/projection=persons/graph.gexf');
    expect(inPath.body).toBe((await app.get('/export/graph.gexf?projection=persons')).body);
    expect(inPath.body).toContain(`weight="${MANY}"`);
  });
});
