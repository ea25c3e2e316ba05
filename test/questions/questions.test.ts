import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';
import { type RunningService, serve } from '../support/service.ts';
import { asked } from './asked.ts';

type Question = {
  readonly id: string;
  readonly question: string;
  readonly answer: { readonly kind: string };
  readonly evidence: readonly string[];
  readonly evidenceAlso: readonly string[];
};

const { questions } = JSON.parse(readFileSync('test/questions/sample.json', 'utf8')) as {
  questions: readonly Question[];
};

/** Answers of these kinds are sequences; in all others the order of a list does not matter. */
const ORDERED = ['path', 'order'];

function asSets(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(asSets).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asSets(inner)]));
}

const comparable = (answer: { readonly kind: string }) =>
  ORDERED.includes(answer.kind) ? answer : asSets(answer);

test('every question of the sample is asked', () => {
  expect(Object.keys(asked)).toEqual(questions.map((question) => question.id));
});

describeEachEngine('questions over the first article', (open) => {
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

  describe.each(questions)('$id $question', ({ id, answer, evidence, evidenceAlso }) => {
    test('is answered, with the sentences that say so', async () => {
      const { operation, variables, read } = asked[id] ?? {};
      if (!operation || !read) throw new Error(`nothing asks ${id}`);
      const { data, errors } = await service.ask(operation, variables);
      expect(errors).toBeUndefined();
      const found = read(data);
      expect(comparable(found.answer as Question['answer'])).toEqual(comparable(answer));
      expect(found.sentences).toEqual(expect.arrayContaining([...evidence]));
      if (evidenceAlso.includes('*')) return;
      const allowed = [...evidence, ...evidenceAlso];
      expect(found.sentences.filter((sentence) => !allowed.includes(sentence))).toEqual([]);
    });
  });
});
