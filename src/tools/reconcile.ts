import type { FastifyInstance, FastifyRequest } from 'fastify';
import { gql } from 'graphql-tag';
import { ServiceError } from '../errors.ts';
import { type Graph, onceFor } from '../export/graph.ts';
import { iriOf } from '../export/iri.ts';
import { nameKey } from '../model/name.ts';
import { listAt, type Told, textOf } from '../model/told.ts';
import { extendRows, proposeProperties } from './extend.ts';
import { baseUrlOf, type RouteParts, sendJson } from './respond.ts';

/** OpenRefine's reconciliation, version 0.2: a column of names becomes a column of our ids. */

type Query = { readonly query?: unknown; readonly type?: unknown; readonly limit?: unknown };

const QUERIES_MAX = 100;
const LIMIT_MAX = 50;

/** What a name can mean, and what is said of each. */
const matchesOf = onceFor(({ catalog }) => {
  const types = catalog.types.filter(({ fields }) => fields.some(({ name }) => name === 'description'));
  const described = types.map(({ name }) => `... on ${name} { about${name}: description }`).join(' ');
  return gql(`query Matches($name: String!) {
  resolve(name: $name) { matches(first: 1000) { weak entity { __typename id name ${described} } } }
}`);
});

/** What a client sends: names to find, or ids to say more of. */
type Asked = { readonly queries?: string; readonly extend?: string };

/** `/reconcile`: the manifest by GET; queries, and what to add to rows that have ids, by GET or POST. */
export function reconcileRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { graph } = parts;
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      async (_request: FastifyRequest, body: string | Buffer) =>
        Object.fromEntries(new URLSearchParams(String(body))),
    );
    const answerOf = async ({ queries, extend }: Asked, baseUrl: string) => {
      if (extend !== undefined) return extendRows(graph, String(extend), baseUrl);
      return queries === undefined ? manifest(graph, baseUrl) : answer(graph, queries);
    };
    scope.get('/reconcile', async (request, reply) =>
      sendJson([request, reply], await answerOf(request.query as Asked, baseUrlOf(request, parts.publicUrl))),
    );
    scope.post('/reconcile', (request) =>
      answerOf((request.body ?? {}) as Asked, baseUrlOf(request, parts.publicUrl)),
    );
    scope.get('/reconcile/properties', (request, reply) =>
      sendJson([request, reply], proposeProperties(graph, (request.query as { type?: string }).type)),
    );
  });
}

function manifest({ catalog }: Graph, baseUrl: string) {
  return {
    versions: ['0.2'],
    name: 'attested',
    identifierSpace: iriOf('', baseUrl),
    schemaSpace: `${baseUrl}/schema.graphql`,
    defaultTypes: catalog.types.map(({ name }) => typeOf(name)),
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

async function answer(graph: Graph, text: unknown) {
  const queries = readQueries(graph, text);
  const keys = [...new Set(queries.flatMap(([, { query }]) => keysOf(query)))];
  const found = new Map<string, Told[]>();
  for (const key of keys) {
    const told = await graph.ask(matchesOf(graph), { name: key });
    const matches = listAt(told, 'resolve', 'matches');
    // As they come, but those that a name means among others after those that it identifies.
    found.set(key, [
      ...matches.filter(({ weak }) => weak !== true),
      ...matches.filter(({ weak }) => weak === true),
    ]);
  }
  const entries = queries.map(([name, query]) => [name, { result: candidates(graph, query, found) }]);
  return Object.fromEntries(entries);
}

function readQueries({ terms }: Graph, text: unknown): [string, Query][] {
  const fault = new ServiceError(
    'BAD_USER_INPUT',
    'The field queries is not a batch of reconciliation queries.',
    {
      hint: `Write queries={"q0": {"query": "${terms.examples.name}"}}.`,
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

/** Whether what is asked for is a text of whole characters, or nothing: a list or an object has no name. */
function isQuery(asked: Query | null): boolean {
  if (typeof asked !== 'object' || asked === null) return false;
  const { query } = asked;
  return typeof query === 'string'
    ? Buffer.from(query).toString() === query
    : ['number', 'undefined'].includes(typeof query);
}

/** The key of a name, and of the name that a list means by `Putin, Vladimir`. */
function keysOf(query: unknown): string[] {
  const name = String(query ?? '');
  const [last = '', first, more] = name.split(',');
  const inOrder = first !== undefined && more === undefined ? [nameKey(`${first} ${last}`)] : [];
  return [nameKey(name), ...inOrder];
}

function candidates(
  { catalog }: Graph,
  { query, type, limit }: Query,
  matches: ReadonlyMap<string, readonly Told[]>,
) {
  const wanted = [type].flat().filter((item) => typeof item === 'string' && catalog.type(item));
  const found = keysOf(query)
    .sort()
    .flatMap((key) => matches.get(key) ?? [])
    .map(({ weak, entity }) => ({ weak: weak === true, ...entityOf(entity as Told) }))
    .filter((row) => wanted.length === 0 || wanted.includes(row.type))
    .filter((row, i, all) => all.findIndex(({ id }) => id === row.id) === i);
  const strong = found.filter((row) => !row.weak);
  const most = Math.min(typeof limit === 'number' && limit > 0 ? limit : LIMIT_MAX, LIMIT_MAX);
  return found.slice(0, most).map(({ id, name, description, weak, type: of }) => ({
    id,
    name,
    ...(description === null ? {} : { description }),
    score: weak ? 60 : 100,
    // Sure only where the name identifies, and identifies nobody else.
    match: strong.length === 1 && !weak,
    type: [typeOf(of)],
  }));
}

function entityOf({ __typename, id, name, ...about }: Told) {
  const type = String(__typename);
  return { type, id: String(id), name: String(name), description: textOf(about[`about${type}`]) };
}
