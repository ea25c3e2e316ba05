import { expect, test } from '@jest/globals';
import { readSamples, updateBlock } from '../support/samples.ts';
import { describeServed } from '../support/served.ts';

const FILE = 'docs/asking.md';

describeServed('samples of docs/asking.md', (service) => {
  test.each([...readSamples(FILE)])('$title: this answer', async ({ title, blocks }) => {
    const text = (language: string) => blocks.find((block) => block.language === language)?.text ?? '';
    const { data, errors } = await service.ask(text('graphql'));
    expect(errors).toBeUndefined();
    if (process.env.UPDATE_DOCS === '1') updateBlock(FILE, title, 'json', JSON.stringify(data, null, 2));
    else expect(data).toEqual(JSON.parse(text('json')));
  });
});
