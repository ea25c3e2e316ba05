import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { GraphStore } from '../../src/store/store.ts';
import { openapi } from '../../src/tools/openapi.ts';
import { asked, PUBLIC_URL, partsOver, serviceOver, shareService } from './service.ts';

/** Every file and table that `/openapi.json` describes keeps the same promises. */

const PAGE = 'https://lite.gephi.example';

const { questions, graph, tables } = partsOver({} as GraphStore);
const parts = { questions, graph, tables, baseUrl: PUBLIC_URL, version: '0.0.0' };
const paths = Object.entries(openapi(parts).paths) as [string, Described][];

/** Those with a tag: all but what says how the service is at the moment. */
const described = paths.filter(([, { get }]) => 304 in get.responses);

type Described = {
  readonly get: {
    readonly responses: {
      readonly 200: { readonly content: { [type: string]: object } };
      readonly 304?: object;
    };
  };
};

const shared = shareService();

/** What an extension at the end of a path promises. */
const byExtension: Readonly<Record<string, RegExp>> = {
  csv: /^text\/csv; charset=utf-8/,
  json: /^application\/(x-nd)?json; charset=utf-8$/,
  jsonld: /^application\/ld\+json; charset=utf-8$/,
  gexf: /^application\/xml; charset=utf-8$/,
  graphml: /^application\/xml; charset=utf-8$/,
  cypher: /^text\/plain; charset=utf-8$/,
  graphql: /^text\/plain; charset=utf-8$/,
  ttl: /^text\/turtle; charset=utf-8$/,
  trig: /^application\/trig; charset=utf-8$/,
  bib: /^text\/plain; charset=utf-8$/,
};

const written = described.map(([path]) => path.replace('{id}', 'person:vladimir-putin'));

test('there are some, and the health of the service beside them', () => {
  expect(written.length).toBeGreaterThan(60);
  const others = paths.filter(([, { get }]) => !(304 in get.responses));
  expect(others.map(([path]) => path)).toEqual(['/livez', '/readyz']);
});

describe.each(described)('%s', (described, { get }) => {
  const path = described.replace('{id}', 'person:vladimir-putin');

  test('answers a plain GET with the media type of its description and of its extension', async () => {
    const { statusCode, headers, body } = await shared.get(path);
    expect([statusCode, headers.location]).toEqual([200, undefined]);
    const type = String(headers['content-type']);
    expect(Object.keys(get.responses[200].content)).toContain(type.split(';')[0]);
    const extension = /\.(\w+)$/.exec(path)?.[1];
    if (extension !== undefined) expect(type).toMatch(byExtension[extension] ?? /^$/);
    if (type.includes('json') && !type.includes('ndjson')) JSON.parse(body);
  });

  test('lets pages of other origins read it', async () => {
    const { headers } = await shared.get(path, { origin: PAGE });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(String(headers['access-control-expose-headers'])).toContain('etag');
    const preflight = { origin: PAGE, 'access-control-request-method': 'GET' };
    const { statusCode } = await shared.get(path, preflight, 'OPTIONS');
    expect(statusCode).toBe(204);
  });

  test('is the same each time, packed or not, and is not sent to who has it', async () => {
    const [first, second] = [await shared.get(path), await shared.get(path)];
    expect(second.body).toBe(first.body);
    const packed = await shared.get(path, { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.rawPayload).toString()).toBe(first.body);
    const known = await shared.get(path, { 'if-none-match': String(first.headers.etag) });
    expect([first.headers.etag, known.statusCode, known.body]).toEqual([expect.any(String), 304, '']);
    const head = await shared.get(path, {}, 'HEAD');
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', first.headers.etag]);
  });

  test('asks for no more than GET: another method is told so', async () => {
    const { statusCode, body } = await shared.get(path, {}, 'DELETE');
    expect([statusCode, body.includes('METHOD_NOT_ALLOWED')]).toEqual([405, true]);
  });
});

test('another version of the service is another file', async () => {
  const { etag } = (await shared.get('/tables/gifts.csv')).headers;
  const newer = await asked(await serviceOver(shared.store, PUBLIC_URL, { version: '0.0.1' }));
  expect((await newer.get('/tables/gifts.csv', { 'if-none-match': String(etag) })).statusCode).toBe(200);
  await newer.close();
});

test('whoever tells something else makes another file, background too', async () => {
  const tag = async () => (await shared.get('/tables/gifts.csv')).headers.etag;
  const before = await tag();
  const said = (sha256: string) => ({
    text: 'MATCH (b:Background) WITH b, b.scriptSha256 AS was SET b.scriptSha256 = $sha256, b.was = was',
    parameters: { sha256 },
  });
  await shared.store.write([said('another')]);
  expect(await tag()).not.toBe(before);
  const back = 'MATCH (b:Background) SET b.scriptSha256 = b.was REMOVE b.was';
  await shared.store.write([{ text: back, parameters: {} }]);
  expect(await tag()).toBe(before);
});

test('an office has the last day on which a text says that it is held', async () => {
  const { body } = await shared.get('/tables/edges.json');
  const offices = (JSON.parse(body) as Record<string, unknown>[]).filter(
    ({ relation }) => relation === 'HOLDS_OFFICE',
  );
  expect(offices.length).toBeGreaterThan(0);
  expect(new Set(offices.map(({ start_date, end_date }) => `${start_date} ${end_date}`))).toEqual(
    new Set(['2023-09-18 2023-09-18']),
  );
});

test('addresses of the lists lead to what is there', async () => {
  const links: string[] = [];
  for (const list of ['/export', '/tables', '/q']) {
    const rows = JSON.parse((await shared.get(list)).body) as Record<string, unknown>[];
    links.push(
      ...rows.flatMap(({ path, csv, json }) =>
        [path, csv, json].filter((link) => link !== undefined).map(String),
      ),
    );
  }
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter((link) => !written.includes(link))).toEqual([]);
});
