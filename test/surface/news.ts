import { loadGraph } from '../../src/load/load.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { domain } from '../support/load.ts';

/** Loads the small world of two articles, and nothing else. */
export async function loadNews(store: GraphStore): Promise<void> {
  await loadGraph({ store, domain, cypherDir: 'test/surface/news', rebuild: true });
}
