import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadGraph } from '../../src/load/load.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { domain } from '../support/load.ts';

/** Loads the small world of two articles, with the schema and the derivation of the real graph around it. */
export async function loadNews(store: GraphStore): Promise<void> {
  const cypherDir = mkdtempSync(join(tmpdir(), 'attested-'));
  copyFileSync('cypher/00-schema.cypher', join(cypherDir, '00-schema.cypher'));
  copyFileSync('test/surface/news.cypher', join(cypherDir, '20-news.cypher'));
  copyFileSync('cypher/90-derive.cypher', join(cypherDir, '90-derive.cypher'));
  await loadGraph({ domain, store, cypherDir, rebuild: true });
}
