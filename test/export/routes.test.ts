import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FactReader } from '../../src/export/fact.ts';
import type { Graph } from '../../src/export/graph.ts';
import { listAt } from '../../src/model/told.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore, Statement } from '../../src/store/store.ts';
import { domainOver } from './domain.ts';
import { fill, writerOf } from './measure.ts';
import { type Asked, asked, openGraph, PUBLIC_URL, routesOver } from './service.ts';

let store: GraphStore;
let app: Asked;

beforeAll(async () => {
  store = await openGraph(true);
  app = await asked(await routesOver(store));
});

afterAll(async () => {
  await app.close();
  await store.close();
});

describe('Every file', () => {
  test('is compressed where the client takes that, and HEAD says as much without it', async () => {
    const url = '/export/graph.gexf';
    const plain = await app.get(url);
    const packed = await app.get(url, { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
    expect(packed.rawPayload.length * 5).toBeLessThan(plain.rawPayload.length);
    const head = await app.get(url, {}, 'HEAD');
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', plain.headers.etag]);
    expect(Number(head.headers['x-node-count'])).toBeGreaterThan(50);
  });

  test('tells how much it holds', async () => {
    const { headers, body } = await app.get('/export/graph.gexf');
    expect(body.match(/<node /g)).toHaveLength(Number(headers['x-node-count']));
    expect(body.match(/<edge /g)).toHaveLength(Number(headers['x-edge-count']));
  });

  test('tells how much it holds where it is a table or file of nodes and edges, and only there', async () => {
    for (const url of ['/tables/nodes.csv', '/tables/edges.json?kinds=GAVE', '/export/kumu.json']) {
      const { headers, body } = await app.get(url);
      const [nodes, edges] = [Number(headers['x-node-count']), Number(headers['x-edge-count'])];
      const held = url.startsWith('/export') ? nodes + edges : url.includes('nodes') ? nodes : edges;
      const lines = body.split(/\r?\n/).filter((line) => /^\{?"?(id|person|[a-z]+:)|^\{"id"/.test(line));
      expect([url, lines.filter((line) => !line.startsWith('id,')).length]).toEqual([url, held]);
    }
    const { headers } = await app.get('/export/timeline.json');
    expect([headers['x-node-count'], headers['x-edge-count']]).toEqual([undefined, undefined]);
  });

  test('names things by the address of the request where no other is set', async () => {
    const here = await asked(await routesOver(store, null));
    const { body } = await here.get('/export/graph.ttl', { host: 'graph.example:8080' });
    expect(body).toContain('<http://graph.example:8080/id/person/vladimir-putin>');
    await here.close();
  });
});

describe('The address of a thing', () => {
  const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';

  test.each([
    [
      '/id/person/vladimir-putin',
      'Vladimir Putin',
      '<a href="https://attested.example/id/gift/2023-putin-kim-rifle">',
    ],
    ['/id/person:vladimir-putin', 'Vladimir Putin', '/graph#sel=person%3Avladimir-putin'],
    ['/id/article/oo-20230918', 'Exchange Rifles', '2023-09-18'],
    [
      '/id/claim/oo-20230918/F12',
      'made in Russia',
      '<a href="https://attested.example/id/article/oo-20230918">',
    ],
    [
      '/id/person/kim-jong-un',
      'Kim Jong-un',
      'Kim Jong-un assists Putin in the conflict with Ukraine</a> <em>(speculated)</em>',
    ],
    [
      '/id/gift/2023-putin-kim-rifle',
      'Russian-made rifle',
      '<a href="https://attested.example/id/person/vladimir-putin">Vladimir Putin</a> <a href="https://attested.example/id/fact/person/vladimir-putin%7CGAVE%7Cgift/2023-putin-kim-rifle">gave</a> it',
    ],
    [
      '/id/claim/oo-20230918/F17',
      'same exchange',
      '<a href="https://attested.example/id/sentence/oo-20230918/4">',
    ],
    ['/id/sentence/oo-20230918/3', 'Sentence 3', 'made in Russia at the summit'],
    ['/id/person/nasty', "&lt;tag&gt; &amp; it's", "О'Хара &quot;Ш&quot;"],
  ])('%s is a page for a browser, which asks for nothing and runs nothing', async (url, title, part) => {
    const { statusCode, headers, body } = await app.get(url, { accept });
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(body).toContain(title);
    expect(body).toContain(part);
    expect(body).not.toMatch(/<script|<tag>|undefined|null/);
  });

  test('is JSON-LD for all others, and Turtle for who asks for it', async () => {
    const types = await Promise.all(
      ['*/*', 'application/ld+json, text/html', 'text/turtle'].map(async (accepted) => {
        const { headers } = await app.get('/id/person/vladimir-putin', { accept: accepted });
        return [headers['content-type'], headers.vary];
      }),
    );
    const vary = 'accept, accept-encoding';
    expect(types).toEqual([
      ['application/ld+json; charset=utf-8', vary],
      ['application/ld+json; charset=utf-8', vary],
      ['text/turtle; charset=utf-8', vary],
    ]);
  });
});

describe('Filters', () => {
  test('stand in the path or in the query, and cut edges that would lead out', async () => {
    const inQuery = await app.get('/export/graph.gexf?types=Person,Gift&kinds=GAVE,GIVEN_TO');
    const inPath = await app.get('/export/types=person,gift/kinds=gave,given_to/graph.gexf');
    expect(inPath.body).toBe(inQuery.body);
    const nodes = [...inPath.body.matchAll(/<node id="([^"]+)"/g)].map(([, id]) => id);
    const ends = [...inPath.body.matchAll(/ source="([^"]+)" target="([^"]+)"/g)].flatMap(([, a, b]) => [
      a,
      b,
    ]);
    expect(ends.length).toBeGreaterThan(10);
    expect(ends.filter((id) => !nodes.includes(id))).toEqual([]);
    expect(nodes.every((id) => /^(person|gift):/.test(id ?? ''))).toBe(true);
  });

  test('by status keep what is no event', async () => {
    const { body } = await app.get('/tables/nodes.json?status=OCCURRED');
    const rows = JSON.parse(body) as { type: string; status: string | null }[];
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['OCCURRED', null]));
    expect(rows.some((row) => row.type === 'Person')).toBe(true);
  });

  test.each([
    ['/export/graph.gexf?types=Person,Nobody', 'The filter types does not know Nobody.'],
    ['/export/graph.gexf?types=', 'The filter types does not know nothing.'],
    ['/export/x=1/graph.gexf', 'There is no filter x.'],
    ['/export/graph.gexf?types=Person&types=Gift', 'The parameter types stands twice.'],
    ['/export/graph.cypher?types=Person', 'graph.cypher holds the whole graph and takes no filter.'],
    ['/tables/people.csv?projection=persons', 'The table people takes no projection.'],
    ['/export/graph.gexf?projection=cats', 'The filter projection does not know cats.'],
    ['/export/projection=persons/types=Gift/graph.gexf', 'A projection takes no other filter.'],
    ['/export/graph.ttl?projection=persons', 'graph.ttl takes no projection.'],
    ['/tables/nodes.csv?excel=yes', 'The parameter excel is 1 or 0.'],
    ['/q/plans.csv?of=Putin', 'The question plans takes no of.'],
    ['/q/plans.csv?status=PERHAPS', 'Variable "$status" got invalid value "PERHAPS"'],
    ['/reconcile?queries=[]', 'The field queries is not a batch of reconciliation queries.'],
    ['/reconcile?extend={}', 'The field extend does not say which ids and properties.'],
    ['/reconcile?extend={"ids":[],"properties":[{"id":"shoes"}]}', 'There is no property shoes.'],
  ])('%s is refused', async (url, message) => {
    const { statusCode, body, headers } = await app.get(url);
    expect([statusCode, headers['content-type']]).toEqual([400, 'application/json; charset=utf-8']);
    const [error] = (JSON.parse(body) as { errors: { message: string; extensions: { code: string } }[] })
      .errors;
    expect(error?.message).toContain(message);
    expect(error?.extensions.code).toMatch(/^[A-Z_]+$/);
  });

  test.each([
    ['/export/graph.xlsx', 'graph.gexf, graph-1.2.gexf, graph.graphml, graph.cypher'],
    ['/tables/dogs.csv', 'people, countries, places, organizations, groups, events, gifts'],
    ['/tables/people.xml', 'people, countries'],
    ['/q/nothing.csv', 'gifts-between'],
    ['/export/constructor', 'graph.gexf'],
    ['/id/person/nobody', ''],
  ])('%s is not there, and what is there is named', async (url, named) => {
    const { statusCode, body } = await app.get(url);
    expect(statusCode).toBe(404);
    expect(body).toContain('"code":"NOT_FOUND"');
    expect(body).toContain(named);
  });
});

/** A store whose reads after the first few do something else. */
function disturbed(after: number, then: (statement: Statement) => Promise<never> | undefined): GraphStore {
  let reads = 0;
  const read: GraphStore['read'] = (statement, options) => {
    const fault = ++reads > after ? then(statement) : undefined;
    return fault ?? store.read(statement, options);
  };
  return { ...store, engine: store.engine, read } as GraphStore;
}

describe('A fault', () => {
  test('before the first byte is an error like any other', async () => {
    const broken = await asked(await routesOver(disturbed(2, () => Promise.reject(new Error('gone')))));
    const { statusCode, body, headers } = await broken.get('/export/graph.gexf');
    expect(statusCode).toBe(500);
    expect(headers['content-type']).toMatch(/json/);
    expect(body).toContain('INTERNAL_SERVER_ERROR');
    await broken.close();
  });

  test.each([{}, { 'accept-encoding': 'gzip' }])('after it breaks the connection, %p', async (headers) => {
    const large = await openStore({ url: 'memory:' });
    await fill(large, 4_000);
    let pages = 0;
    const read: GraphStore['read'] = (statement) => {
      const isPage = statement.text.includes('.predicate');
      return isPage && ++pages > 14 ? Promise.reject(new Error('gone')) : large.read(statement);
    };
    const broken = await asked(await routesOver({ ...large, read } as GraphStore));
    const response = await fetch(`${broken.url}/export/graph.graphml`, { headers });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    await broken.close();
    await large.close();
  });

  test('such as a graph that changed meanwhile breaks it too', async () => {
    let times = 0;
    const read: GraphStore['read'] = async (statement) => {
      const rows = await store.read(statement);
      return statement.text.includes('AS version') ? [{ version: [`v${++times}`] }] : rows;
    };
    const broken = await asked(await routesOver({ ...store, read } as GraphStore));
    const response = await fetch(`${broken.url}/export/graph.graphml`);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    await broken.close();
  });

  test('is no reason to go on reading when the reader has gone', async () => {
    const large = await openStore({ url: 'memory:' });
    await fill(large, 4_000);
    let reads = 0;
    const read: GraphStore['read'] = async (statement) => {
      reads++;
      await sleep(5);
      return large.read(statement);
    };
    const slow = await asked(await routesOver({ ...large, read } as GraphStore));
    const sent = request(`${slow.url}/export/graph.graphml`).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.on('error', () => undefined);
    await once(response, 'data');
    sent.destroy();
    await sleep(300);
    const after = reads;
    await sleep(300);
    expect(reads).toBe(after);
    await slow.close();
    await large.close();
  });
});

describe('A large graph', () => {
  let large: GraphStore;

  beforeAll(async () => {
    large = await openStore({ url: 'memory:' });
    await fill(large, 4_000);
  }, 60_000);

  afterAll(() => large.close());

  test.each([
    'graph.gexf',
    'graph.graphml',
    'kumu.json',
    'entities.ftm.json',
    'graph.ttl',
    'graph.jsonld',
    'edges.csv',
  ])('is written to %s a page at a time: what is read goes out before more is read', async (file) => {
    let [all, held, most] = [0, 0, 0];
    const { graph } = domainOver(large);
    const ask: Graph['ask'] = async (...asked) => {
      const told = await graph.ask(...asked);
      const facts = listAt(told, 'list').filter((item) => 'predicate' in item && item.object).length;
      all += facts;
      held += facts;
      most = Math.max(most, held);
      return told;
    };
    const watched = { ...graph, ask };
    const reader = new FactReader({ graph: watched });
    const source = { graph: watched, reader, store: large, filter: {}, baseUrl: PUBLIC_URL };
    // Each relationship is at least one piece, and what comes before the first is none.
    for await (const _piece of writerOf(large, file)(source)) held = Math.max(0, held - 1);
    expect(all).toBe(4_000);
    expect(most).toBeLessThanOrEqual(1_000);
  });
});
