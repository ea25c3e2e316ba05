import { afterAll, beforeEach, expect, test } from '@jest/globals';
import type { GraphStore } from '../../src/store/store.ts';
import { scriptsOf } from '../facts/told.ts';
import { describeEachEngine } from '../support/engines.ts';
import { loadScripts } from '../support/load.ts';
import { readSamples, updateBlock } from '../support/samples.ts';
import { describeServed } from '../support/served.ts';
import { type GraphQLAnswer, serve } from '../support/service.ts';

const FILE = 'docs/asking.md';

type Sample = ReturnType<typeof readSamples>[number];

const textOf = ({ blocks }: Sample, language: string): string =>
  blocks.find((block) => block.language === language)?.text ?? '';

/** What a sample of made-up reports is asked of; the others are asked of the graph of the package. */
const reportsOf = (sample: Sample): readonly string[] => textOf(sample, 'text').split('\n').filter(Boolean);

function check(sample: Sample, { data, errors }: GraphQLAnswer): void {
  expect(errors).toBeUndefined();
  if (process.env.UPDATE_DOCS === '1') updateBlock(FILE, sample.title, 'json', JSON.stringify(data, null, 2));
  else expect(data).toEqual(JSON.parse(textOf(sample, 'json')));
}

const samples = readSamples(FILE);

describeServed('samples of docs/asking.md', (service) => {
  test.each(samples.filter((one) => reportsOf(one).length === 0))('$title: this answer', async (sample) => {
    check(sample, await service.ask(textOf(sample, 'graphql')));
  });
});

describeEachEngine('samples of docs/asking.md on made-up reports', (open) => {
  let store: GraphStore;

  beforeEach(async () => {
    await store?.close();
    store = await open();
  });
  afterAll(() => store?.close());

  test.each(samples.filter((one) => reportsOf(one).length > 0))('$title: this answer', async (sample) => {
    await loadScripts(store, scriptsOf(reportsOf(sample)));
    const service = await serve(store);
    try {
      check(sample, await service.ask(textOf(sample, 'graphql')));
    } finally {
      await service.close();
    }
  });
});
