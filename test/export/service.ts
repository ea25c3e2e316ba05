import { mkdtempSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { createApollo } from '../../src/graphql/apollo.ts';
import { createExecute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { loadGraph } from '../../src/load/load.ts';
import { answerErrors } from '../../src/server/errors.ts';
import { createServer } from '../../src/server/server.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { readQuestions } from '../../src/tables/question.ts';
import { type ToolParts, toolRoutes } from '../../src/tools/routes.ts';
import { tricky } from './tricky.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The graph of the repository, with the tricky things on top where `nasty` says so. */
export async function openGraph(nasty: boolean): Promise<GraphStore> {
  const store = await openStore({ url: 'memory:' });
  await loadGraph({
    store,
    cypherDir: at('cypher'),
    articlesDir: mkdtempSync(join(tmpdir(), 'attested-no-texts-')),
  });
  if (nasty) await store.write(tricky);
  return store;
}

export const PUBLIC_URL = 'https://attested.example';

/** What the routes of the tools are made of, over a store. */
export function partsOver(store: GraphStore, publicUrl: string | undefined = PUBLIC_URL): ToolParts {
  const schema = loadSchema(readFileSync(at('schema.graphql'), 'utf8'));
  const config = readConfig({});
  const execute = createExecute({ ...schema, store, limits: config });
  const questions = readQuestions(at('docs/questions'), schema.schema);
  const settings = { introspection: true, limits: config, trustedOnly: false, version: '0.0.0-test' };
  return { ...schema, ...settings, store, publicUrl, execute, questions };
}

/** The routes of the tools over a store, not listening. */
export async function routesOver(store: GraphStore, publicUrl?: string): Promise<FastifyInstance> {
  const app = fastify({ exposeHeadRoutes: true });
  answerErrors(app);
  toolRoutes(app, partsOver(store, publicUrl));
  return app;
}

/** The whole service over a store, GraphQL too, not listening. */
export async function serviceOver(store: GraphStore, publicUrl?: string): Promise<FastifyInstance> {
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const logger = pino({ level: 'silent' });
  const parts = partsOver(store, publicUrl);
  const schema = loadSchema(readFileSync(at('schema.graphql'), 'utf8'));
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

/** Listens on a free port of the loopback and gives the address. */
export async function listen(app: FastifyInstance): Promise<string> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}
