import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { describeServed } from '../support/served.ts';

/** The schema as clients see it: what follows by rule is looked at from there, without the rules. */
const schema = buildSchema(readFileSync('docs/schema.graphql', 'utf8'));

/** Nobody looks for things by a hash or by a whole sentence; the number of a sentence is the text of its position. Yes and no make no order. */
const UNORDERED = new Set(['textSha256', 'text', 'number', 'id', 'cursor']);

/** What no filter asks of: hashes, texts that are cut out of an article when asked, and what a verdict tells. */
const UNFILTERED = new Set(['textSha256', 'Evidence.text', 'Mention.text', 'Agreement.contradicting']);

const inputs = (ending: string) =>
  Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .filter(({ name }) => name.endsWith(ending))
    .map((input) => [input.name.slice(0, -ending.length), Object.values(input.getFields())] as const);

function fieldsOf(name: string): readonly GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

const types = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'));

/** Every field of every type that holds many things, with pages or without. */
const lists = types.flatMap((type) =>
  Object.values(type.getFields())
    .filter((field) => isList(field) && !/^(nodes|edges)$/.test(field.name))
    .map((field) => ({ coordinate: `${type.name}.${field.name}`, ...field })),
);

describe('what a list can be ordered by', () => {
  test.each(inputs('Order'))('%s: every field that holds one value, and nothing else', (name, given) => {
    const plain = fieldsOf(name).filter(
      ({ name, type }) =>
        isLeafType(getNullableType(type)) && getNamedType(type).name !== 'Boolean' && !UNORDERED.has(name),
    );
    const names = given.map((field) => field.name);
    expect(names).toEqual(expect.arrayContaining(plain.map((field) => field.name)));
    expect(fieldsOf(name).map((field) => field.name)).toEqual(expect.arrayContaining(names));
  });

  test('a list that takes a filter takes an order', () => {
    const wrong = lists.filter(({ args }) => has(args, 'where') && !has(args, 'orderBy'));
    // Groups have one order: the largest first.
    expect(wrong.filter(({ args }) => !has(args, 'by')).map(({ coordinate }) => coordinate)).toEqual([]);
  });
});

describe('what a list can be filtered by', () => {
  test.each(inputs('Where'))('%s: every field of it', (name, given) => {
    const asked = fieldsOf(name).filter(
      (field) => !UNFILTERED.has(field.name) && !UNFILTERED.has(`${name}.${field.name}`),
    );
    expect(given.map((field) => field.name)).toEqual(
      expect.arrayContaining(asked.map((field) => field.name)),
    );
  });

  test('every list of things takes a filter, but for those that answer one question as a whole', () => {
    const without = lists.filter(({ args }) => !has(args, 'where')).map(({ coordinate }) => coordinate);
    expect(without.sort()).toEqual([
      'NameMatches.matches',
      'NameMatches.suggestions',
      'Path.facts',
      'PathResult.paths',
      'Query.search',
    ]);
  });
});

test('a list in pages takes both ways through them, and one without pages how many', () => {
  const paged = ({ type }: GraphQLField<unknown, unknown>) => getNamedType(type).name.endsWith('Connection');
  const ways = lists
    .filter(paged)
    .map(({ args }) => ['first', 'after', 'last', 'before'].map((name) => has(args, name)));
  expect(ways.length).toBeGreaterThan(50);
  expect(ways.filter((way) => way.includes(false))).toEqual([]);
  const others = lists.filter((field) => !paged(field) && has(field.args, 'where'));
  expect(others.filter(({ args }) => !has(args, 'first'))).toEqual([]);
});

const has = (args: readonly { readonly name: string }[], name: string) =>
  args.some((one) => one.name === name);

/** Whether a field holds many things, with pages or without. */
function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return !isLeafType(named) && (named.name.endsWith('Connection') || isListType(getNullableType(type)));
}

describeServed('lists of the first article in an order of their own', (service) => {
  test.each([
    [
      'sentences, the last first',
      'sentences(orderBy: [{ position: DESC }], first: 1) { nodes { number } }',
      { sentences: { nodes: [{ number: '22' }] } },
    ],
    [
      'events, by their number in a series',
      'events(orderBy: [{ ordinal: DESC }], where: { ordinal: { exists: true } }, first: 1) { nodes { ordinal } }',
      { events: { nodes: [{ ordinal: 2 }] } },
    ],
    [
      'events, from what occurred to what is denied',
      'first: events(orderBy: [{ status: ASC }], first: 1) { nodes { status } } last: events(orderBy: [{ status: ASC }], last: 1) { nodes { status } }',
      { first: { nodes: [{ status: 'OCCURRED' }] }, last: { nodes: [{ status: 'DOUBTED' }] } },
    ],
    [
      'events, by when they ended',
      'events(orderBy: [{ endDate: ASC }], first: 2) { nodes { endDate { edtf } } }',
      { events: { nodes: [{ endDate: { edtf: '2023-09-16/2023-09-17' } }, { endDate: null }] } },
    ],
    [
      'evidence, by where it stands',
      'gift(name: "space-suit glove") { evidence(orderBy: [{ start: DESC }], first: 1) { sentence { number } } }',
      { gift: { evidence: [{ sentence: { number: '4' } }] } },
    ],
    [
      'facts, by predicate',
      'facts(about: "Kremlin", orderBy: [{ predicate: DESC }]) { nodes { predicate } }',
      { facts: { nodes: [{ predicate: 'REPRESENTS' }] } },
    ],
  ])('%s', async (_, field, expected) => {
    expect(await service.ask(`{ ${field} }`)).toMatchObject({ data: expected });
  });
});
