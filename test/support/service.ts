import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { createExecute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { type Domain, readDomain } from '../../src/model/domain/domain.ts';
import { createApollo } from '../../src/server/apollo.ts';
import { createServer } from '../../src/server/server.ts';
import type { GraphStore } from '../../src/store/store.ts';

/** What a GraphQL request came back with. */
export type GraphQLAnswer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever the service answers
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly hint?: string };
  }[];
  // biome-ignore lint/suspicious/noExplicitAny: likewise
  readonly extensions?: any;
};

/** The whole service over a store, asked over HTTP as any client does. */
export type RunningService = {
  readonly url: string;
  readonly ask: (
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<GraphQLAnswer>;
  readonly close: () => Promise<void>;
};

/** Serves a store on a free port of the loopback, as the graph of a domain. The store stays the caller's to close. */
export async function serve(
  store: GraphStore,
  environment: Readonly<Record<string, string>> = {},
  domain: Domain = readDomain(),
): Promise<RunningService> {
  const config = readConfig({ LOG_LEVEL: 'silent', ...environment });
  const logger = pino({ level: config.logLevel });
  const schema = loadSchema(domain);
  const execute = createExecute({ ...schema, store, limits: config });
  const { introspection, corsOrigins } = config;
  const apollo = createApollo({ schema, execute, introspection, limits: config, logger });
  await apollo.start();
  const edge = { logger, limits: config, corsOrigins, routes: [] };
  const app = await createServer({
    apollo,
    sdl: schema.sdl,
    store,
    lifecycle: { phase: 'serving' },
    ...edge,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const ask: RunningService['ask'] = async (query, variables, headers) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const close = async () => {
    await app.close();
    await apollo.stop();
  };
  return { url, ask, close };
}
