import { afterAll, beforeAll, describe } from '@jest/globals';
import { openStore, type StoreSettings } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { borrow, type Loan } from './borrow.ts';

/** Opens a store over an empty graph. */
export type OpenStore = () => Promise<GraphStore>;

/** Where the Neo4j is that a suite was lent; once its tests run. */
export type Neo4jServer = () => StoreSettings;

/** How long other suites may keep all the servers. */
const turnTimeoutMs = 2_400_000;

/** For a test that is not about time: a busy machine may take its own. */
export const patience = { connectionTimeoutMs: 10_000, acquisitionTimeoutMs: 30_000 };

/** Why there is no Neo4j in this run, if so. */
const absent = process.env.NEO4J_ABSENT;

/** Borrows a Neo4j for one suite alone; undefined where this run has none. */
export async function borrowNeo4j(): Promise<Loan<StoreSettings> | undefined> {
  if (absent !== undefined) return undefined;
  return borrow<StoreSettings>('neo4j');
}

async function openEmpty(settings: StoreSettings): Promise<GraphStore> {
  const store = await openStore({ ...settings, ...patience });
  await store.write([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
  return store;
}

/**
 * Describes something on Neo4j, with a server to itself while it runs, whatever other workers do; skipped, with the
 * reason in its title, where there is no Neo4j.
 */
export function describeNeo4j(title: string, body: (open: OpenStore, server: Neo4jServer) => void): void {
  if (absent !== undefined) {
    const none = () => {
      throw new Error('there is no Neo4j');
    };
    describe.skip(`${title} [neo4j]: ${absent}`, () => body(async () => none(), none));
    return;
  }
  describe(`${title} [neo4j]`, () => {
    let loan: Loan<StoreSettings> | undefined;
    const server = () => {
      if (!loan) throw new Error('Neo4j is lent once the tests run');
      return loan.value;
    };
    beforeAll(async () => {
      loan = await borrowNeo4j();
    }, turnTimeoutMs);
    body(() => openEmpty(server()), server);
    afterAll(() => loan?.release());
  });
}

/** Describes something on every engine: Grafeo always, Neo4j where there is one. `open` gives an empty graph. */
export function describeEachEngine(title: string, body: (open: OpenStore) => void): void {
  describe(`${title} [grafeo]`, () => body(() => openStore({ url: 'memory:' })));
  describeNeo4j(title, body);
}
