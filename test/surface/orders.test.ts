import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type GraphQLField, getNullableType, isInputObjectType, isLeafType, isObjectType } from 'graphql';
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
      'facts, by predicate',
      'facts(of: "Kremlin", orderBy: [{ predicate: DESC }]) { nodes { predicate } }',
      { facts: { nodes: [{ predicate: 'REPRESENTS' }] } },
    ],
  ])('%s', async (_, field, expected) => {
    expect(await service.ask(`{ ${field} }`)).toMatchObject({ data: expected });
  });
});
