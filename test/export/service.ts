import { mkdtempSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastify, { type FastifyInstance } from 'fastify';
import { readConfig } from '../../src/config.ts';
import { exportRoutes } from '../../src/export/routes.ts';
import { createExecute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { loadGraph } from '../../src/load/load.ts';
import { answerErrors } from '../../src/server/errors.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { tableRoutes } from '../../src/tables/routes.ts';
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

/** The routes of this folder's tests over a store, not listening. */
export async function routesOver(
  store: GraphStore,
  publicUrl: string | undefined = PUBLIC_URL,
): Promise<FastifyInstance> {
  const app = fastify({ exposeHeadRoutes: true });
  answerErrors(app);
  exportRoutes(app, { store, publicUrl });
  tableRoutes(app, { store, publicUrl });
  return app;
}

/** What answers GraphQL operations over a store. */
export function executeOver(store: GraphStore) {
  const schema = loadSchema(readFileSync(at('schema.graphql'), 'utf8'));
  const config = readConfig({});
  return { schema, config, execute: createExecute({ ...schema, store, limits: config }) };
}

/** The same, listening on a free port of the loopback. */
export async function listen(app: FastifyInstance): Promise<string> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}
