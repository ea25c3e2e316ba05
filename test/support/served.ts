import { afterAll, beforeAll } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from './engines.ts';
import { domain } from './load.ts';
import { type RunningService, serve } from './service.ts';

/** A service that can be asked, once tests run, and what it answers from. */
export type Served = Pick<RunningService, 'ask'> & { readonly store: () => GraphStore };

/** Describes the service over the graph of `cypher/`, on every engine. */
export function describeServed(title: string, body: (service: Served) => void): void {
  describeEachEngine(title, (open) => {
    let store: GraphStore;
    let service: RunningService;

    beforeAll(async () => {
      store = await open();
      await loadGraph({ domain, store, cypherDir: 'cypher', rebuild: true });
      service = await serve(store);
    });

    body({ ask: (...asked) => service.ask(...asked), store: () => store });

    afterAll(async () => {
      await service?.close();
      await store?.close();
    });
  });
}
