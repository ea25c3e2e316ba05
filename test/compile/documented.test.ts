import { expect, test } from '@jest/globals';
import { readSamples, updateBlock } from '../support/samples.ts';
import { describeServed } from '../support/served.ts';

const FILE = 'docs/compiler.md';
const update = process.env.UPDATE_DOCS === '1';

const samples = readSamples(FILE).map(({ title, blocks }) => {
  const text = (language: string) => blocks.find((block) => block.language === language)?.text ?? '';
  return { title, query: text('graphql'), cypher: text('cypher'), json: text('json') };
});

describeServed('samples of docs/compiler.md', (service) => {
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
