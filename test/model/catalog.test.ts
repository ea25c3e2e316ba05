import { describe, expect, test } from '@jest/globals';
import { getNamedType, isObjectType } from 'graphql';
import { loadSchema } from '../../src/graphql/schema.ts';
import { type Catalog, readCatalog } from '../../src/model/catalog.ts';
import { readDomain } from '../../src/model/domain/domain.ts';

const catalogOf = (...folders: string[]): Catalog => {
  const { schema, mapping } = loadSchema(readDomain(folders));
  return readCatalog(schema, mapping);
};

const news = catalogOf('news');

describe('the catalog of news', () => {
  test('has its types in the order of the schema, each with the list that holds its nodes', () => {
    expect(news.types.map(({ name, list }) => [name, list])).toEqual([
      ['Person', 'people'],
      ['Country', 'countries'],
      ['Place', 'places'],
      ['Organization', 'organizations'],
      ['Group', 'groups'],
      // Not `timeline`, which has an order of its own.
      ['Event', 'events'],
      ['Gift', 'gifts'],
    ]);
  });

  test('says what a type holds, and what it leads to', () => {
    const gift = news.type('Gift');
    expect(gift?.fields.map(({ name, type }) => [name, type])).toEqual([
      ['wikidata', 'string'],
      ['aliases', 'list'],
      ['weakAliases', 'list'],
      ['status', 'string'],
      ['item', 'string'],
      ['quantity', 'integer'],
      ['description', 'string'],
      ['date', 'period'],
    ]);
    expect(gift?.links.map(({ name, list }) => [name, list])).toEqual([
      ['givers', true],
      ['recipients', true],
      ['during', false],
      ['madeIn', false],
      ['inReturnFor', true],
      ['returnedBy', true],
    ]);
    // Over a relationship with a type of its own, to the node at its other end.
    expect(news.type('Person')?.links.find(({ name }) => name === 'offices')?.end).toBe('country');
  });

  test('lists the values of enums, the predicates, and how sure something may be', () => {
    const kind = news.type('Place')?.fields.find(({ name }) => name === 'kind');
    expect(kind?.values).toContain('CITY');
    expect(news.predicates).toEqual([...news.predicates].sort());
    expect(news.predicates).toContain('GIVEN_TO');
    expect(news.statuses[0]).toBe('OCCURRED');
    expect(news.fact.map(({ name }) => name)).toEqual(['role', 'title']);
    expect([...news.days]).toEqual([['HOLDS_OFFICE', 'lastReportedOn']]);
  });

  test('knows every label of the graph, and what tells relationships apart', () => {
    expect(news.labels.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Gift', 'Article', 'Sentence', 'Claim', 'Name']),
    );
    expect(news.keys.get('INVOLVED_IN')).toEqual(['role']);
    expect(news.keys.get('MENTIONS')).toEqual(['start', 'end']);
  });
});

test('a type that a folder adds stands beside the others', () => {
  const { types, predicates, type } = catalogOf('news', 'test/domain/treaty');
  expect(types).toHaveLength(news.types.length + 1);
  expect(type('Treaty')).toMatchObject({
    list: 'treaties',
    links: [{ name: 'signatories' }, { name: 'occasion' }],
  });
  expect(predicates).toEqual(expect.arrayContaining(['SIGNED_BY', 'SIGNED_AT']));
});

/** Whatever the schema, nothing of a type is lost: a field is a value, a link, or one that every entity has. */
test.each([[['news']], [['news', 'test/domain/treaty']], [['test/domain/university']]])(
  'of %j leaves out no type and no value',
  (folders) => {
    const { schema, mapping } = loadSchema(readDomain(folders));
    const catalog = readCatalog(schema, mapping);
    for (const name of mapping.possible('Entity')) {
      const type = schema.getType(name);
      if (!isObjectType(type)) throw new Error(`${name} is no type`);
      const values = Object.values(type.getFields()).filter((field) => {
        const named = getNamedType(field.type);
        return !('getFields' in named) && !['id', 'name'].includes(field.name);
      });
      const known = catalog.type(name)?.fields.map((field) => field.name) ?? [];
      expect(values.map((field) => field.name).filter((field) => !known.includes(field))).toEqual([]);
    }
  },
);
