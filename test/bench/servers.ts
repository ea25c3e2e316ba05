import { createServer as createHttp, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import grafeo from '@grafeo-db/js';
import { Neo4jGraphQL } from '@neo4j/graphql';
import fastify from 'fastify';
import { type OperationDefinitionNode, parse } from 'graphql';
import mercurius from 'mercurius';
import neo4j from 'neo4j-driver';
import { pino } from 'pino';
import { Admission, Gate } from '../../src/admission.ts';
import { readConfig } from '../../src/config.ts';
import { createExecute } from '../../src/graphql/execute.ts';
import { KnownDocuments } from '../../src/graphql/operation.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { readAccess } from '../../src/server/access.ts';
import { createApollo } from '../../src/server/apollo.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { createServer } from '../../src/server/server.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore, Row, Statement, Transaction } from '../../src/store/store.ts';
import { domain } from '../support/load.ts';
import { type Loaded, loadGenerated } from './generate.ts';
import { mercuriusCypher, mercuriusTypes, neo4jGraphqlTypes } from './peers.ts';

/** Each server runs in a process of its own, `servers.js KIND ELEMENTS SEED NEO4J_URL`, and tells its port. */
const [kind = '', elements = '0', seed = '0', neo4jUrl = ''] = process.argv.slice(2);
const size = { elements: Number(elements), seed: Number(seed) };
const schema = loadSchema(domain);
/** Nobody is turned away: all servers shall do the same work, and the bare ones know no admission. */
const config = readConfig({
  LOG_LEVEL: 'fatal',
  HEAVY_SLOTS: '1000',
  LIGHT_SLOTS: '1000',
  QUEUE_MS: '60000',
  QUERY_TIMEOUT_MS: '60000',
});

/** How long the graph took to load, where this process loaded it by way of the store port. */
let loaded: Loaded | undefined;

type Run = (statement: Statement) => Promise<readonly { readonly [column: string]: unknown }[]>;

/** This service, as `attested serve` composes it. */
async function service(store: GraphStore): Promise<number> {
  const logger = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const [gate, admission] = [new Gate(config.requestsMax), new Admission(config)];
  const documents = new KnownDocuments(schema.schema);
  const execute = createExecute({ ...schema, store, limits: config, admission, documents });
  const { introspection, corsOrigins } = config;
  const metrics = createMetrics({ gate, admission, version: 'bench', engine: store.engine });
  const observers = [metrics.observe];
  const apollo = createApollo({
    schema,
    execute,
    documents,
    introspection,
    limits: config,
    logger,
    observers,
  });
  await apollo.start();
  const lifecycle = { phase: 'serving' as const };
  const access = readAccess(config, () => undefined);
  const edge = { logger, limits: config, corsOrigins, routes: [], access, metrics, gate };
  const app = await createServer({ apollo, sdl: schema.sdl, store, lifecycle, ...edge });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

/** The statement that this service would run for a request. */
async function statementOf(body: string): Promise<Statement> {
  const { query, variables } = JSON.parse(body);
  const document = parse(query);
  let found: Statement | undefined;
  const read = async (statement: Statement) => {
    found = statement;
    return [{ data: [] }];
  };
  const store = { engine: 'grafeo', read } as unknown as GraphStore;
  const [operation] = document.definitions as readonly OperationDefinitionNode[];
  if (!operation) throw new Error('no operation');
  const execute = createExecute({ ...schema, store, limits: config });
  // An empty row does not make an answer; the statement is all that is wanted.
  await execute({ document, operation, documentId: query, variables }).catch(() => undefined);
  if (!found) throw new Error(`no statement for ${query}`);
  return found;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The limit: the statement looked up by the body of the request, the row sent as it comes. */
async function bare(run: Run): Promise<number> {
  const known = new Map<string, Statement>();
  const server = createHttp(async (request, response) => {
    const body = await bodyOf(request);
    const statement = known.get(body) ?? (await statementOf(body));
    known.set(body, statement);
    const rows = await run(statement).catch(() => undefined);
    // An engine that gives up is an error of the shot, not the end of the run.
    const text = JSON.stringify(rows ? { data: rows[0]?.data } : { errors: [{ message: 'given up' }] });
    response.writeHead(rows ? 200 : 500, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function bareNeo4j(): Run {
  const driver = neo4j.driver(neo4jUrl, undefined, { disableLosslessIntegers: true });
  const { integer, routing } = { integer: neo4j.int, routing: neo4j.routing.READ };
  return async ({ text, parameters }) => {
    const entries = Object.entries(parameters);
    const whole = entries.map(([k, v]) => [k, typeof v === 'number' ? integer(v) : v]);
    const { records } = await driver.executeQuery(text, Object.fromEntries(whole), { routing });
    return records.map((record) => record.toObject());
  };
}

async function peer(): Promise<number> {
  const driver = neo4j.driver(neo4jUrl);
  const library = new Neo4jGraphQL({ typeDefs: neo4jGraphqlTypes, driver });
  const server = new ApolloServer({ schema: await library.getSchema(), nodeEnv: 'production' });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async () => ({ sessionConfig: { database: 'neo4j' } }),
  });
  return Number(new URL(url).port);
}

type Args = Readonly<Record<string, unknown>>;

function peopleOf({ where, after, first }: Args): Statement {
  if (typeof after === 'string') {
    const [, , name, id] = JSON.parse(Buffer.from(after, 'base64url').toString());
    return { text: mercuriusCypher.page, parameters: { name, id, first: Number(first) + 1 } };
  }
  const text = (where as { name?: { contains?: string } } | undefined)?.name?.contains;
  if (text !== undefined) return { text: mercuriusCypher.name, parameters: { text, first: first as number } };
  return { text: mercuriusCypher.givers, parameters: { first: first as number } };
}

async function mercuriusOn(run: Run): Promise<number> {
  const answers = async (statement: Statement) => (await run(statement)).map((row) => row.answer);
  const resolvers = {
    Query: {
      gift: async (_: unknown, { id }: Args) =>
        (await answers({ text: mercuriusCypher.gift, parameters: { id: String(id) } }))[0],
      people: async (_: unknown, args: Args) => {
        const found = (await answers(peopleOf(args))) as { id: string; name: string }[];
        const nodes = args.after ? found.slice(0, Number(args.first)) : found;
        const last = nodes.at(-1);
        const endCursor = Buffer.from(JSON.stringify(['', '', last?.name, last?.id])).toString('base64url');
        return { nodes, pageInfo: { hasNextPage: found.length > nodes.length, endCursor } };
      },
      giftStats: async (_: unknown, { first }: Args) =>
        answers({ text: mercuriusCypher.group, parameters: { first: Number(first) } }),
      path: async (_: unknown, { from, to }: Args) => {
        const parameters = { from: String(from), to: String(to) };
        const paths = (await answers({ text: mercuriusCypher.path, parameters })) as { hops: number }[];
        return { outcome: paths.length > 0 ? 'FOUND' : 'NONE', hops: paths[0]?.hops, paths };
      },
    },
  };
  const app = fastify();
  app.register(mercurius, { schema: mercuriusTypes, resolvers, jit: 1 });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

/** Grafeo without the port: the generator fills it, then its own functions answer. */
async function rawGrafeo(): Promise<Run> {
  const db = grafeo.GrafeoDB.create();
  const run: Transaction['run'] = async (statements) => {
    const results: Row[][] = [];
    for (const { text, parameters } of statements)
      results.push((await db.executeCypher(text, parameters)).toArray() as Row[]);
    return results;
  };
  const store = {
    engine: 'grafeo',
    define: run,
    defineText: async () => undefined,
    replace: (work: (one: GraphStore) => Promise<unknown>) => work(store),
    transaction: (work: (tx: Transaction) => Promise<unknown>) => work({ run }),
  } as unknown as GraphStore;
  await loadGenerated(store, size);
  return async ({ text, parameters }) => (await db.executeCypher(text, parameters)).toArray();
}

async function serviceOnGrafeo(): Promise<number> {
  const store = await openStore({ url: 'memory:' });
  loaded = await loadGenerated(store, size);
  return service(store);
}

const start: { readonly [kind: string]: () => Promise<number> } = {
  'attested-neo4j': async () => service(await openStore({ url: neo4jUrl })),
  'bare-neo4j': () => bare(bareNeo4j()),
  'neo4j-graphql': peer,
  'attested-grafeo': serviceOnGrafeo,
  'bare-grafeo': async () => bare(await rawGrafeo()),
  mercurius: async () => mercuriusOn(await rawGrafeo()),
};

const starting = start[kind];
if (!starting) throw new Error(`no server is called ${kind}`);
// A profile (node --cpu-prof) is written on a proper exit only.
process.once('SIGTERM', () => process.exit());
const port = await starting();
process.on('message', () => process.send?.(process.cpuUsage()));
if (process.send) process.send({ port, loaded });
else process.stdout.write(`${kind} listens on ${port}\n`);
