import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  introspectionFromSchema,
  isObjectType,
  parse,
  print,
  specifiedDirectives,
  visit,
} from 'graphql';
import { ServiceError } from '../../src/errors.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { schemaScript } from '../../src/model/domain/constraints.ts';
import { readDomain } from '../../src/model/domain/domain.ts';

/** The news with one more file of a domain: its text. */
function newsWith(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'attested-domain-'));
  writeFileSync(join(folder, 'schema.graphql'), text);
  return { folder, read: () => readDomain(['news', folder]) };
}

/** What follows from a text, as clients see it: one definition. */
function shown(text: string, name: string): string {
  const { sdl } = loadSchema(newsWith(text).read());
  const found = parse(sdl, { noLocation: true }).definitions.find(
    (node) => 'name' in node && node.name?.value === name,
  );
  if (!found) throw new Error(`${name} is not there`);
  return print(visit(found, { StringValue: (_, key) => (key === 'description' ? null : undefined) }));
}

const TREATY = `"An agreement." type Treaty implements Entity {
  "When." date: FuzzyDate
  "Who." signatories: [Country!]! @relationship(type: "SIGNED_BY", direction: OUT)
  "How many copies there are." copies: Int
  "Whether it holds." holds: Boolean!
}`;

describe('from a type follows', () => {
  test.each([
    [
      'a list of it in pages',
      'TreatyConnection',
      'type TreatyConnection {\n  nodes: [Treaty!]!\n  edges: [TreatyEdge!]!\n  pageInfo: PageInfo!\n  totalCount: Int!\n}',
    ],
    [
      'an order by each field that holds one value, by the id in the end',
      'TreatyOrder',
      'input TreatyOrder @oneOf {\n  name: Direction\n  wikidata: Direction\n  date: Direction\n  copies: Direction\n  id: Direction\n}',
    ],
    [
      'a filter of lists of it, where there are such lists',
      'CountryListFilter',
      'input CountryListFilter {\n  some: CountryWhere\n  none: CountryWhere\n  all: CountryWhere\n  single: CountryWhere\n}',
    ],
    [
      'what it can be grouped by',
      'TreatyDimension',
      'enum TreatyDimension {\n  SIGNATORIES\n  MONTH\n  ARTICLE\n}',
    ],
  ])('%s', (_, name, definition) => {
    expect(shown(TREATY, name)).toBe(definition);
  });

  test('a filter by each of its fields, those of its interfaces included', () => {
    const where = shown(TREATY, 'TreatyWhere');
    expect([...where.matchAll(/^ {2}(\w+): (\S+)/gm)].map(([, field, type]) => `${field}: ${type}`)).toEqual([
      'id: IDFilter',
      'name: TextFilter',
      'wikidata: TextFilter',
      'aliases: TextListFilter',
      'weakAliases: TextListFilter',
      'date: FuzzyDateFilter',
      'signatories: CountryListFilter',
      'copies: IntFilter',
      'holds: BooleanFilter',
      'claims: ClaimListFilter',
      'mentions: MentionListFilter',
      'facts: FactListFilter',
      'values: FactListFilter',
      'evidence: EvidenceListFilter',
      'allEvidence: EvidenceListFilter',
      'and: [TreatyWhere!]',
      'or: [TreatyWhere!]',
      'not: TreatyWhere',
    ]);
  });

  test('of what takes place, its agreement, and an argument for what lists leave out', () => {
    const text = '"A strike." type Strike implements Sourced & Entity { "How sure." status: Status! }';
    expect(shown(text, 'Strike')).toMatch(/^ {2}agreement: Agreement!$/m);
    expect(shown(text, 'Query')).toMatch(
      /^ {2}strikes\(status: \[Status!\], withdrawn: Boolean, agreement: \[Verdict!\], where: /m,
    );
    expect(shown(text, 'Query')).toMatch(/^ {2}entities\(withdrawn: Boolean, where: /m);
    expect(shown(text, 'Query')).toMatch(/^ {2}people\(where: /m);
  });

  test('of a relationship that rests on a fact, what that tells, and of facts what tells them apart', () => {
    const text = `extend type Person { "." pupils: [Teaching!]! @relationship(type: "TEACHES", direction: OUT, properties: "Teaching") }
      "." type Teaching implements Attested @relationshipProperties(order: ["endNode.id"]) {
        "The grade." grade: Float! "." day: Date @alias(property: "on") "." teacher: Person! @startNode "." pupil: Person! @endNode }`;
    const teaching = shown(text, 'Teaching');
    for (const field of ['fact: Fact!', 'basis: Basis!', 'status: Status!', 'agreement: Agreement!'])
      expect(teaching).toContain(`  ${field}`);
    for (const field of ['role: Role', 'title: String', 'grade: Float'])
      expect(shown(text, 'Fact')).toMatch(new RegExp(`^ {2}${field}$`, 'm'));
    expect(shown(text, 'Fact')).not.toMatch(/^ {2}day/m);
    // An edge of a list may follow no relationship of the world.
    expect(shown(text, 'PersonEdge')).toMatch(/^ {2}agreement: Agreement$/m);
  });

  test('what is written stands, and is not made again', () => {
    const text = `${TREATY} extend type Query { "Mine." treaties("Of whom." of: String @named(as: "Country", pattern: "(this)-[:SIGNED_BY]->(named)")): [Treaty!]! }`;
    const query = shown(text, 'Query');
    expect(query.match(/^ {2}treaties\(/gm)).toHaveLength(1);
    expect(query).toMatch(/treaties\(of: String, where: TreatyWhere, .*, asOf: Date\): TreatyConnection!/);
  });

  test('no order of what has no value to order by', () => {
    const text = `extend type Person { "." pupils: [Teaching!]! @relationship(type: "TEACHES", direction: OUT, properties: "Teaching") }
      "." type Teaching @relationshipProperties(order: ["endNode.id"]) { "." teacher: Person! @startNode "." pupil: Person! @endNode }`;
    expect(shown(text, 'Person')).toMatch(/^ {2}pupils\(where: TeachingWhere, first: Int = 20, /m);
  });

  test('a plural that is said', () => {
    expect(
      shown('"A run." type Series implements Entity @plural(name: "runs") { "." a: Int }', 'Query'),
    ).toMatch(/^ {2}runs\(/m);
  });
});

describe('refused at start, with file and line, is', () => {
  test.each([
    ['a text that is no GraphQL', 'type Treaty {', /schema\.graphql:1: Syntax Error/],
    ['a type that is there', '\ntype Claim { a: Int }', ':2: Claim is there already; `extend` adds to it.'],
    [
      'an extension of nothing',
      'extend type Tready { a: Int }',
      ':1: Tready is extended, but there is no such type of that kind.',
    ],
    [
      'a field that is there as another',
      'extend type Query {\n  gifts: [Event!]!\n}',
      ':2: Query.gifts is there already, as [Gift!]! and not [Event!]!.',
    ],
    ['a type that nobody knows', 'extend type Person {\n\n  boss: Boss\n}', ':3: Unknown type "Boss".'],
    [
      'a directive that nobody knows',
      'extend type Person {\n  age: Int @kept\n}',
      ':2: Unknown directive "@kept".',
    ],
    [
      'a directive without what it needs',
      'extend type Person {\n  boss: Person @relationship(type: "MET")\n}',
      /:2: .*"direction" of type "RelationshipDirection!" is required/,
    ],
    [
      'a type that contradicts its interface',
      'type Treaty implements Entity {\n  name: Int!\n}',
      /:2: Interface field Entity\.name expects type String! but Treaty\.name is type Int!\./,
    ],
    [
      'a list without a size',
      'extend type Person {\n  dates: [FuzzyDate!]! @cypher(statement: "RETURN 1 AS x")\n}',
      ':2: Person.dates lists FuzzyDate, which has no pages; say how long it can get by @listSize.',
    ],
    [
      'a field that leads to a thing nobody knows how',
      'extend type Person {\n  boss: Person\n}',
      ':2: Person.boss leads to Person, and nothing says how: by @relationship, @cypher, @startNode or @endNode.',
    ],
    [
      'an end where there is no relationship',
      'extend type Person {\n  boss: Person @endNode\n}',
      ':2: Person.boss has @endNode, which says nothing where Person has no @relationshipProperties.',
    ],
    [
      'a dimension of what is not counted',
      'extend type Person {\n  age: Int @dimension(key: "this.age")\n}',
      ':2: Person.age has @dimension, which says nothing where Person has no @statistics.',
    ],
    [
      'a relationship shown as what is none',
      'extend type Person {\n  boss: [Person!]! @relationship(type: "BOSS", direction: OUT, properties: "Gift")\n}',
      ':2: Person.boss shows its relationship as Gift, which has no @relationshipProperties.',
    ],
    [
      'a fuzzy date of a relationship',
      'extend type Office {\n  since: FuzzyDate\n}',
      ':2: Office.since is a fuzzy date, which nodes alone have; take a Date.',
    ],
    [
      'a count of nothing',
      'type TreatyStatistics @statistics(of: "Treaty", date: "RETURN 1 AS date") {\n a: Int }',
      ':1: TreatyStatistics counts Treaty, which is no type.',
    ],
    [
      'a count by nothing',
      'type PlaceGroups @statistics(of: "Article", date: "RETURN {a: 1} AS date") {\n  "." a: Int\n}',
      ':1: PlaceGroups counts by nothing; say by @dimension what a field groups by.',
    ],
    [
      'a name of nothing',
      'extend type Query {\n  gifts(\n    by: String @named(as: "Giver", pattern: "(this)")\n  ): [Gift!]!\n}',
      ':3: Query.gifts(by:) names a Giver, which is no type of things.',
    ],
    [
      'a shortcut to no filter',
      'extend type Query {\n  gifts(\n    of: String @where(path: ["item", "is"])\n  ): [Gift!]!\n}',
      ':3: Query.gifts(of:) is short for item.is, where no filter has is.',
    ],
    [
      'an order by nothing',
      'extend type Query {\n  runs: [Event!]! @ordered(by: "dates")\n}',
      ':2: Query.runs is ordered by dates, by which it has no order.',
    ],
  ])('%s', (_, text, sentence) => {
    const { folder, read } = newsWith(text);
    const said = refusal(read);
    expect(said).toMatch(typeof sentence === 'string' ? `${folder}/schema.graphql${sentence}` : sentence);
    expect(said.split('\n')).toHaveLength(1);
  });

  test('all that is wrong, at once', () => {
    const { read } = newsWith('extend type Person {\n  a: Nothing\n  b: Person\n}\ntype Gift { a: Int }');
    expect(
      refusal(read)
        .split('\n')
        .map((line) => line.replace(/^.*graphql/, '').slice(0, 20)),
    ).toEqual([':5: Gift is there al', ':3: Person.b leads t', ':2: Unknown type "No']);
  });

  test('a folder without a schema', () => {
    expect(refusal(() => readDomain(['/nowhere']))).toMatch(/\/nowhere\/schema\.graphql: .*no such file/);
  });
});

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'DOMAIN_INVALID') return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('docs/schema.graphql, the schema as clients see it,', () => {
  const text = readFileSync('docs/schema.graphql', 'utf8');

  test('is what follows from the domain (`npm run schema` writes it)', () => {
    expect(loadSchema(readDomain()).sdl).toBe(text);
  });

  test('shows by introspection what it says, and no directive of ours', () => {
    const { schema } = loadSchema(readDomain());
    const { directives, types } = introspectionFromSchema(schema).__schema;
    const ours = directives
      .map(({ name }) => name)
      .filter((name) => !specifiedDirectives.some((one) => one.name === name));
    expect(ours.sort()).toEqual(['cost', 'listSize']);
    expect(types.map(({ name }) => name)).not.toContain('RelationshipDirection');
  });

  test('has a sentence for everything that can be asked', () => {
    const silent = Object.values(buildSchema(text).getTypeMap()).flatMap((type) => {
      if (type.name.startsWith('__') || !type.astNode) return [];
      const members =
        'getFields' in type ? Object.values(type.getFields()) : 'getValues' in type ? type.getValues() : [];
      const given = members.flatMap((member) => ('args' in member ? [...member.args] : []));
      return [type, ...members, ...given]
        .filter(({ description }) => !description)
        .map(({ name }) => `${type.name}: ${name}`);
    });
    expect(silent).toEqual([]);
  });

  test('tells the size of each list as the default of its `first`', () => {
    const types = Object.values(buildSchema(text).getTypeMap()).filter(isObjectType);
    const fields = types.flatMap((type) => Object.values(type.getFields()));
    const firsts = fields.flatMap(({ args }) => args.filter(({ name }) => name === 'first'));
    expect(firsts.length).toBeGreaterThan(100);
    expect([...new Set(firsts.map(({ defaultValue }) => defaultValue))].sort()).toEqual([10, 100, 20, 50]);
  });

  test('says nothing of how the graph is asked', () => {
    const names = [...text.matchAll(/@(\w+)/g)].map(([, name]) => name);
    const defined = [...text.matchAll(/^directive @(\w+)/gm)].map(([, name]) => name);
    expect([...new Set(names)].sort()).toEqual(['cost', 'listSize', 'oneOf']);
    // Those who know no @oneOf, such as Apollo's composer, find it here.
    expect(defined.sort()).toEqual(['cost', 'listSize', 'oneOf']);
    expect(text).not.toMatch(/MATCH|RelationshipDirection/);
  });
});

describe('cypher/00-schema.cypher', () => {
  test('is what follows from the domain (`npm run schema` writes it)', () => {
    expect(schemaScript(readDomain().types)).toBe(readFileSync('cypher/00-schema.cypher', 'utf8'));
  });

  test('has for a new type a key, an index on it, and one on its name and its days', () => {
    const made = schemaScript(newsWith(TREATY).read().types);
    expect(made.match(/^.*\(n:Treaty\).*$/gm)?.map((line) => line.replace(/ +/g, ' '))).toEqual([
      'CREATE CONSTRAINT treaty_id IF NOT EXISTS FOR (n:Treaty) REQUIRE n.id IS UNIQUE;',
      'CREATE INDEX treaty_id_lookup IF NOT EXISTS FOR (n:Treaty) ON (n.id);',
      'CREATE INDEX treaty_name IF NOT EXISTS FOR (n:Treaty) ON (n.name);',
      'CREATE INDEX treaty_dateminday IF NOT EXISTS FOR (n:Treaty) ON (n.dateMinDay);',
    ]);
  });
});
