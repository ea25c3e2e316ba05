import { describe, expect, test } from '@jest/globals';
import { buildASTSchema, parse, Source } from 'graphql';
import { readMapping } from '../../src/model/read-mapping.ts';

/** A small schema that is sound, of which each test spoils one thing. */
const SOUND = `
type Query @graph(relationships: ["NAMES"], labels: ["Name"]) {
  gifts(where: GiftWhere, orderBy: [GiftOrder!], first: Int): [Gift!]!
}
type Gift @node(labels: ["Gift"]) {
  id: ID!
  item: String
  madeIn: [Country!]! @relationship(type: "MADE_IN", direction: OUT) @listSize(assumedSize: 20)
  alike: [Gift!]! @cypher(statement: "MATCH (this)-[:MADE_IN]->(:Country)<-[:MADE_IN]-(gift:Gift) RETURN gift") @listSize(assumedSize: 20)
  called: String @name
}
type Country @node(labels: ["Country"]) {
  id: ID!
  made: [Gift!]! @relationship(type: "MADE_IN", direction: IN) @listSize(assumedSize: 20)
}
input GiftWhere { item: TextFilter and: [GiftWhere!] or: [GiftWhere!] not: GiftWhere }
input GiftOrder { item: String }
input TextFilter { eq: String }
`;

/** How the schema is refused with one text of it replaced. */
function refusal(sound: string, spoilt: string): string | undefined {
  expect(SOUND).toContain(sound);
  const text = SOUND.replace(sound, spoilt);
  try {
    readMapping(buildASTSchema(parse(new Source(text, 'schema.graphql')), { assumeValidSDL: true }));
    return undefined;
  } catch (error) {
    expect(error).toMatchObject({ code: 'DOMAIN_INVALID', hint: expect.any(String) });
    return (error as Error).message;
  }
}

describe('a schema', () => {
  test('that is sound is read', () => {
    expect(refusal('type', 'type')).toBeUndefined();
  });

  test.each([
    [
      'a filter on a field that the type does not have',
      ['{ item: TextFilter', '{ colour: TextFilter'],
      'schema.graphql:16: GiftWhere.colour asks for colour of Gift, which has no such field.',
    ],
    [
      'an order by a field that the type does not have',
      ['GiftOrder { item', 'GiftOrder { colour'],
      'schema.graphql:17: GiftOrder.colour asks for colour of Gift, which has no such field.',
    ],
    [
      'a list without a size',
      ['direction: IN) @listSize(assumedSize: 20)', 'direction: IN)'],
      'schema.graphql:14: Country.made is a list without @listSize.',
    ],
    [
      'a relationship type that is spelt in two ways',
      ['(type: "MADE_IN", direction: IN)', '(type: "MADEIN", direction: IN)'],
      'schema.graphql:14: Country.made follows MADEIN; another field spells it MADE_IN.',
    ],
    [
      'a relationship type with a letter too many',
      ['(type: "MADE_IN", direction: IN)', '(type: "MADE_INN", direction: IN)'],
      'schema.graphql:14: Country.made follows MADE_INN; another field spells it MADE_IN.',
    ],
    [
      'a relationship type in Cypher that nothing else names',
      ['(this)-[:MADE_IN]->', '(this)-[:MADE_BY]->'],
      'schema.graphql:9: Gift.alike has the relationship type MADE_BY, which nothing else names.',
    ],
    [
      'a label in Cypher that nothing else names',
      ['(:Country)', '(:Contry)'],
      'schema.graphql:9: Gift.alike has the label Contry, which nothing else names.',
    ],
    [
      'a statement that returns nothing',
      [' RETURN gift', ''],
      'The Cypher of Gift.alike (schema.graphql:9) returns no column.',
    ],
    [
      'a hole that is none there',
      ['(this)-[:MADE_IN]->', '(this)-[:MADE_IN {by: named}]->'],
      'The Cypher of Gift.alike (schema.graphql:9) cannot be read: ] is expected instead of "{".',
    ],
    [
      'a name that nothing binds',
      ['(gift:Gift) RETURN gift', '(gift:Gift) WHERE gift.id <> named.id RETURN gift'],
      'The Cypher of Gift.alike (schema.graphql:9) cannot be read: nothing binds "named".',
    ],
  ])('with %s is refused with its place', (_, [sound = '', spoilt = ''], message) => {
    expect(refusal(sound, spoilt)).toBe(message);
  });
});
