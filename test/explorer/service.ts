import { createHash, randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { createExecute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { loadGraph } from '../../src/load/load.ts';
import { type Domain, readDomain, scriptFolders } from '../../src/model/domain/domain.ts';
import { nameKey } from '../../src/model/name.ts';
import { createApollo } from '../../src/server/apollo.ts';
import { pageRoutes } from '../../src/server/pages.ts';
import { createServer } from '../../src/server/server.ts';
import { readTrustedDocuments } from '../../src/server/trusted.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore, Row } from '../../src/store/store.ts';
import { datedAs } from '../support/dated.ts';
import { said } from '../support/said.ts';

/** The service with its pages over the article's graph, as a browser meets it. */
export type Explorer = {
  readonly url: string;
  readonly port: number;
  /** The text that the graph says it was made from. */
  readonly text: string;
  /** Bytes sent so far, headers and all. */
  readonly sent: () => number;
  readonly close: () => Promise<void>;
};

/** How the service is to be. */
export type ExplorerOptions = {
  /** Whether the graph holds the text; else it knows only its hash. */
  readonly textLoaded?: boolean;
  /** The port to listen on, of a service that was there before; a free one without. */
  readonly port?: number;
  /** How many events to add, each with two people, for a graph that does not fit on the screen. */
  readonly crowd?: number;
  /** Names to add, each of a person without a fact. */
  readonly names?: readonly string[];
  /** Whether the graph holds nothing at all. */
  readonly empty?: boolean;
  /** The folders of its domain; that of the package where there are none. */
  readonly domain?: readonly string[];
  /** Settings that differ from their defaults. */
  readonly settings?: Readonly<Record<string, string>>;
};

const KEY = 'oo-20230918';
const folder = process.env.ARTICLES_DIR ?? 'articles';
const file = join(folder, `${KEY}.txt`);

/** Starts the service. Where the article's text is not at hand, a text of the same shape stands in for it. */
export async function startExplorer(options: ExplorerOptions = {}): Promise<Explorer> {
  const store = await openStore({ url: 'memory:' });
  const textLoaded = options.textLoaded ?? true;
  const text = options.empty ? '' : await load(store, textLoaded, readDomain(options.domain));
  if (options.crowd) await addCrowd(store, options.crowd);
  if (options.names) await addNames(store, options.names);
  const app = await serve(store, options);
  const { port } = app.server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= shut(app, store);
    return closed;
  };
  return { url: `http://127.0.0.1:${port}`, port, text, sent: counted(app.server), close };
}

/** Loads the graph and gives the text that it says it was made from. */
async function load(store: GraphStore, textLoaded: boolean, domain: Domain): Promise<string> {
  const real = existsSync(file);
  await loadGraph({
    domain,
    store,
    cypherDir: scriptFolders(domain),
    ...(real && textLoaded && { articlesDir: folder }),
  });
  return real ? readFileSync(file, 'utf8') : standIn(store, textLoaded);
}

async function shut(app: FastifyInstance, store: GraphStore): Promise<void> {
  const closed = app.close();
  // A browser opens connections ahead of its questions, and a server waits for the first word on each.
  app.server.closeAllConnections();
  await closed;
  await store.close();
}

function counted(server: Server): () => number {
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  return () => sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
}

async function serve(
  store: GraphStore,
  { port = 0, settings, domain }: ExplorerOptions,
): Promise<FastifyInstance> {
  const config = readConfig({ LOG_LEVEL: 'silent', ...settings });
  const logger = pino({ level: config.logLevel });
  const schema = loadSchema(readDomain(domain));
  const execute = createExecute({ ...schema, store, limits: config });
  const { introspection, corsOrigins, trustedDocuments } = config;
  const apollo = createApollo({ schema, execute, introspection, limits: config, logger });
  await apollo.start();
  const app = await createServer({
    apollo,
    sdl: schema.sdl,
    store,
    lifecycle: { phase: 'serving' },
    logger,
    limits: config,
    corsOrigins,
    trusted: trustedDocuments === undefined ? undefined : readTrustedDocuments(trustedDocuments),
    routes: [(scope) => pageRoutes(scope, 'dist/explorer')],
  });
  app.addHook('onClose', () => apollo.stop());
  await listen(app, port);
  return app;
}

/** Below the ports that a system lends to whoever connects: a service that comes back must find its port free. */
const [LOWEST_PORT, PORTS] = [20_000, 10_000];

async function listen(app: FastifyInstance, port: number): Promise<void> {
  for (;;) {
    const candidate = port || LOWEST_PORT + randomInt(PORTS);
    try {
      await app.listen({ host: '127.0.0.1', port: candidate });
      return;
    } catch (error) {
      if (port || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
}

/** A text with words of nothing at every place where the article has a sentence, put in the article's stead. */
async function standIn(store: GraphStore, textLoaded: boolean): Promise<string> {
  const sentences = await store.read({
    text: 'MATCH (s:Sentence)-[:IN_ARTICLE]->(a:Article) RETURN s.id AS id, s.n AS n, s.start AS start, s.end AS end, a.length AS length ORDER BY s.seq',
    parameters: {},
  });
  const points = [...' '.repeat(Number(sentences[0]?.length ?? 0))];
  for (const { n, start, end } of sentences) {
    const words = `words of ${n} `.repeat(60);
    points.splice(Number(start), Number(end) - Number(start), ...words.slice(0, Number(end) - Number(start)));
  }
  const text = points.join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const set = (row: Row) => ({
    text: 'MATCH (s:Sentence {id: $id}) SET s.text = $text',
    parameters: { id: row.id ?? null, text: text.slice(Number(row.start), Number(row.end)) },
  });
  const article = { text: 'MATCH (a:Article) SET a.textSha256 = $sha256', parameters: { sha256 } };
  await store.write([article, ...(textLoaded ? sentences.map(set) : [])]);
  return text;
}

/** Many events of Putin and Kim and two others each, of which no text speaks. */
async function addCrowd(store: GraphStore, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, i) => ({
    event: `event:crowd-${i}`,
    person: `person:crowd-${i % 60}`,
    leader: i % 2 === 0 ? 'person:vladimir-putin' : 'person:kim-jong-un',
    date: datedAs('date', `20${String(10 + (i % 14)).padStart(2, '0')}-0${1 + (i % 9)}-11`),
    i,
  }));
  const text = `UNWIND $rows AS row
MERGE (p:Person {id: row.person}) SET p:Entity, p.name = 'Person of the crowd ' + row.person, p.aliases = [], p.weakAliases = []
MERGE (e:Event {id: row.event}) SET e:Entity, e.name = 'Event of the crowd ' + toString(row.i), e.kind = 'TALKS', e.status = 'OCCURRED', e.aliases = [], e += row.date
WITH p, e, row MATCH (l:Person {id: row.leader})
MERGE (p)-[a:INVOLVED_IN {role: 'PARTICIPANT'}]->(e) SET a.claims = [], a.basis = 'BACKGROUND'
MERGE (l)-[b:INVOLVED_IN {role: 'PARTICIPANT'}]->(e) SET b.claims = [], b.basis = 'BACKGROUND'`;
  await store.write([{ text, parameters: { rows } }, ...said]);
}

/** People of whom nothing is known but what they are called, in the index of names as others are. */
async function addNames(store: GraphStore, names: readonly string[]): Promise<void> {
  const rows = names.map((name, i) => ({ id: `person:named-${i}`, name, key: nameKey(name) }));
  const text = `UNWIND $rows AS row
MERGE (p:Person {id: row.id}) SET p:Entity, p.name = row.name, p.aliases = [], p.weakAliases = []
MERGE (k:Name {key: row.key})
CREATE (k)-[:NAMES {weak: false, mentions: 0, mentionDays: [], mentionCounts: []}]->(p)`;
  await store.write([{ text, parameters: { rows } }]);
}
