import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { createApollo } from '../../src/graphql/apollo.ts';
import type { Execute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import type { Lifecycle } from '../../src/server/health.ts';
import { createServer } from '../../src/server/server.ts';
import type { GraphStore } from '../../src/store/store.ts';

/** A line of the log. */
export type LogLine = { readonly [key: string]: unknown };

/** The edge with stand-ins behind it, so that its own behaviour shows and nothing else. */
export type TestService = {
  readonly app: FastifyInstance;
  readonly lifecycle: Lifecycle;
  readonly log: LogLine[];
  readonly close: () => Promise<void>;
};

/** Starts the edge, with `execute` and `ping` as given and further settings from `environment`. */
export async function startService(
  parts: {
    readonly execute?: Execute;
    readonly ping?: () => Promise<void>;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<TestService> {
  const config = readConfig({ ...parts.environment });
  const log: LogLine[] = [];
  const logger = pino({ level: config.logLevel }, collect(log));
  const schema = loadSchema(readFileSync('schema.graphql', 'utf8'));
  const execute = parts.execute ?? (async () => ({ data: { __typename: 'Query' } }));
  const { introspection, corsOrigins } = config;
  const apollo = createApollo({ schema, execute, introspection, limits: config, logger });
  await apollo.start();
  const lifecycle: Lifecycle = { phase: 'serving' };
  const store = { engine: 'grafeo', ping: parts.ping ?? (async () => undefined) } as GraphStore;
  const edge = { logger, limits: config, corsOrigins, routes: [] };
  const app = await createServer({ apollo, sdl: schema.sdl, store, lifecycle, ...edge });
  const close = async () => {
    await app.close();
    await apollo.stop();
  };
  return { app, lifecycle, log, close };
}

function collect(log: LogLine[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      log.push(JSON.parse(String(chunk)));
      done();
    },
  });
}

/** Asks by POST, as most clients do. */
export async function ask(
  app: FastifyInstance,
  query: string,
  more: { readonly variables?: object; readonly operationName?: string } = {},
) {
  const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query, ...more } });
  return { status: response.statusCode, body: response.json(), headers: response.headers };
}
