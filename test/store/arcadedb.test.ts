import { describe, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import { hashGraph } from '../support/dump.ts';
import { patience } from '../support/engines.ts';
import { domain } from '../support/load.ts';
import { storeSpec } from './spec.ts';

/** The contract on ArcadeDB, at ARCADEDB_URI with ARCADEDB_PASSWORD: a database of the test's own, which it empties. */

const { ARCADEDB_URI: url, ARCADEDB_PASSWORD: password = '' } = process.env;
const settings = { url: url ?? '', user: 'root', password, ...patience };

const title = 'ArcadeDB';
if (url === undefined)
  test.skip(`${title} keeps the contract of the store: ARCADEDB_URI is not set`, () => undefined);
else {
  describe(title, () =>
    storeSpec({
      open: () => openStore(settings),
      skip: [
        { reason: 'a broken key is told at the commit, and of which statement is not known', ids: ['S46'] },
        {
          reason: 'writers of one node are refused rather than made to wait: a load is one writer',
          ids: ['S44'],
        },
      ],
    }),
  );

  test('ArcadeDB holds the same graph after a load as the embedded engine', async () => {
    const store = await openStore(settings);
    const embedded = await openStore({ url: 'memory:' });
    await store.write([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
    for (const one of [store, embedded]) await loadGraph({ store: one, domain, cypherDir: 'cypher' });
    expect(await store.shared?.look()).toBeUndefined();
    expect(await hashGraph(store)).toBe(await hashGraph(embedded));
    await Promise.all([store.close(), embedded.close()]);
  }, 300_000);
}
