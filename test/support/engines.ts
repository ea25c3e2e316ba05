import { afterAll, beforeAll, describe } from '@jest/globals';
import { openStore, type StoreSettings } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { type Lock, takeLock } from './lock.ts';

/** Opens a store over an empty graph. */
export type OpenStore = () => Promise<GraphStore>;

/** How long another file may keep the one database of the server. */
const turnTimeoutMs = 2_400_000;

/** The Neo4j of this run, if there is one: the set-up found or started it. A busy machine may take its time. */
export function neo4jSettings(): StoreSettings | undefined {
  const { NEO4J_URI: url, NEO4J_USER: user, NEO4J_PASSWORD: password } = process.env;
  const patience = { connectionTimeoutMs: 10_000, acquisitionTimeoutMs: 30_000 };
  return url ? { url, ...patience, ...(user && { user }), ...(password && { password }) } : undefined;
}

async function openEmpty(settings: StoreSettings): Promise<GraphStore> {
  const store = await openStore(settings);
  await store.write([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
  return store;
}

/**
 * Describes something on Neo4j, with the one database of the server to itself while it runs, whatever other workers
 * do; skipped, with the reason in its title, where there is no Neo4j.
 */
export function describeNeo4j(title: string, body: (open: OpenStore) => void): void {
  const settings = neo4jSettings();
  if (!settings) {
    describe.skip(`${title} [neo4j]: ${process.env.NEO4J_ABSENT ?? 'NEO4J_URI is not set'}`, () =>
      body(() => Promise.reject(new Error('there is no Neo4j'))));
    return;
  }
  describe(`${title} [neo4j]`, () => {
    let turn: Lock;
    beforeAll(async () => {
      turn = await takeLock(settings.url);
    }, turnTimeoutMs);
    body(() => openEmpty(settings));
    afterAll(() => turn?.release());
  });
}

/** Describes something on every engine: Grafeo always, Neo4j where there is one. `open` gives an empty graph. */
export function describeEachEngine(title: string, body: (open: OpenStore) => void): void {
  describe(`${title} [grafeo]`, () => body(() => openStore({ url: 'memory:' })));
  describeNeo4j(title, body);
}
