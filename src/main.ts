#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { type Config, readConfig, settings } from './config.ts';
import { errorCodes, ServiceError } from './errors.ts';
import { createApollo } from './graphql/apollo.ts';
import { createExecute } from './graphql/execute.ts';
import { loadSchema } from './graphql/schema.ts';
import { type LoadReport, loadGraph, loadIfOutdated } from './load/load.ts';
import { createServer } from './server/server.ts';
import { openStore } from './store/open.ts';
import type { GraphStore } from './store/store.ts';

/** The composition root: reads the settings, opens the store, loads the graph, serves, and closes on a signal. */

const packageFile = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const HELP = `attested: a knowledge graph of news, every fact attested by the sentence that says it

  attested serve             answer GraphQL (the default); loads the graph if it is empty or outdated
  attested load [--rebuild]  load the scripts of cypher/ into the graph; --rebuild starts from nothing
  attested settings          list the settings, which are environment variables
  attested version           print the version
`;

function open(config: Config): Promise<GraphStore> {
  return openStore({
    url: config.graphUrl,
    user: config.neo4jUser,
    password: config.neo4jPassword,
    database: config.neo4jDatabase,
  });
}

function loadOptions(config: Config, store: GraphStore) {
  return { store, cypherDir: config.cypherDir ?? packageFile('cypher'), articlesDir: config.articlesDir };
}

async function load(config: Config, rebuild: boolean): Promise<void> {
  const store = await open(config);
  try {
    const report = await loadGraph({ ...loadOptions(config, store), rebuild });
    process.stdout.write(`${describeLoad(report)}\n`);
  } finally {
    await store.close();
  }
}

function describeLoad(report: LoadReport): string {
  const texts =
    report.texts.length > 0 ? `texts of ${report.texts.join(', ')}` : 'no texts (put them into ARTICLES_DIR)';
  return `loaded ${report.nodes} nodes and ${report.relationships} relationships from ${report.scripts} scripts, ${texts}, in ${report.milliseconds} ms`;
}

async function serve(config: Config): Promise<void> {
  const logger = pino({ level: config.logLevel });
  const store = await open(config);
  try {
    await prepareGraph(config, store, logger);
    const app = await build(config, store, logger);
    await listen(app, config);
    closeOnSignal(app, store, logger, config.graceMs);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Loads the graph where that is due; a server that is down is waited for in the background. */
async function prepareGraph(config: Config, store: GraphStore, logger: Logger): Promise<void> {
  try {
    const report = await loadIfOutdated(loadOptions(config, store));
    if (report) logger.info(describeLoad(report));
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'STORE_UNAVAILABLE') throw error;
    logger.warn({ code: error.code }, `${error.message} The service starts without it and tries again.`);
    setTimeout(() => void prepareGraph(config, store, logger), 1_000).unref();
  }
}

async function build(config: Config, store: GraphStore, logger: Logger): Promise<FastifyInstance> {
  const schema = loadSchema(readFileSync(packageFile('schema.graphql'), 'utf8'));
  const execute = createExecute({ ...schema, store, limits: config });
  const apollo = createApollo({
    schema,
    execute,
    introspection: config.introspection,
    limits: config,
    logger,
  });
  await apollo.start();
  const { bodyBytesMax, corsOrigins } = config;
  const app = await createServer({
    apollo,
    sdl: schema.sdl,
    store,
    logger,
    bodyBytesMax,
    corsOrigins,
    routes: [],
  });
  app.addHook('onClose', () => apollo.stop());
  return app;
}

async function listen(app: FastifyInstance, config: Config): Promise<void> {
  try {
    const address = await app.listen({ host: config.host, port: config.port });
    process.stdout.write(welcome(config.publicUrl ?? address));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') {
      throw new ServiceError('PORT_IN_USE', `Port ${config.port} of ${config.host} is in use.`, {
        hint: 'Stop what uses it, or set PORT to another one.',
        cause: error,
      });
    }
    if (code !== 'EADDRNOTAVAIL' && code !== 'ENOTFOUND' && code !== 'EACCES') throw error;
    throw new ServiceError(
      'BAD_CONFIG',
      `The service cannot listen on ${config.host}:${config.port} (${code}).`,
      {
        hint: 'Set HOST to an address of this machine and PORT to one that you may use.',
        cause: error,
      },
    );
  }
}

function welcome(url: string): string {
  const query = '{ gifts(from: "Putin", to: "Kim") { nodes { name evidence { sentence { number } } } } }';
  return [
    `attested answers at ${url}/graphql`,
    'Try:',
    `  curl -s ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`,
    '',
  ].join('\n');
}

function closeOnSignal(app: FastifyInstance, store: GraphStore, logger: Logger, graceMs: number): void {
  let closing = false;
  const close = async (signal: NodeJS.Signals) => {
    if (closing) process.exit(1);
    closing = true;
    logger.info({ signal }, 'closing');
    setTimeout(() => process.exit(1), graceMs).unref();
    await app.close();
    await store.close();
    process.exit(0);
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}

function describeSettings(): string {
  return Object.values(settings)
    .map((item) => `${item.name.padEnd(26)} ${(item.default || '(empty)').padEnd(12)} ${item.help}`)
    .join('\n');
}

async function run(args: readonly string[]): Promise<void> {
  const [command = 'serve', ...options] = args;
  const unknown = options.find((option) => command !== 'load' || option !== '--rebuild');
  if (unknown === undefined) {
    if (command === 'serve') return serve(readConfig(process.env));
    if (command === 'load') return load(readConfig(process.env), options.includes('--rebuild'));
    if (command === 'settings') return void process.stdout.write(`${describeSettings()}\n`);
    if (command === 'help' || command === '--help') return void process.stdout.write(HELP);
    if (command === 'version' || command === '--version') {
      const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
        version: string;
      };
      return void process.stdout.write(`${version}\n`);
    }
  }
  throw new ServiceError('BAD_CONFIG', `attested does not know "${unknown ?? command}".`, {
    hint: 'attested help says what it knows.',
  });
}

run(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof ServiceError)) {
    process.stderr.write(
      `attested: an unexpected error: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = errorCodes.INTERNAL_SERVER_ERROR.exit;
    return;
  }
  process.stderr.write(`attested: ${error.message}${error.hint ? ` ${error.hint}` : ''} (${error.code})\n`);
  process.exitCode = errorCodes[error.code].exit;
});
