import { describe } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
export function describeEachEngine(title: string, body: (open: () => Promise<GraphStore>) => void) {
  describe(`${title} [grafeo]`, () => body(() => openStore({ url: 'memory:' })));
  const uri = process.env.NEO4J_URI;
  if (uri) describe(`${title} [neo4j]`, () => body(() => openStore({ url: uri })));
}
