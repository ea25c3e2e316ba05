import { mkdtempSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { Lane } from '../../src/admission.ts';
import { readConfig } from '../../src/config.ts';
import { createExecute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { loadGraph } from '../../src/load/load.ts';
import { type Domain, readDomain } from '../../src/model/domain/domain.ts';
import { domainParts } from '../../src/news/news.ts';
import { createApollo } from '../../src/server/apollo.ts';
import { answerErrors } from '../../src/server/errors.ts';
import { createServer } from '../../src/server/server.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { readQuestions } from '../../src/tools/question.ts';
import { type ToolParts, toolRoutes } from '../../src/tools/routes.ts';
import { domain } from '../support/load.ts';
import { said } from '../support/said.ts';
import { tricky } from './tricky.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The graph of the repository, with the tricky things on top where `nasty` says so. */
export async function openGraph(nasty: boolean): Promise<GraphStore> {
  const store = await openStore({ url: 'memory:' });
  await loadGraph({
    domain,
    store,
    cypherDir: at('cypher'),
    articlesDir: mkdtempSync(join(tmpdir(), 'attested-no-texts-')),
  });
  if (nasty) await store.write([...tricky, ...said]);
  return store;
}

export const PUBLIC_URL = 'https://attested.example';

/** What the routes of the tools are made of, over a store, as the graph of a domain. */
export function partsOver(
  store: GraphStore,
  publicUrl: string | null = PUBLIC_URL,
  domain: Domain = readDomain(),
): ToolParts {
  const schema = loadSchema(domain);
  const config = readConfig({});
  const execute = createExecute({ ...schema, store, limits: config });
  const parts = domainParts({ ...schema, store, limits: config });
  const questions = parts.isNews ? readQuestions(at('docs/questions'), schema.schema) : new Map();
  const settings = { introspection: true, limits: config, trustedOnly: false, version: '0.0.0-test' };
  const files = new Lane(config.fileSlots, config.queueMs);
  const { queryTimeoutMs } = config;
  return {
    ...schema,
    ...parts,
    ...settings,
    files,
    queryTimeoutMs,
    store,
    publicUrl: publicUrl ?? undefined,
    execute,
    questions,
  };
}

/** The routes of the tools over a store, not listening. */
export async function routesOver(
  store: GraphStore,
  publicUrl: string | null = PUBLIC_URL,
  domain: Domain = readDomain(),
): Promise<FastifyInstance> {
  const app = fastify({ exposeHeadRoutes: true });
  answerErrors(app);
  toolRoutes(app, partsOver(store, publicUrl, domain));
  return app;
}

/** The whole service over a store, GraphQL too, open to the pages of all origins, not listening. */
export async function serviceOver(
  store: GraphStore,
  publicUrl: string | null = PUBLIC_URL,
  other: Partial<ToolParts> = {},
): Promise<FastifyInstance> {
  const config = readConfig({ LOG_LEVEL: 'silent', CORS_ORIGINS: '*' });
  const logger = pino({ level: 'silent' });
  const parts = { ...partsOver(store, publicUrl), ...other };
  const schema = loadSchema(readDomain());
  const { introspection, corsOrigins } = config;
  const apollo = createApollo({ schema, execute: parts.execute, introspection, limits: config, logger });
  await apollo.start();
  const app = await createServer({
    apollo,
    sdl: parts.sdl,
    store,
    lifecycle: { phase: 'serving' },
    logger,
    limits: config,
    corsOrigins,
    routes: [(scope) => toolRoutes(scope, parts)],
  });
  app.addHook('onClose', () => apollo.stop());
  return app;
}

/** What the tests of a file share: the graph, and routes over it that listen. */
export type Shared = { readonly store: GraphStore; readonly url: string; readonly get: Asked['get'] };

/** Opens the graph and the routes before the tests of a file and closes them after; to be called at its top. */
export function shareService(
  over: (store: GraphStore) => Promise<FastifyInstance> = serviceOver,
  nasty = true,
): Shared {
  const shared = { url: '' } as { -readonly [K in keyof Shared]: Shared[K] };
  let app: Asked;
  beforeAll(async () => {
    shared.store = await openGraph(nasty);
    app = await asked(await over(shared.store));
    Object.assign(shared, { url: app.url, get: app.get });
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await shared.store?.close();
  });
  return shared;
}

/** Listens on a free port of the loopback and gives the address. */
export async function listen(app: FastifyInstance): Promise<string> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

/** What a route answered, not unpacked. */
export type Answered = {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly rawPayload: Buffer;
};

/** A service that listens, to be asked over a socket. */
export type Asked = {
  readonly url: string;
  readonly get: (
    path: string,
    headers?: Readonly<Record<string, string>>,
    method?: string,
  ) => Promise<Answered>;
  readonly close: () => Promise<void>;
};

/** Lets routes be asked. */
export async function asked(app: FastifyInstance): Promise<Asked> {
  const url = await listen(app);
  const get: Asked['get'] = (path, headers = {}, method = 'GET') =>
    new Promise((resolve, reject) => {
      const sent = request(`${url}${path}`, { headers, method }, async (response) => {
        const chunks: Buffer[] = [];
        try {
          for await (const chunk of response) chunks.push(chunk);
        } catch (error) {
          return reject(error);
        }
        const rawPayload = Buffer.concat(chunks);
        const { statusCode = 0, headers: received } = response;
        resolve({ statusCode, headers: received, rawPayload, body: rawPayload.toString('utf8') });
      });
      sent.on('error', reject).end();
    });
  return { url, get, close: () => app.close() };
}
