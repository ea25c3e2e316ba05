#!/usr/bin/env node
import './production.ts';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { Admission, Gate, Lane } from './admission.ts';
import { badCommand, type Command, helpText, readCommand } from './command.ts';
import { type Config, readConfig } from './config.ts';
import { convertFiles } from './convert/files.ts';
import { corpusCommands, exportArticle, runCorpus } from './corpus/commands.ts';
import type { CorpusPlaces } from './corpus/corpus.ts';
import { errorCodes, ServiceError } from './errors.ts';
import { firstQuestion } from './export/graph.ts';
import { printDerivation } from './facts/derive/derive.ts';
import { readVocabulary } from './facts/vocabulary.ts';
import { createExecute } from './graphql/execute.ts';
import { KnownDocuments } from './graphql/operation.ts';
import { loadSchema, type Schema } from './graphql/schema.ts';
import { corpusHash, type LoadReport, loadGraph, loadIfOutdated, type Progress } from './load/load.ts';
import { schemaScript } from './model/domain/constraints.ts';
import { type Domain, readDomain, scriptFolders } from './model/domain/domain.ts';
import { domainParts } from './news/news.ts';
import { requireGraph, ServedGraph } from './served.ts';
import { readAccess } from './server/access.ts';
import { createApollo } from './server/apollo.ts';
import { guardRoutes } from './server/edge.ts';
import type { Lifecycle } from './server/health.ts';
import { type KeyTerms, makeKey } from './server/keys.ts';
import { createMetrics } from './server/metrics.ts';
import { pageRoutes } from './server/pages.ts';
import { reloadRoute } from './server/reload.ts';
import type { Access } from './server/scope.ts';
import { createServer } from './server/server.ts';
import { stopOnSignal } from './server/shutdown.ts';
import { findTracing } from './server/tracing.ts';
import { readDocumentsOfPages, readTrustedDocuments, type TrustedDocuments } from './server/trusted.ts';
import { openStore } from './store/open.ts';
import type { Processes } from './store/sealed.ts';
import type { GraphStore } from './store/store.ts';
import { readQuestions } from './tools/question.ts';
import { type ToolParts, toolRoutes } from './tools/routes.ts';

/** The composition root: reads the settings, opens the store, loads the graph, serves, and closes on a signal. */

/** What `serve` holds while it runs. */
type Service = {
  readonly config: Config;
  readonly access: Access;
  readonly domain: Domain;
  readonly store: GraphStore;
  readonly logger: Logger;
  readonly lifecycle: Lifecycle;
  readonly gate: Gate;
  readonly graph: ServedGraph;
};

const packageFile = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const print = (text: string) => process.stdout.write(`${text}\n`);

/** How the store is opened besides what the settings say. */
type Opening = { readonly rebuild?: boolean; readonly processes?: Processes };

function open(config: Config, opening: Opening = {}): Promise<GraphStore> {
  const { graphUrl, neo4jUser, neo4jPassword, neo4jDatabase, resultRowsMax, resultBytesMax } = config;
  return openStore({
    url: graphUrl,
    ...opening,
    limits: { rowsMax: resultRowsMax, bytesMax: resultBytesMax },
    ...(neo4jUser !== undefined && { user: neo4jUser }),
    ...(neo4jPassword !== undefined && { password: neo4jPassword }),
    ...(neo4jDatabase !== undefined && { database: neo4jDatabase }),
  });
}

const domainOf = ({ domainDir, corpusDirs }: Config): Domain => readDomain(domainDir, corpusDirs);

/** The processes that the embedded engine reads in: those for what is heavy are as many as it works at, at once. */
function processesOf(config: Config, logger?: Logger): Processes {
  const { engineProcesses = availableParallelism() < 4 ? 2 : 3, heavySlots } = config;
  const heavy = Math.min(engineProcesses - 1, heavySlots ?? Math.max(1, Math.floor(engineProcesses / 3)));
  const tell = (bytesEach: number) =>
    logger?.info(
      { processes: engineProcesses, megabytesEach: Math.ceil(bytesEach / 2 ** 20) },
      'the graph is open in engine processes',
    );
  return {
    program: packageFile('dist/store/engine/child.js'),
    size: { light: engineProcesses - heavy, heavy },
    onOpen: tell,
  };
}

function loadOptions({ corpusDirs, articlesDir }: Config, domain: Domain, store: GraphStore) {
  return { store, domain, cypherDir: scriptFolders(domain), corpusDirs, articlesDir };
}

/** What a command on article files stands on; without CORPUS_DIR they lie where it is called. */
function corpusPlaces(config: Config): CorpusPlaces {
  const corpusDirs = config.corpusDirs.length > 0 ? config.corpusDirs : ['.'];
  const domain = domainOf({ ...config, corpusDirs });
  return { corpusDirs, domain, cypherDir: scriptFolders(domain), articlesDir: config.articlesDir };
}

/** Runs a command on article files; its result is what is printed, and the exit status. */
async function corpus(config: Config, command: Command): Promise<void> {
  const { text, exit } = await runCorpus(corpusPlaces(config), command, version());
  print(text);
  process.exitCode = exit;
}

/** Prints the file of an article as the graph has it. */
async function exportFile(config: Config, command: Command): Promise<void> {
  const store = await open(config);
  try {
    const domain = domainOf(config);
    if (config.graphUrl === 'memory:') await loadGraph(loadOptions(config, domain, store));
    print((await exportArticle(domain, store, command)).text);
  } finally {
    await store.close();
  }
}

async function load(config: Config, asked: Pick<Command, 'rebuild' | 'prune' | 'adopt'>): Promise<void> {
  const domain = domainOf(config);
  const store = await open(config, { rebuild: asked.rebuild });
  try {
    const onProgress = process.stderr.isTTY ? showProgress : undefined;
    const options = { ...loadOptions(config, domain, store), ...asked, ...(onProgress && { onProgress }) };
    print(describeLoad(await loadGraph(options)));
  } finally {
    await store.close();
  }
}

/** One line that is written over, for who looks on. */
function showProgress(progress: Progress): void {
  const line =
    progress === 'waiting'
      ? 'waiting for another load to end'
      : `${progress.written} of ${progress.of} scripts`;
  process.stderr.write(`\r\u001b[K${line}`);
  if (progress !== 'waiting' && progress.written === progress.of) process.stderr.write('\r\u001b[K');
}

/** Converts scripts where they lie, on a graph of their own. */
async function convert(config: Config, files: readonly string[]): Promise<void> {
  if (files.length === 0) throw badCommand('attested convert needs the scripts to convert.');
  const store = await openStore({ url: 'memory:' });
  try {
    const options = loadOptions(config, domainOf(config), store);
    for (const file of await convertFiles({ ...options, files })) print(`wrote ${file}`);
  } finally {
    await store.close();
  }
}

function describeLoad(report: LoadReport): string {
  const { nodeCount, relationshipCount, written, removed, texts, articles, ms } = report;
  const missing =
    texts < articles ? ' Put the missing ones into ARTICLES_DIR to read the sentences behind the facts.' : '';
  return `loaded ${nodeCount} nodes and ${relationshipCount} relationships in ${ms} ms (${written} scripts written, ${removed} removed), with the text of ${texts} of ${articles} articles.${missing}`;
}

async function serve(config: Config): Promise<void> {
  const logger = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const access = readAccess(config, ({ code, message }) =>
    logger.error({ code }, `${message} The keys of before count on.`),
  );
  const domain = domainOf(config);
  const processes = processesOf(config, logger);
  const store = await open(config, { processes });
  const gate = new Gate(config.requestsMax);
  const lifecycle: Lifecycle = { phase: 'starting' };
  const graph = servedGraph(config, { domain, store, logger, lifecycle });
  const service: Service = { config, access, domain, store, logger, gate, lifecycle, graph };
  try {
    const { app, question } = await build(service);
    const url = await listen(app, config);
    stopOnSignal({ ...service, app, graceMs: config.graceMs });
    process.on('SIGHUP', () => void graph.reloadOnSignal());
    print(`attested is at ${url}/graphql`);
    await graph.prepare();
    if (service.lifecycle.phase === 'serving') print(`Try:\n  ${oneLiner(url, question)}`);
  } catch (error) {
    await store.close().catch(() => undefined);
    throw error;
  }
}

function servedGraph(
  config: Config,
  parts: Pick<Service, 'domain' | 'store' | 'logger' | 'lifecycle'>,
): ServedGraph {
  const options = loadOptions(config, parts.domain, parts.store);
  return new ServedGraph({
    ...parts,
    load: () => loadIfOutdated(options),
    corpus: async () => (config.corpusDirs.length === 0 ? undefined : corpusHash(options)),
    lookMs: config.lookMs,
    onLoad: (report) => print(describeLoad(report)),
  });
}

async function build(service: Service): Promise<{ app: FastifyInstance; question: string }> {
  const { config, access, domain, store, logger, lifecycle, gate, graph } = service;
  const schema = loadSchema(domain);
  const { heavySlots = store.engine === 'grafeo' ? processesOf(config).size.heavy : undefined } = config;
  const admission = new Admission({ ...config, heavySlots });
  const documents = new KnownDocuments(schema.schema);
  const execute = createExecute({ ...schema, store, limits: config, admission, documents });
  const { introspection, corsOrigins, trustedProxies } = config;
  const metrics = createMetrics({ gate, admission, version: version(), engine: store.engine });
  const tracing = await findTracing();
  const observers = tracing ? [metrics.observe, tracing] : [metrics.observe];
  const apollo = createApollo({
    schema,
    execute,
    documents,
    introspection,
    limits: config,
    logger,
    observers,
    ...(store.shared && { graph: () => lifecycle.graph }),
  });
  await apollo.start();
  const parts = toolParts(config, { ...schema, store, execute });
  const tools = (scope: FastifyInstance) => {
    guardRoutes(scope, lifecycle);
    toolRoutes(scope, parts);
  };
  const reload = (scope: FastifyInstance) => reloadRoute(scope, { reload: () => graph.reload(), lifecycle });
  const pages = (scope: FastifyInstance) => pageRoutes(scope, packageFile('dist/explorer'));
  const edge = {
    logger,
    limits: config,
    corsOrigins,
    routes: [tools, reload, pages],
    access,
    trusted: trustedOf(config),
    metrics,
    trustedProxies,
    gate,
  };
  const app = await createServer({ apollo, sdl: schema.sdl, store, lifecycle, ...edge });
  app.addHook('onClose', () => apollo.stop());
  return { app, question: firstQuestion(parts.graph) };
}

function trustedOf({ trustedDocuments }: Config): TrustedDocuments | undefined {
  if (trustedDocuments === undefined) return undefined;
  return readTrustedDocuments(
    trustedDocuments,
    readDocumentsOfPages(packageFile('dist/explorer/documents.json')),
  );
}

function toolParts(config: Config, service: Schema & Pick<ToolParts, 'store' | 'execute'>): ToolParts {
  const { publicUrl, introspection, trustedDocuments } = config;
  const parts = domainParts({ ...service, limits: config });
  const own = config.corpusDirs.map((dir) => join(dir, 'questions')).filter((dir) => existsSync(dir));
  const folders = [...(parts.isNews ? [packageFile('docs/questions')] : []), ...own];
  const questions = new Map(folders.flatMap((folder) => [...readQuestions(folder, service.schema)]));
  const settings = { publicUrl, introspection, limits: config, trustedOnly: trustedDocuments !== undefined };
  const files = new Lane(config.fileSlots, config.queueMs);
  const { queryTimeoutMs } = config;
  return { ...service, ...parts, ...settings, files, queryTimeoutMs, questions, version: version() };
}

/** Speaks MCP on standard input and output, which therefore say nothing else. */
async function mcp(config: Config): Promise<void> {
  const { serveStdio } = await import('./mcp/stdio.ts');
  const domain = domainOf(config);
  const store = await open(config, { processes: processesOf(config) });
  try {
    await requireGraph(store, () => loadIfOutdated(loadOptions(config, domain, store)));
    const schema = loadSchema(domain);
    const execute = createExecute({ ...schema, store, limits: config });
    await serveStdio(toolParts(config, { ...schema, store, execute }));
  } finally {
    await store.close();
  }
}

async function listen(app: FastifyInstance, { host, port, publicUrl }: Config): Promise<string> {
  try {
    await app.listen({ host, port, listenTextResolver: (address) => `listening at ${address}` });
  } catch (error) {
    throw asListenError(error, host, port);
  }
  const { address, family, port: taken } = app.server.address() as AddressInfo;
  const seen = ['0.0.0.0', '::'].includes(address) ? 'localhost' : address;
  return publicUrl ?? `http://${family === 'IPv6' && seen === address ? `[${seen}]` : seen}:${taken}`;
}

function asListenError(error: unknown, host: string, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'EADDRINUSE') {
    return new ServiceError('PORT_IN_USE', `Port ${port} of ${host} is in use.`, {
      hint: 'Stop what uses it, or set PORT to another one; 0 takes a free one.',
      cause: error,
    });
  }
  if (!['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EACCES', 'EINVAL'].includes(code)) return error;
  return new ServiceError('BAD_CONFIG', `The service cannot listen at ${host}, port ${port} (${code}).`, {
    hint: 'Set HOST to an address of this machine and PORT to one that you may use.',
    cause: error,
  });
}

function oneLiner(url: string, query: string): string {
  return `curl -s ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
}

function version(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
}

/** The commands that need the settings. */
const configured: Readonly<Record<string, (config: Config, command: Command) => void | Promise<void>>> = {
  serve,
  load,
  convert: (config, { words }) => convert(config, words),
  mcp,
  schema: printSchema,
  export: exportFile,
  ...Object.fromEntries(corpusCommands.map((name) => [name, corpus])),
};

async function run(args: readonly string[]): Promise<void> {
  const command = readCommand(args);
  const known = configured[command.command];
  if (known) return known(readConfig(process.env), command);
  const { words, scopes, until, workPerMinute } = command;
  if (command.command === 'key') return printKey(words[0] ?? '', { scopes, until, workPerMinute });
  if (command.command === 'help') return void print(helpText());
  if (command.command === 'version') return void print(version());
  throw badCommand(`attested does not know the command ${command.command}.`);
}

/** What follows from the types of the domain: for clients, or for its graph. */
function printSchema(config: Config, { cypher, derive }: Command): void {
  const domain = domainOf(config);
  if (derive) process.stdout.write(printDerivation(readVocabulary(domain)));
  else process.stdout.write(cypher ? schemaScript(domain.types) : loadSchema(domain).sdl);
}

/** The key goes to its owner and is kept nowhere; the entry, on standard output, goes into the file of API_KEYS. */
function printKey(name: string, terms: KeyTerms): void {
  const { key, entry } = makeKey(name, terms);
  process.stderr.write(
    `The key, shown this once:\n  ${key}\nIts entry among the keys of the file that API_KEYS names:\n`,
  );
  print(JSON.stringify(entry));
}

function fail(error: unknown): never {
  if (error instanceof ServiceError) {
    process.stderr.write(`attested: ${error.message}${error.hint ? ` ${error.hint}` : ''} (${error.code})\n`);
    process.exit(errorCodes[error.code].exit);
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`attested: an error that nobody expected: ${message} (INTERNAL_SERVER_ERROR)\n`);
  process.exit(errorCodes.INTERNAL_SERVER_ERROR.exit);
}

process.on('uncaughtException', fail);
// Nobody has to read what is printed to its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(error);
});
run(process.argv.slice(2)).catch(fail);
