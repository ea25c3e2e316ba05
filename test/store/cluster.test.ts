import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore, Row, Statement } from '../../src/store/store.ts';
import { boltCluster, type Cluster } from '../support/cluster.mjs';
import { domain } from '../support/load.ts';

/** A cluster asked by `neo4j://`: which of its servers are asked what, and what becomes of questions while they come and go. */

const QUESTION: Statement = {
  text: 'MATCH (a:Entity)-[:GAVE]->(g:Gift)-[:GIVEN_TO]->(b:Entity) RETURN a.id AS a, g.id AS g, b.id AS b ORDER BY g',
  parameters: {},
};

describe('a cluster of three servers', () => {
  let behind: GraphStore;
  let cluster: Cluster;
  let store: GraphStore;
  let right: readonly Row[];

  /** What one engine behind all servers says; commands of a server are nothing to it, and it holds no marker. */
  const answer = async (text: string, parameters: Statement['parameters'], { write }: { write: boolean }) => {
    if (text.startsWith('OPTIONAL MATCH (m:Attested')) return [{ begun: null, done: null, ms: null }];
    if (!write) return behind.read({ text, parameters });
    return (await behind.transaction((tx) => tx.run([{ text, parameters }])))[0];
  };
  const open = (more: object = {}) => openStore({ url: `neo4j://127.0.0.1:${cluster.port}`, ...more });
  /** What so many questions are answered with: `right`, `wrong` or a code. */
  const ask = async (times: number) => {
    const said = new Set<string>();
    for (let i = 0; i < times; i += 1) {
      const rows = await store.read(QUESTION).catch((error) => error.code);
      said.add(
        typeof rows === 'string' ? rows : JSON.stringify(rows) === JSON.stringify(right) ? 'right' : 'wrong',
      );
    }
    return [...said];
  };
  const write = () => store.write([{ text: 'MERGE (n:Probe {id: 1}) SET n.v = 1', parameters: {} }]);
  const askedBy = (message: string) =>
    new Set(cluster.log.filter(([, name]) => name === message).map(([server]) => server));

  beforeAll(async () => {
    behind = await openStore({ url: 'memory:' });
    await loadGraph({ store: behind, domain, cypherDir: 'cypher' });
    right = await behind.read(QUESTION);
  });
  beforeEach(async () => {
    await store?.close();
    await cluster?.close();
    cluster = await boltCluster({ answer });
    store = await open();
  });
  afterAll(async () => {
    await store.close();
    await cluster.close();
    await behind.close();
  });

  test('is read from those that do not lead, and written by the one that does', async () => {
    expect(await ask(20)).toEqual(['right']);
    expect(askedBy('BEGIN')).toEqual(new Set([1, 2]));
    cluster.log.length = 0;
    await write();
    expect(askedBy('BEGIN')).toEqual(new Set([0]));
  });

  test.each([
    ['named', { database: 'neo4j' }],
    ['not named', {}],
  ])(
    'is asked for its route once, where the database is %s, and answers when its first server dies',
    async (_, named) => {
      await store.close();
      store = await open(named);
      expect(await ask(1)).toEqual(['right']);
      cluster.log.length = 0;
      expect(await ask(20)).toEqual(['right']);
      expect(cluster.log.filter(([, name]) => name === 'ROUTE').length).toBeLessThanOrEqual(1);
      cluster.kill(0);
      expect(await ask(20)).toEqual(['right']);
      cluster.leader = 1;
      await write();
    },
  );

  test('is read on while a reader dies, the leader moves, and all come back', async () => {
    cluster.kill(2);
    expect(await ask(20)).toEqual(['right']);
    await cluster.revive(2);
    cluster.leader = 1;
    await write();
    expect(await ask(20)).toEqual(['right']);
    for (const one of [0, 1, 2]) cluster.kill(one);
    expect(await ask(1)).toEqual(['STORE_UNAVAILABLE']);
    for (const one of [0, 1, 2]) await cluster.revive(one);
    expect(await ask(20)).toEqual(['right']);
  });

  test('refuses a write while nobody leads, or tables tell of another leader, and takes it afterwards', async () => {
    await write();
    cluster.freezeTables();
    cluster.leader = 2;
    await expect(write()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    cluster.freezeTables(false);
    await write();
    cluster.kill(2);
    await expect(write()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await ask(20)).toEqual(['right']);
  });

  test('shows what was written to whoever wrote it: a follower that is late is waited for, or refused', async () => {
    cluster.lagMs = 300;
    await write();
    expect(await ask(1)).toEqual(['right']);
    cluster.lagMs = 5_000;
    await write();
    expect(await ask(1)).toEqual(['STORE_UNAVAILABLE']);
  });
});
