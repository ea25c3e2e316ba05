import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLField,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { loadSchema } from '../../src/graphql/schema.ts';
import { describeServed } from '../support/served.ts';

const { schema } = loadSchema(readFileSync('schema.graphql', 'utf8'));

/** Nobody looks for things by a hash or by a whole sentence; the number of a sentence is the text of its position. */
const UNORDERED = new Set(['textSha256', 'text', 'number', 'textLoaded', 'named', 'id']);

const isPlain = ({ name, type }: GraphQLField<unknown, unknown>): boolean =>
  isLeafType(getNullableType(type)) && !UNORDERED.has(name);

const orders = Object.values(schema.getTypeMap())
  .filter(isInputObjectType)
  .filter(({ name }) => name.endsWith('Order'))
  .map((order) => [order.name.replace('Order', ''), Object.keys(order.getFields())] as const);

describe('what a list can be ordered by', () => {
  test.each(orders)('%s: every field that holds one value', (name, fields) => {
    const type = schema.getType(name);
    const plain = isObjectType(type) ? Object.values(type.getFields()).filter(isPlain) : [];
    expect(fields).toEqual(expect.arrayContaining(plain.map((field) => field.name)));
  });

  test('a list that takes a filter takes an order', () => {
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const lists = types.flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ args }) => args.some(({ name }) => name === 'where'))
        .filter(({ args }) => !args.some(({ name }) => name === 'orderBy'))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(lists).toEqual(['Query.giftStats', 'Query.eventStats', 'Query.claimStats']);
  });
});

/** What no filter asks of: hashes, places in a list, and what lists take arguments for since it is computed for each item. */
const UNFILTERED = new Set([
  'textSha256',
  'agreement',
  'cursor',
  'Fact.evidence',
  'Fact.id',
  'Involvement.evidence',
  'Office.evidence',
]);

const wheres = Object.values(schema.getTypeMap())
  .filter(isInputObjectType)
  .filter(({ name }) => name.endsWith('Where'))
  .map((where) => [where.name.replace('Where', ''), Object.keys(where.getFields())] as const);

describe('what a list can be filtered by', () => {
  test.each(wheres)('%s: every field of it', (name, keys) => {
    const type = schema.getType(name);
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const quoted = (field: GraphQLField<unknown, unknown>) =>
      field.astNode?.directives?.some((directive) => directive.name.value === 'quote');
    const asked = fields.filter(
      (field) => !UNFILTERED.has(field.name) && !UNFILTERED.has(`${name}.${field.name}`) && !quoted(field),
    );
    expect(keys).toEqual(expect.arrayContaining(asked.map((field) => field.name)));
  });

  test('every list of things takes a filter, but for those that answer one question as a whole', () => {
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const lists = types.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isList(field) && !/^(nodes|edges)$/.test(field.name))
        .filter(({ args }) => !args.some(({ name }) => name === 'where'))
        .map((field) => `${type.name}.${field.name}`),
    );
    const ours = lists.filter((one) => !one.startsWith('__') && !one.endsWith('.resolved'));
    expect(ours).toEqual([
      'Query.search',
      'NameMatches.matches',
      'PathResult.paths',
      'Path.facts',
      'Resolution.alternatives',
    ]);
  });
});

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
      'facts(of: "Kremlin", orderBy: [{ predicate: DESC }]) { nodes { predicate } }',
      { facts: { nodes: [{ predicate: 'REPRESENTS' }] } },
    ],
  ])('%s', async (_, field, expected) => {
    expect(await service.ask(`{ ${field} }`)).toMatchObject({ data: expected });
  });
});
