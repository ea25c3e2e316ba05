import { type Declared, type Label, qualifiersOf, type Vocabulary } from '../facts/vocabulary.ts';

/**
 * The forms of an owner's script. A script is a sequence of tables, each a list of rows and one of the tails below:
 *
 *   UNWIND [
 *     {claim: 'claim:kd:F1', entity: 'person:bo', basis: 'STATED', sourceText: 'said Bo'}
 *   ] AS row
 *   MATCH (c:Claim {id: row.claim})
 *   MATCH (e:Entity {id: row.entity})
 *   CREATE (c)-[:ATTRIBUTED_TO {basis: row.basis, sourceText: row.sourceText}]->(e);
 *
 * Any Cypher shell runs that as it stands. The loader reads the rows, checks them, and hands them to the same tail as
 * parameters, many owners at once; so nothing but the rows of a script is ever trusted.
 * In a tail `$owner` stands for the owner's id: a text in a script, a column of the rows in the loader.
 */

/** What a column holds. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'texts';

/**
 * A column of a table. One that is `made` holds what code makes of others, and the load compares; a person may give one
 * that is `given` too, where the text says more.
 */
export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
  readonly made?: boolean;
  readonly given?: boolean;
};

/** A table of an owner's script. */
export type Form = {
  readonly name: string;
  /** One sentence on what a row says. */
  readonly sentence: string;
  readonly columns: readonly Column[];
  readonly tail: string;
  /** The label of the things that it declares. */
  readonly label?: Label;
};

/** What an owner can be: a text, knowledge that no text has to state, or the judgements of people. */
export const ownerKinds = ['Article', 'Background', 'Ledger'] as const;
export type OwnerKind = (typeof ownerKinds)[number];

const text = (name: string): Column => ({ name, type: 'text', required: true });
const integer = (name: string): Column => ({ name, type: 'integer', required: true });
const boolean = (name: string): Column => ({ name, type: 'boolean', required: true });
const optional = (column: Column): Column => ({ ...column, required: false });
const made = (column: Column): Column => ({ ...column, made: true });
const given = (column: Column): Column => ({ ...column, given: true });
const texts = (name: string): Column => ({ name, type: 'texts', required: false });

/** `{id: row.id, n: row.n}` of columns of these names. */
const mapOf = (columns: readonly Column[], ...more: readonly string[]): string =>
  `{${[...columns.map(({ name }) => `${name}: row.${name}`), ...more].join(', ')}}`;

const setOf = (variable: string, columns: readonly Column[]): string =>
  columns.map(({ name }) => `${variable}.${name} = row.${name}`).join(', ');

const articleColumns = [
  text('title'),
  optional(text('subtitle')),
  optional(text('byline')),
  text('publishedOn'),
  text('language'),
  optional(text('url')),
  text('textSha256'),
  integer('length'),
];

function ownerForm(kind: OwnerKind): Form {
  const columns = kind === 'Article' ? articleColumns : [];
  const sets = [setOf('o', columns), 'o.recordedAt = toString(datetime())', 'o.stale = true'];
  return {
    name: kind.toLowerCase(),
    sentence: `The owner: ${kind === 'Article' ? 'an article' : kind === 'Ledger' ? 'a ledger of judgements' : 'background knowledge'}.`,
    columns: [text('id'), ...columns],
    tail: `MERGE (o:Owner:${kind} {id: row.id})\nSET ${sets.filter(Boolean).join(', ')}`,
  };
}

const sentenceColumns = [
  text('id'),
  text('n'),
  integer('seq'),
  text('kind'),
  integer('start'),
  integer('end'),
  text('textSha256'),
  optional(text('text')),
];

const OF_OWNER = 'MATCH (o:Owner {id: $owner})';
const OF_CLAIM = 'MATCH (c:Claim {id: row.claim})';
const ENTITY = 'MATCH (e:Entity {id: row.entity})';

const scalarColumns: { readonly [type: string]: ColumnType } = {
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
};

const columnType = ({ type, list }: Pick<Declared, 'type' | 'list'>): ColumnType =>
  list ? 'texts' : (scalarColumns[type] ?? 'text');

/** Things of one label, with what the owner calls them. A thing exists while an owner declares it. */
function thingForm(label: Label): Form {
  const declared = label.declared.map((one) => ({ name: one.name, type: columnType(one), required: false }));
  const columns = [...declared, made(texts('keys')), made(texts('weakKeys'))];
  return {
    name: `things ${label.name}`,
    sentence: `Things that are a ${label.name}, and what the owner calls them.`,
    label,
    columns: [text('id'), ...columns],
    tail: `${OF_OWNER}\nMERGE (e:Entity:${label.name} {id: row.id})\nCREATE (o)-[:DECLARES ${mapOf(columns)}]->(e)`,
  };
}

const claimColumns = [
  text('id'),
  text('status'),
  text('voice'),
  text('basis'),
  text('text'),
  optional(text('sourceText')),
];
const spanColumns = [integer('start'), integer('end')];

const ofTexts: readonly Form[] = [
  {
    name: 'sentences',
    sentence: 'Sentences of the article, as spans of its text in Unicode code points.',
    columns: sentenceColumns,
    tail: `${OF_OWNER}\nCREATE (:Sentence ${mapOf(sentenceColumns)})-[:IN_ARTICLE]->(o)`,
  },
  {
    name: 'claims',
    sentence: 'Claims: what the article says, in our own words.',
    columns: claimColumns,
    tail: `CREATE (:Claim ${mapOf(claimColumns, 'owner: $owner')})`,
  },
  {
    name: 'evidence',
    sentence: 'Where a claim is stated.',
    columns: [text('claim'), text('sentence'), ...spanColumns],
    tail: `${OF_CLAIM}\nMATCH (s:Sentence {id: row.sentence})\nCREATE (c)-[:STATED_IN ${mapOf(spanColumns)}]->(s)`,
  },
  {
    name: 'sources',
    sentence: 'Who says so, where it is not the article itself.',
    columns: [text('claim'), text('entity'), text('basis'), optional(text('sourceText'))],
    tail: `${OF_CLAIM}\n${ENTITY}\nCREATE (c)-[:ATTRIBUTED_TO {basis: row.basis, sourceText: row.sourceText}]->(e)`,
  },
  {
    name: 'about',
    sentence: 'What else a claim speaks of, that no fact of it covers.',
    columns: [text('claim'), text('entity')],
    tail: `${OF_CLAIM}\n${ENTITY}\nCREATE (c)-[:ABOUT]->(e)`,
  },
  {
    name: 'mentions',
    sentence: 'Which words of a sentence mean what.',
    columns: [
      text('sentence'),
      ...spanColumns,
      text('kind'),
      text('entity'),
      optional(text('surface')),
      optional(made(text('key'))),
    ],
    tail: `MATCH (s:Sentence {id: row.sentence})\n${ENTITY}\nCREATE (s)-[:MENTIONS {start: row.start, end: row.end, kind: row.kind, surface: row.surface, key: row.key}]->(e)`,
  },
  {
    name: 'judgements',
    sentence: 'What the owner judges of claims and things.',
    columns: [
      made(text('id')),
      text('kind'),
      text('target'),
      optional(text('other')),
      optional(text('by')),
      text('on'),
      optional(text('predicate')),
      optional(text('who')),
      optional(text('reason')),
    ],
    tail: 'CREATE (:Judgement {id: row.id, kind: row.kind, target: row.target, other: row.other, by: row.by, on: row.on, predicate: row.predicate, who: row.who, reason: row.reason, owner: $owner})',
  },
];

const factColumns = [made(text('fact')), made(text('slot')), text('subject'), text('predicate')];
const saysColumns = [text('basis')];
/** What is the same of a date whoever says it. */
const ofDates = [
  made(text('precision')),
  made(integer('sortKey')),
  made(text('words')),
  optional(made(text('start'))),
  optional(made(boolean('startInexact'))),
  optional(made(text('end'))),
  optional(made(boolean('endInexact'))),
  optional(made(boolean('uncertain'))),
  optional(made(boolean('approximate'))),
];

/** What a claim says of a date: its words, and the days that it leaves, as ISO and as numbers; none at an open end. */
const dateColumns = [
  optional(text('text')),
  given(optional(made(text('earliest')))),
  given(optional(made(text('latest')))),
  optional(made(integer('earliestDay'))),
  optional(made(integer('latestDay'))),
];

type FactParts = {
  readonly columns: readonly Column[];
  readonly form: string;
  readonly own: readonly string[];
  readonly says: readonly Column[];
};

/** A table of facts, said by claims or, without evidence, by background knowledge. */
function factForms(name: string, sentence: string, { columns, form, own, says }: FactParts): readonly Form[] {
  const hasObject = columns.some((column) => column.name === 'object');
  const body = [
    'MATCH (a:Entity {id: row.subject})',
    ...(hasObject ? ['MATCH (b:Entity {id: row.object})'] : []),
    `MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = '${form}', f.predicate = row.predicate, f.slot = row.slot${own.map((one) => `, f.${one} = row.${one}`).join('')}`,
    'MERGE (f)-[:SUBJECT]->(a)',
    ...(hasObject ? ['MERGE (f)-[:OBJECT]->(b)'] : []),
  ].join('\n');
  const saysMap = mapOf(says);
  const columnsOfFact = [...factColumns, ...columns];
  return [
    {
      name,
      sentence,
      columns: [text('claim'), ...columnsOfFact, ...says],
      tail: `${OF_CLAIM}\n${body}\nCREATE (c)-[:SAYS ${saysMap}]->(f)`,
    },
    {
      name: `background ${name}`,
      sentence: `${sentence} Known without a text.`,
      columns: [...columnsOfFact, ...says],
      tail: `${OF_OWNER}\n${body}\nCREATE (o)-[:SAYS ${saysMap}]->(f)`,
    },
  ];
}

/** Every form that a script of this domain may use. */
export function formsOf(vocabulary: Vocabulary): readonly Form[] {
  const qualifiers = qualifiersOf(vocabulary);
  const qualifierColumns = [
    ...qualifiers.map(({ name, type }) => ({
      name,
      type: columnType({ type, list: false }),
      required: false,
    })),
    optional(made(text('qualifier'))),
  ];
  return [
    ...ownerKinds.map(ownerForm),
    ...ofTexts.slice(0, 1),
    ...vocabulary.labels.map(thingForm),
    ...ofTexts.slice(1),
    ...factForms('happens', 'That an event takes place, or that a gift was given.', {
      columns: [],
      form: 'HAPPENS',
      own: [],
      says: saysColumns,
    }),
    ...factForms('relations', 'How two things are related.', {
      columns: [text('object'), ...qualifierColumns],
      form: 'RELATION',
      own: [...qualifiers.map(({ name }) => name), 'qualifier'],
      says: saysColumns,
    }),
    ...factForms('values', 'What a thing is like.', {
      columns: [text('value')],
      form: 'VALUE',
      own: ['value'],
      says: saysColumns,
    }),
    ...factForms('dates', 'When it was.', {
      columns: [text('value'), ...ofDates],
      form: 'VALUE',
      own: ['value', ...ofDates.map(({ name }) => name)],
      says: [...saysColumns, ...dateColumns],
    }),
  ];
}

/**
 * What takes an owner out of the graph. It leaves a mark on whatever has to be derived anew, so it must be followed by
 * the derivation; a script begins with it, so that an article that was edited leaves nothing behind. A node that goes
 * loses its mark first: Neo4j finds by an index what one transaction has marked and then deleted.
 */
export const removal: readonly string[] = [
  'MATCH (:Claim {owner: $owner})-[:SAYS]->(f:Fact) SET f.stale = true',
  'MATCH (:Owner {id: $owner})-[:SAYS]->(f:Fact) SET f.stale = true',
  'MATCH (:Claim {owner: $owner})-[:CONTRADICTS]-(c:Claim) SET c.stale = true',
  'MATCH (j:Judgement {owner: $owner}) MATCH (c:Claim {id: j.target}) SET c.stale = true',
  'MATCH (j:Judgement {owner: $owner}) MATCH (c:Claim {id: j.by}) SET c.stale = true',
  'MATCH (j:Judgement {owner: $owner}) MATCH (t:Judgement {id: j.target}) SET t.stale = true',
  "MATCH (j:Judgement {owner: $owner, kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true",
  "MATCH (j:Judgement {owner: $owner, kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true",
  'MATCH (:Owner {id: $owner})-[:DECLARES]->(e:Entity) SET e.stale = true',
  'MATCH (c:Claim {owner: $owner}) REMOVE c.stale DETACH DELETE c',
  'MATCH (j:Judgement {owner: $owner}) REMOVE j.stale DETACH DELETE j',
  'MATCH (:Owner {id: $owner})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s',
  'MATCH (o:Owner {id: $owner}) DETACH DELETE o',
];
