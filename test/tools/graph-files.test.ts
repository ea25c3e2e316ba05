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

  test('a filtered file is closed: no edge leads out of it', () => {
    expect(seen.part.types).toEqual(['Gift', 'Person']);
    expect(seen.part.edges).toBeGreaterThan(0);
  });
});

describeJava('Gephi', () => {
  test('its importer takes every file without a warning', async () => {
    const toolkit = await jar('org.gephi', 'gephi-toolkit', '0.10.1');
    const files = [
      'export/graph.gexf',
      'export/graph-1.2.gexf',
      'export/graph.graphml',
      'tables/nodes.csv',
      'tables/edges.csv',
    ];
    for (const file of files) {
      const body = await (await fetch(`${url}/${file}`)).text();
      writeFileSync(join(folder, file.split('/')[1] ?? ''), body);
    }
    const out = await runJava(
      toolkit,
      'gephi/Import.java',
      files.map((file) => join(folder, file.split('/')[1] ?? '')),
    );
    const results = new Map(
      out
        .split('\n')
        .filter((line) => line.startsWith('RESULT'))
        .map((line) => {
          const [, file, nodes, edges, labelled, warnings, types, columns, issues] = line.split('\t');
          return [
            file,
            {
              nodes: Number(nodes),
              edges: Number(edges),
              labelled: Number(labelled),
              warnings: Number(warnings),
              types,
              columns,
              issues,
            },
          ];
        }),
    );
    const kinds = `{${Object.keys(counts.kinds)
      .sort()
      .map((kind) => `${kind}=${counts.kinds[kind]}`)
      .join(', ')}}`;
    expect(results.get('graph.gexf')).toMatchObject({
      nodes: counts.nodes,
      edges: counts.edges,
      labelled: counts.nodes,
      warnings: 0,
      types: kinds,
    });
    expect(results.get('graph.gexf')?.columns).toContain('aliases:String[]');
    expect(results.get('graph-1.2.gexf')).toMatchObject({
      nodes: counts.nodes,
      edges: counts.edges,
      warnings: 0,
    });
    expect(results.get('graph.graphml')).toMatchObject({
      nodes: counts.nodes,
      labelled: counts.nodes,
      warnings: 0,
    });
    expect(results.get('nodes.csv')).toMatchObject({
      nodes: counts.nodes,
      labelled: counts.nodes,
      warnings: 0,
    });
    expect(results.get('edges.csv')).toMatchObject({ edges: counts.edges, types: kinds, warnings: 0 });
  }, 240_000);
});
