import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';
import { iriOf } from '../export/iri.ts';
import { baseUrlOf, type RouteParts, sendJson } from '../export/respond.ts';
import { isNodeType, nodeTypes } from '../export/vocabulary.ts';
import { nameKey } from '../model/naming.ts';
import { type Reader, type Row, readerOf } from '../store/store.ts';
import { extendRows, proposeProperties } from './extend.ts';

/** OpenRefine's reconciliation, version 0.2: a column of names becomes a column of our ids. */

type Query = { readonly query?: unknown; readonly type?: unknown; readonly limit?: unknown };

const QUERIES_MAX = 100;
const LIMIT_MAX = 50;

const candidatesText = `UNWIND $keys AS wanted
MATCH (:Name {key: wanted})-[r:NAMES]->(n:Entity)
RETURN wanted, n.id AS id, n.name AS name, n.description AS description, r.weak AS weak, r.mentions AS mentions,
  [l IN labels(n) WHERE l <> 'Entity'][0] AS type
ORDER BY wanted, weak, mentions DESC, id`;

/** What a client sends: names to find, or ids to say more of. */
type Asked = { readonly queries?: string; readonly extend?: string };

/** `/reconcile`: the manifest by GET; queries, and what to add to rows that have ids, by GET or POST. */
export function reconcileRoutes(app: FastifyInstance, parts: RouteParts): void {
  const reader = readerOf(parts.store, { timeoutMs: parts.queryTimeoutMs });
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      async (_request: FastifyRequest, body: string | Buffer) =>
        Object.fromEntries(new URLSearchParams(String(body))),
    );
    const answerOf = async ({ queries, extend }: Asked, baseUrl: string) => {
      if (extend !== undefined) return extendRows(reader, String(extend), baseUrl);
      return queries === undefined ? manifest(baseUrl) : answer(reader, queries);
    };
    scope.get('/reconcile', async (request, reply) =>
      sendJson([request, reply], await answerOf(request.query as Asked, baseUrlOf(request, parts.publicUrl))),
    );
    scope.post('/reconcile', (request) =>
      answerOf((request.body ?? {}) as Asked, baseUrlOf(request, parts.publicUrl)),
    );
    scope.get('/reconcile/properties', (request, reply) =>
      sendJson([request, reply], proposeProperties((request.query as { type?: string }).type)),
    );
  });
}

function manifest(baseUrl: string) {
  return {
    versions: ['0.2'],
    name: 'attested',
    identifierSpace: iriOf('', baseUrl),
    schemaSpace: `${baseUrl}/schema.graphql`,
    defaultTypes: nodeTypes.map(typeOf),
    view: { url: `${baseUrl}/id/{{id}}` },
    extend: {
      propose_properties: { service_url: baseUrl, service_path: '/reconcile/properties' },
      property_settings: [],
    },
    preview: { url: `${baseUrl}/id/{{id}}`, width: 460, height: 320 },
  };
}

function typeOf(name: string) {
  return { id: name, name };
}

async function answer(store: Reader, text: unknown) {
  const queries = readQueries(text);
  const keys = [...new Set(queries.flatMap(([, { query }]) => keysOf(query)))];
  const rows = await store.read({ text: candidatesText, parameters: { keys } });
  return Object.fromEntries(queries.map(([name, query]) => [name, { result: candidates(query, rows) }]));
}

function readQueries(text: unknown): [string, Query][] {
  const fault = new ServiceError(
    'BAD_USER_INPUT',
    'The field queries is not a batch of reconciliation queries.',
    {
      hint: 'Write queries={"q0": {"query": "Kim Jong-un"}}.',
    },
  );
  let batch: unknown;
  try {
    batch = JSON.parse(String(text));
  } catch {
    throw fault;
  }
  if (typeof batch !== 'object' || batch === null || Array.isArray(batch)) throw fault;
  const entries = Object.entries(batch as Record<string, Query | null>);
  if (!entries.every(([, query]) => isQuery(query))) throw fault;
  if (entries.length <= QUERIES_MAX) return entries as [string, Query][];
  throw new ServiceError('BAD_USER_INPUT', `There are ${entries.length} queries in one batch.`, {
    hint: `Send at most ${QUERIES_MAX} at once.`,
  });
}

/** Whether what is asked for is a text, or nothing: a list or an object has no name. */
function isQuery(query: Query | null): boolean {
  return (
    typeof query === 'object' &&
    query !== null &&
    ['string', 'number', 'undefined'].includes(typeof query.query)
  );
}

/** The key of a name, and of the name that a list means by `Putin, Vladimir`. */
function keysOf(query: unknown): string[] {
  const name = String(query ?? '');
  const [last = '', first, more] = name.split(',');
  const inOrder = first !== undefined && more === undefined ? [nameKey(`${first} ${last}`)] : [];
  return [nameKey(name), ...inOrder];
}

function candidates({ query, type, limit }: Query, rows: readonly Row[]) {
  const keys = keysOf(query);
  const wanted = [type].flat().filter((item): item is string => typeof item === 'string' && isNodeType(item));
  const found = rows
    .filter(({ wanted: key }) => keys.includes(String(key)))
    .filter((row) => wanted.length === 0 || wanted.includes(String(row.type)))
    .filter((row, i, all) => all.findIndex(({ id }) => id === row.id) === i);
  const strong = found.filter((row) => row.weak !== true);
  const most = Math.min(typeof limit === 'number' && limit > 0 ? limit : LIMIT_MAX, LIMIT_MAX);
  return found.slice(0, most).map((row) => ({
    id: String(row.id),
    name: String(row.name),
    ...(row.description ? { description: String(row.description) } : {}),
    score: row.weak === true ? 60 : 100,
    // Sure only where the name identifies, and identifies nobody else.
    match: strong.length === 1 && row.weak !== true,
    type: [typeOf(String(row.type))],
  }));
}
