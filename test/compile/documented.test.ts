import { expect, test } from '@jest/globals';
import { readSamples, updateBlock } from '../support/samples.ts';
import { describeServed } from '../support/served.ts';
import { plannedOf } from '../support/statement.ts';

const FILE = 'docs/compiler.md';
const update = process.env.UPDATE_DOCS === '1';

const samples = readSamples(FILE).map(({ title, blocks }) => {
  const text = (language: string) => blocks.find((block) => block.language === language)?.text ?? '';
  return {
    title,
    query: text('graphql'),
    planned: text('planned'),
    cypher: text('cypher'),
    json: text('json'),
  };
});

/** A text without its line breaks, which a page needs and a statement has not. */
const unbroken = (text: string): string => text.replace(/\s+/g, ' ').trim();

test.each(samples.filter(({ planned }) => planned !== ''))(
  '$title: planned so, before a pass changes it',
  ({ query, planned, cypher }) => {
    expect(unbroken(plannedOf(query))).toContain(unbroken(planned));
    expect(unbroken(cypher)).not.toContain(unbroken(planned));
  },
);

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
