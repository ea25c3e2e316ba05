import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';
import { readSamples, updateBlock } from '../support/samples.ts';
import { type RunningService, serve } from '../support/service.ts';

const FILE = 'docs/compiler.md';
const update = process.env.UPDATE_DOCS === '1';

const samples = readSamples(FILE).map(({ title, blocks }) => {
  const text = (language: string) => blocks.find((block) => block.language === language)?.text ?? '';
  return { title, query: text('graphql'), cypher: text('cypher'), json: text('json') };
});

describeEachEngine('samples of docs/compiler.md', (open) => {
  let store: GraphStore;
  let service: RunningService;

  beforeAll(async () => {
    store = await open();
    await loadGraph({ store, cypherDir: 'cypher', rebuild: true });
    service = await serve(store);
  });

  afterAll(async () => {
    await service?.close();
    await store?.close();
  });

  test.each(samples)('$title: this statement, this answer', async ({ title, query, cypher, json }) => {
    const { data, errors, extensions } = await service.ask(query, {}, { 'x-explain': '1' });
    expect(errors).toBeUndefined();
    const { statement, rows, rowsEstimated } = extensions.explain;
    if (update) {
      updateBlock(FILE, title, 'cypher', statement);
      updateBlock(FILE, title, 'json', JSON.stringify(data, null, 2));
      return;
    }
    expect(statement).toBe(cypher);
    expect(data).toEqual(JSON.parse(json));
    expect(rows).toBeLessThanOrEqual(rowsEstimated);
  });
});
