import { afterAll, beforeAll, beforeEach, describe, test } from '@jest/globals';
import type { GraphStore } from '../../src/store/store.ts';
import { readCases } from './cases-read.ts';
import { subsetCases } from './cases-subset.ts';
import { textCases } from './cases-text.ts';
import { valueCases } from './cases-values.ts';
import { writeCases } from './cases-write.ts';

/** What a case may use: the store of the suite, emptied before the case, and more of the same. */
export type Bench = { readonly store: GraphStore; readonly open: () => Promise<GraphStore> };

/** One requirement on every engine. Its id never changes and never comes back with another meaning. */
export type Case = {
  readonly id: string;
  /** What the engine MUST do. */
  readonly must: string;
  readonly run: (bench: Bench) => Promise<void>;
};

/** Cases that an engine cannot meet, and why. */
export type Skip = { readonly reason: string; readonly ids: readonly string[] };

/** An engine under test. `open` gives a store over an empty graph, on its own or shared with the others. */
export type Implementation = {
  readonly open: () => Promise<GraphStore>;
  readonly skip?: readonly Skip[];
  /** Those that are tried, where not all are. */
  readonly only?: readonly Case[];
};

/** All cases, in the order of their ids. */
export const cases: readonly Case[] = [
  ...valueCases,
  ...readCases,
  ...writeCases,
  ...subsetCases,
  ...textCases,
];

/** What every adapter of the port must do, whatever the engine behind it. */
export function storeSpec({ open, skip = [], only = cases }: Implementation): void {
  describe('contract of the store', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await open();
    });
    beforeEach(() => store.write([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]));
    afterAll(() => store?.close());

    for (const { id, must, run } of only) {
      const skipped = skip.find(({ ids }) => ids.includes(id));
      if (skipped) test.skip(`${id} MUST ${must} (${skipped.reason})`, () => undefined);
      else test(`${id} MUST ${must}`, () => run({ store, open }));
    }
  });
}
