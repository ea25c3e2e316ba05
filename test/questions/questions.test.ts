import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Kind, parse, print } from 'graphql';
import { describeServed } from '../support/served.ts';
import { type Asked, asked } from './asked.ts';
import { cited, type Expected, type Places, read } from './reading.ts';

type Question = {
  readonly id: string;
  readonly question: string;
  readonly answer: Expected;
  readonly at: Places;
  readonly evidence: readonly string[];
  readonly evidenceAlso: readonly string[];
};

const questionsOf = (file: string): readonly Question[] =>
  JSON.parse(readFileSync(`test/questions/${file}`, 'utf8')).questions;

const sample = questionsOf('sample.json');
const more = questionsOf('more.json');

/** The operations of `more.graphql`, by the id of their question. */
const operations = new Map(
  parse(readFileSync('test/questions/more.graphql', 'utf8')).definitions.map((definition) => [
    definition.kind === Kind.OPERATION_DEFINITION ? definition.name?.value : undefined,
    print(definition),
  ]),
);

function askedBy({ id, at, answer }: Question): Asked | undefined {
  const operation = operations.get(id);
  if (operation === undefined) return asked[id];
  return { operation, read: (data) => ({ answer: read(data, at, answer), sentences: cited(data) }) };
}

/** Answers of these kinds are sequences; in all others the order of a list does not matter. */
const ORDERED = ['path', 'order'];

function asSets(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(asSets).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, inner]) => [key, asSets(inner)]),
  );
}

const comparable = (answer: { readonly kind: string }) =>
  ORDERED.includes(answer.kind) ? answer : asSets(answer);

test('every question is asked, and nothing else', () => {
  expect(Object.keys(asked)).toEqual(sample.map((question) => question.id));
  expect([...operations.keys()]).toEqual(more.map((question) => question.id));
});

describeServed('questions over the first article', (service) => {
  test.each([...sample, ...more])('$id $question', async (question) => {
    const { id, answer, evidence, evidenceAlso } = question;
    const ask = askedBy(question);
    if (!ask) throw new Error(`nothing asks ${id}`);
    const { data, errors } = await service.ask(ask.operation, ask.variables);
    expect(errors).toBeUndefined();
    const found = ask.read(data);
    expect(comparable(found.answer as Expected)).toEqual(comparable(answer));
    expect(found.sentences).toEqual(expect.arrayContaining([...evidence]));
    if (evidenceAlso.includes('*')) return;
    const allowed = [...evidence, ...evidenceAlso];
    expect(found.sentences.filter((sentence) => !allowed.includes(sentence))).toEqual([]);
  });

  test('reach every claim of the article', async () => {
    const { data } = await service.ask('{ claims(first: 500) { nodes { id } } }');
    const unreached = new Set<string>(data.claims.nodes.map(({ id }: { id: string }) => id));
    for (const operation of operations.values()) {
      const naming = operation.replaceAll(/\bevidence(\([^)]*\))? \{/g, '$& claim { id }');
      for (const [id] of JSON.stringify(await service.ask(naming)).matchAll(/claim:[^"]+/g))
        unreached.delete(id);
    }
    expect([...unreached]).toEqual([]);
  });
});
