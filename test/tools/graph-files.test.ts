import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import graphology from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import type { GraphStore } from '../../src/store/store.ts';
import { listen, openGraph, routesOver } from '../export/service.ts';
import { NASTY_KEPT } from '../export/tricky.ts';
import { describeJava, jar, runJava } from './java.ts';
import { describePython, read } from './python.ts';

let store: GraphStore;
let app: FastifyInstance;
let url: string;
let counts: { nodes: number; edges: number; kinds: Record<string, number> };
const folder = mkdtempSync(join(tmpdir(), 'attested-graphs-'));

beforeAll(async () => {
  store = await openGraph(true);
  app = await routesOver(store);
  url = await listen(app);
  const edges = (await (await fetch(`${url}/tables/edges.json`)).json()) as { kind: string }[];
  const nodes = (await (await fetch(`${url}/tables/nodes.json`)).json()) as object[];
  const kinds: Record<string, number> = {};
  for (const { kind } of edges) kinds[kind] = (kinds[kind] ?? 0) + 1;
  counts = { nodes: nodes.length, edges: edges.length, kinds };
});

afterAll(async () => {
  await app.close();
  await store.close();
});

describe('Gephi Lite', () => {
  test('its reader of GEXF takes the file', async () => {
    const text = await (await fetch(`${url}/export/graph.gexf`)).text();
    const graph = gexf.parse(graphology.MultiDirectedGraph, text, {
      allowUndeclaredAttributes: true,
      addMissingNodes: true,
    });
    expect({ nodes: graph.order, edges: graph.size }).toEqual({ nodes: counts.nodes, edges: counts.edges });
    expect(graph.getNodeAttribute('person:nasty', 'label')).toBe(NASTY_KEPT);
    expect(graph.getNodeAttribute('person:nasty', 'aliases')).toEqual(
      expect.arrayContaining(['a, b', '김정은']),
    );
  });

  test('its reader of GraphML takes the file', async () => {
    const text = await (await fetch(`${url}/export/graph.graphml`)).text();
    const graph = graphml.parse(graphology.MultiDirectedGraph, text);
    expect({ nodes: graph.order, edges: graph.size }).toEqual({ nodes: counts.nodes, edges: counts.edges });
    expect(graph.getNodeAttribute('person:kim-jong-un', 'label')).toBe('Kim Jong-un');
  });
});

describePython('NetworkX, igraph and lxml', () => {
  // biome-ignore lint/suspicious/noExplicitAny: what the readers say
  let seen: any;
  beforeAll(async () => {
    seen = await read('graphs.py', url, folder);
  }, 120_000);

  test.each(['gexf', 'gexf12', 'graphml'])('%s holds the whole graph', (file) => {
    expect(seen[file]).toMatchObject({
      nodes: counts.nodes,
      edges: counts.edges,
      directed: true,
      unsourced: 0,
    });
    expect(seen[file].nasty).toMatchObject({ label: NASTY_KEPT, type: 'Person' });
    expect(seen[file].gave).toContainEqual(['person:vladimir-putin', 'gift:2023-putin-kim-rifle', 'GAVE']);
    expect(seen[file].roles).toEqual(['INVOLVED_IN:AGENT', 'INVOLVED_IN:RECIPIENT']);
  });

  test('a schema of what we use of GEXF 1.3 finds nothing wrong, nor the official one where GEXF_XSD names it', () => {
    expect(seen.schemas).toEqual(process.env.GEXF_XSD ? [[], []] : [[]]);
  });

  test('igraph keeps ids, weights and names', () => {
    expect(seen.igraph).toMatchObject({
      nodes: counts.nodes,
      edges: counts.edges,
      directed: true,
      weights: [1],
    });
    expect(new Set(seen.igraph['edge ids']).size).toBe(counts.edges);
    expect(seen.igraph.nasty).toBe(NASTY_KEPT);
    expect(seen.igraph.quantity).toEqual([3]);
    expect(seen.igraph.ids).toEqual(seen.gexf.ids);
  });

  test('folded to people, an edge weighs as many gifts as the one gave the other', () => {
    expect(seen.people.nodes).toBe(8);
    expect(seen.people.weights).toEqual([
      ['person:kim-jong-un', 'person:vladimir-putin', 1],
      ['person:nasty', 'person:formula', 1],
      ['person:vladimir-putin', 'person:kim-jong-un', 2],
    ]);
    expect(seen.people.given).toMatchObject({ 'person:vladimir-putin': 2, 'person:sergei-lavrov': 0 });
  });

  test('a filtered file is closed: no edge leads out of it', () => {
    expect(seen.part.types).toEqual(['Gift', 'Person']);
    expect(seen.part.edges).toBeGreaterThan(0);
  });
});

/** What Gephi made of files, as `Import.java` prints it. */
type Imported = {
  readonly nodes: number;
  readonly edges: number;
  readonly labelled: number;
  readonly warnings: number;
  readonly types: string;
  readonly columns: string;
  readonly issues: string;
};

async function importIntoGephi(paths: readonly string[]): Promise<ReadonlyMap<string, Imported>> {
  const toolkit = await jar('org.gephi', 'gephi-toolkit', '0.10.1');
  const local = (path: string) => join(folder, path.replace(/^.*\//, ''));
  for (const path of paths.flatMap((joined) => joined.split(','))) {
    writeFileSync(local(path), await (await fetch(`${url}/${path}`)).text());
  }
  const args = paths.map((joined) => joined.split(',').map(local).join(','));
  const out = await runJava(toolkit, 'gephi/Import.java', args);
  const lines = out.split('\n').filter((line) => line.startsWith('RESULT'));
  const results = lines.map((line): [string, Imported] => {
    const [, files = '', nodes, edges, labelled, warnings, types = '', columns = '', issues = ''] =
      line.split('\t');
    const [counted, rest] = [
      { nodes, edges, labelled, warnings },
      { types, columns, issues },
    ];
    const numbers = Object.entries(counted).map(([name, text]) => [name, Number(text)]);
    return [files, { ...(Object.fromEntries(numbers) as Omit<Imported, keyof typeof rest>), ...rest }];
  });
  return new Map(results);
}

describeJava('Gephi', () => {
  test('its importer takes every file without a warning, and relationships appended to nodes', async () => {
    const results = await importIntoGephi([
      'export/graph.gexf',
      'export/graph-1.2.gexf',
      'export/graph.graphml',
      'tables/nodes.csv',
      'tables/edges.csv',
      'tables/nodes.csv,tables/edges.csv',
    ]);
    const sorted = Object.keys(counts.kinds).sort();
    const types = `{${sorted.map((kind) => `${kind}=${counts.kinds[kind]}`).join(', ')}}`;
    const { nodes, edges } = counts;
    const whole = { nodes, edges, labelled: nodes, warnings: 0, issues: '', types };
    expect(results.get('graph.gexf')).toMatchObject(whole);
    expect(results.get('graph.gexf')?.columns).toContain('aliases:String[]');
    expect(results.get('graph-1.2.gexf')).toMatchObject({ nodes, edges, warnings: 0 });
    // GraphML knows no kinds, so Gephi merges what is parallel; the page of the document says so.
    expect(results.get('graph.graphml')).toMatchObject({ nodes, labelled: nodes, warnings: 0 });
    expect(results.get('nodes.csv')).toMatchObject({ nodes, labelled: nodes, warnings: 0 });
    expect(results.get('edges.csv')).toMatchObject({ edges, types, warnings: 0 });
    expect(results.get('nodes.csv,edges.csv')).toMatchObject(whole);
  }, 240_000);
});
