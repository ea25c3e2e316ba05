import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphStore, Statement } from '../../src/store/store.ts';
import { formats } from '../../src/tools/formats.ts';
import { describeEachEngine } from '../support/engines.ts';
import { domainOver } from './domain.ts';
import { runScript } from './readings.ts';
import { asked, openGraph, routesOver } from './service.ts';

const files = [
  ...Object.keys(formats).map((file) => `/export/${file}`),
  ...Object.keys(domainOver({} as GraphStore).tables).map((name) => `/tables/${name}.csv`),
  '/tables/edges.csv?projection=persons',
];

async function filesOf(store: GraphStore, wanted = files): Promise<Map<string, string>> {
  const app = await asked(await routesOver(store));
  const bodies = new Map<string, string>();
  for (const url of wanted) bodies.set(url, (await app.get(url)).body);
  await app.close();
  return bodies;
}

const statement = (text: string): Statement => ({ text, parameters: {} });

describeEachEngine('graph.cypher', (open) => {
  let original: GraphStore;
  let copy: GraphStore;
  let from: Map<string, string>;
  let to: Map<string, string>;

  beforeAll(async () => {
    original = await openGraph(true);
    from = await filesOf(original);
    copy = await open();
    await copy.write([statement('MATCH (n) DETACH DELETE n')]);
    await runScript(copy, from.get('/export/graph.cypher') ?? '');
    to = await filesOf(copy);
  }, 300_000);

  afterAll(async () => {
    await copy.write([statement('MATCH (n) DETACH DELETE n')]);
    await Promise.all([original.close(), copy.close()]);
  });

  test.each(files)('gives a graph whose %s is the same, byte for byte', (file) => {
    expect(to.get(file)).toBe(from.get(file));
  });

  test('changes nothing when it is run again', async () => {
    await runScript(copy, from.get('/export/graph.cypher') ?? '');
    const script = '/export/graph.cypher';
    expect((await filesOf(copy, [script])).get(script)).toBe(from.get('/export/graph.cypher'));
  }, 300_000);

  test('gives back every node and relationship', async () => {
    const count = async (store: GraphStore) => {
      const nodes = await store.read(
        statement('MATCH (n) UNWIND labels(n) AS l RETURN l AS name, count(*) AS n ORDER BY name'),
      );
      const edges = await store.read(
        statement('MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS n ORDER BY name'),
      );
      return [...nodes, ...edges].map((row) => `${row.name} ${row.n}`);
    };
    expect(await count(copy)).toEqual(await count(original));
  });
});
