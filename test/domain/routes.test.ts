import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import { type Domain, readDomain, scriptFolders } from '../../src/model/domain/domain.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { formats } from '../../src/tools/formats.ts';
import { runScript } from '../export/readings.ts';
import { type Asked, asked, routesOver } from '../export/service.ts';
import { describePython, read } from '../tools/python.ts';

/** A new type, and another domain, in files, tables and tools, with no line of code touched. */

type Served = Asked & { readonly store: GraphStore };

async function served(domain: Domain): Promise<Served> {
  const store = await openStore({ url: 'memory:' });
  await loadGraph({ store, domain, cypherDir: scriptFolders(domain), rebuild: true });
  return { ...(await asked(await routesOver(store, null, domain))), store };
}

/** Calls a tool of MCP, or lists the tools. */
// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever a tool says
async function mcp(url: string, method: string, params: object): Promise<any> {
  const answer = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2025-06-18',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  return ((await answer.json()) as { result: unknown }).result;
}

const callTool = async (url: string, name: string, args: object) =>
  (await mcp(url, 'tools/call', { name, arguments: args })).structuredContent;

describe('A treaty', () => {
  const ID = 'treaty:2023-friendship';
  const domain = readDomain(['news', 'test/domain/treaty']);
  let service: Served;

  beforeAll(async () => {
    service = await served(domain);
  }, 60_000);

  afterAll(async () => {
    await service.close();
    await service.store.close();
  });

  const written = /treaty[:./]2023-friendship/;

  test.each(Object.keys(formats))('stands in %s', async (file) => {
    const { statusCode, body } = await service.get(`/export/${file}`);
    expect(statusCode).toBe(200);
    // TimelineJS shows what takes place, with a status; a treaty has none.
    if (file !== 'timeline.json' && !/^sources/.test(file)) expect(body).toMatch(written);
  });

  test.each(['nodes', 'edges', 'claims', 'treaties'])('stands in the table %s', async (table) => {
    const { statusCode, body } = await service.get(`/tables/${table}.csv`);
    expect(statusCode).toBe(200);
    expect(body).toMatch(written);
  });

  test('has a table with its date, what it leads to, and the sources', async () => {
    const rows = JSON.parse((await service.get('/tables/treaties.json')).body) as object[];
    expect(rows[1]).toMatchObject({
      id: ID,
      label: 'Treaty of Friendship',
      start_date: '2023-09-13',
      signatories_ids: 'country:kp; country:ru',
      signatories: 'North Korea; Russia',
      occasion_id: 'event:2023-putin-kim-summit',
      source_id: 'article:tt-20231101',
    });
    const { body } = await service.get('/tables/datapackage.json');
    expect(JSON.parse(body).resources.map(({ name }: { name: string }) => name)).toContain('treaties');
  });

  test('can be filtered by, and is counted', async () => {
    const { statusCode, headers, body } = await service.get(
      '/export/graph.gexf?types=Treaty,Country&kinds=SIGNED_BY',
    );
    expect([statusCode, headers['x-edge-count']]).toEqual([200, '3']);
    expect(body.match(/kind="SIGNED_BY"/g)).toHaveLength(3);
  });

  test.each(['application/ld+json', 'text/turtle', 'text/html'])('has an address, as %s', async (accept) => {
    const { statusCode, body } = await service.get('/id/treaty/2023-friendship', { accept });
    expect(statusCode).toBe(200);
    expect(body).toContain('Treaty of Friendship');
    const country = await service.get('/id/country/ru', { accept });
    expect([country.statusCode, written.test(country.body)]).toEqual([200, true]);
  });

  test('comes back from the script of the whole graph', async () => {
    const { body } = await service.get('/export/graph.cypher');
    const copy = await openStore({ url: 'memory:' });
    await runScript(copy, body);
    const again = await asked(await routesOver(copy, null, domain));
    const [one, other] = [await again.get('/tables/edges.csv'), await service.get('/tables/edges.csv')];
    expect(one.body.replaceAll(again.url, '')).toBe(other.body.replaceAll(service.url, ''));
    await again.close();
    await copy.close();
  });

  test('is found by its name in reconciliation', async () => {
    const queries = JSON.stringify({ q0: { query: 'Friendship Treaty', type: 'Treaty' } });
    const { body } = await service.get(`/reconcile?queries=${encodeURIComponent(queries)}`);
    expect(JSON.parse(body).q0.result).toMatchObject([{ id: ID, match: true, type: [{ id: 'Treaty' }] }]);
    const { body: manifest } = await service.get('/reconcile');
    expect(JSON.parse(manifest).defaultTypes).toContainEqual({ id: 'Treaty', name: 'Treaty' });
  });

  test('stands in the tools of language models, with its date', async () => {
    const found = await callTool(service.url, 'search_entities', { query: 'friendship', types: ['Treaty'] });
    expect(found.rows).toMatchObject([{ type: 'Treaty', id: ID }]);
    const { entity, facts } = await callTool(service.url, 'get_entity', { id: ID });
    expect(entity).toMatchObject({ type: 'Treaty', date: { edtf: '2023-09-13' } });
    expect(facts.map(({ predicate }: { predicate: string }) => predicate)).toEqual([
      'SIGNED_AT',
      'SIGNED_BY',
      'SIGNED_BY',
      'date',
    ]);
  });

  describePython('read by NetworkX, rdflib and followthemoney', () => {
    test('is what it is in each', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'attested-treaty-'));
      const seen = await read('domain.py', service.url, folder, ID);
      const graph = {
        type: 'Treaty',
        label: 'Treaty of Friendship',
        start: '2023-09-13',
        edges: [
          [ID, 'SIGNED_AT', 'event:2023-putin-kim-summit'],
          [ID, 'SIGNED_BY', 'country:kp'],
          [ID, 'SIGNED_BY', 'country:ru'],
        ],
      };
      expect([seen.gexf, seen.graphml]).toEqual([graph, graph]);
      for (const triples of [seen.turtle, seen.jsonld]) {
        expect(triples).toEqual(
          expect.arrayContaining([
            ['http://www.w3.org/1999/02/22-rdf-syntax-ns#type', '/schema.graphql#Treaty'],
            ['schema:name', 'Treaty of Friendship'],
            ['schema:startDate', '2023-09-13'],
            ['/schema.graphql#SIGNED_BY', '/id/country/ru'],
          ]),
        );
      }
      expect(seen.ftm).toMatchObject({
        schema: 'Event',
        properties: { name: ['Treaty of Friendship'], startDate: ['2023-09-13'] },
        lost: [],
        links: ['signed at', 'signed by', 'signed by'],
      });
    }, 120_000);
  });
});

describe('Another domain', () => {
  const domain = readDomain(['test/domain/university']);
  let service: Served;

  beforeAll(async () => {
    service = await served(domain);
  }, 60_000);

  afterAll(async () => {
    await service.close();
    await service.store.close();
  });

  const words =
    /\b(gifts?|givers?|people|persons?|country|countries|summits?|news|putin|kim|treat(y|ies))\b/gi;
  const list = ['/openapi.json', '/export', '/tables', '/tables/datapackage.json', '/q', '/reconcile'];

  test.each([...list, '/reconcile/properties', '/export/nothing', '/export/graph.gexf?cats=1'])(
    '%s says no word of news',
    async (path) => {
      const { body } = await service.get(path);
      expect(body.match(words) ?? []).toEqual([]);
    },
  );

  test('its tools for language models say none either', async () => {
    const { tools } = await mcp(service.url, 'tools/list', {});
    expect(tools.map(({ name }: { name: string }) => name)).toEqual([
      'search_entities',
      'get_entity',
      'find_paths',
      'run_graphql',
    ]);
    expect(JSON.stringify(tools).match(words) ?? []).toEqual([]);
  });

  test.each(Object.keys(formats))('is written to %s', async (file) => {
    const { statusCode, body } = await service.get(`/export/${file}`);
    expect(statusCode).toBe(200);
    // Nothing here has a date and a status, and nothing was drawn from a text.
    const isEmpty = /^(timeline|annotations|sources)\./.test(file);
    if (!isEmpty) expect(body).toContain('Ada Lake');
  });

  test('has a table for each of its types, with what they lead to', async () => {
    const tables = JSON.parse((await service.get('/tables')).body) as { name: string; csv: string }[];
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['universities', 'departments', 'professors', 'students', 'courses']),
    );
    for (const { csv } of tables) expect((await service.get(csv)).statusCode).toBe(200);
    const [course] = JSON.parse((await service.get('/tables/courses.json')).body) as object[];
    expect(course).toHaveProperty('credits');
    expect(course).toHaveProperty('teachers_ids');
  });
});
