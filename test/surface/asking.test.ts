import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';
import { readSamples, updateBlock } from '../support/samples.ts';
import { type RunningService, serve } from '../support/service.ts';

const FILE = 'docs/asking.md';

describeEachEngine('samples of docs/asking.md', (open) => {
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

  test.each([...readSamples(FILE)])('$title: this answer', async ({ title, blocks }) => {
    const text = (language: string) => blocks.find((block) => block.language === language)?.text ?? '';
    const { data, errors } = await service.ask(text('graphql'));
    expect(errors).toBeUndefined();
    if (process.env.UPDATE_DOCS === '1') updateBlock(FILE, title, 'json', JSON.stringify(data, null, 2));
    else expect(data).toEqual(JSON.parse(text('json')));
  });
});
