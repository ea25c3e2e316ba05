/** Operations that try to make the service work much for little, each with the limit or code that refuses it. */

/** One of them. */
export type Hostile = {
  readonly name: string;
  /** What the refusal names. */
  readonly named: string;
  readonly query?: string;
  readonly variables?: unknown;
  /** The whole body, where it is not one operation. */
  readonly body?: string;
  /** How long it says the body is; what refuses it does not wait for the rest. */
  readonly length?: number;
};

const times = (count: number, make: (i: number) => string, separator = ' '): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(separator);

function nested(count: number, wrap: (inner: string) => string, core: string): string {
  let text = core;
  for (let i = 0; i < count; i += 1) text = wrap(text);
  return text;
}

function nestedValue(count: number): unknown {
  let value: unknown = { name: { eq: 'x' } };
  for (let i = 0; i < count; i += 1) value = { not: value };
  return value;
}

const filtered = 'query ($w: GiftWhere) { gifts(where: $w) { nodes { id } } }';
const bomb = `${times(22, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)} fragment f22 on Query { __typename }`;
const claims = (inner: string) =>
  `claims(first: 1) { totalCount pageInfo { hasNextPage } nodes { about(first: 1) { totalCount nodes { id ${inner} } } } }`;
const givers = (inner: string) =>
  `gifts { nodes { givers { nodes { ... on Person { gave { nodes { ${inner} } } } } } } }`;

/** The documents. */
const documents: readonly (readonly [string, string, string])[] = [
  ['500 aliases', 'ALIASES_MAX', `{ ${times(500, (i) => `a${i}: __typename`)} }`],
  ['5,000 aliases', 'TOKENS_MAX', `{ ${times(5_000, (i) => `a${i}: __typename`)} }`],
  ['one field 500 times', 'REPEATS_MAX', `{ ${times(500, () => '__typename')} }`],
  ['one field 8,000 times', 'TOKENS_MAX', `{ ${times(8_000, () => '__typename')} }`],
  ['200 directives', 'DIRECTIVES_MAX', `{ __typename ${times(200, () => '@include(if: true)')} }`],
  ['800 unknown directives', 'DIRECTIVES_MAX', `{ __typename ${times(800, () => '@aa')} }`],
  ['600 levels', 'DEPTH_MAX', nested(600, (inner) => `{ a ${inner} }`, '')],
  [
    '13 levels',
    'DEPTH_MAX',
    `{ events { nodes ${nested(12, (inner) => `{ partOf { nodes ${inner} } }`, '{ id }')} } }`,
  ],
  ['a fragment that holds itself', 'VALIDATION', '{ ...f } fragment f on Query { ...f __typename }'],
  ['fragments of 4 million fields', 'RECURSIVE_SELECTIONS_MAX', `{ ...f0 } ${bomb}`],
  [
    'fragments that spread nothing, a thousand million times',
    'RECURSIVE_SELECTIONS_MAX',
    `{ ...e0 } ${times(30, (i) => `fragment e${i} on Query { ...e${i + 1} ...e${i + 1} }`)}`,
  ],
  [
    '120 operations of 2,000 fields each',
    'RECURSIVE_SELECTIONS_MAX',
    `${times(120, (i) => `query q${i} { ...f11 }`)} ${times(11, (i) => `fragment f${i + 11} on Query { ...f${i + 12} ...f${i + 12} }`)} fragment f22 on Query { __typename }`,
  ],
  [
    '1,000 overlapping fields',
    'REPEATS_MAX',
    `{ ${times(90, (i) => `x: people(first: ${i}) { totalCount }`)} ${times(900, () => 'y')} }`,
  ],
  [
    'overlaps in fragments',
    'REPEATS_MAX',
    `{ ${times(150, (i) => `...g${i}`)} } ${times(150, (i) => `fragment g${i} on Query { people { totalCount } }`)}`,
  ],
  [
    'introspection in a circle',
    'INTROSPECTIONS_MAX',
    '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
  ],
  [
    'introspection two lists deep',
    'INTROSPECTIONS_MAX',
    '{ __schema { types { fields { type { possibleTypes { name } } } } } }',
  ],
  [
    'introspection 90 times',
    'ROOT_FIELDS_MAX',
    `{ ${times(90, (i) => `a${i}: __schema { types { fields { name } } }`)} }`,
  ],
  [
    'introspection 20 times',
    'INTROSPECTIONS_MAX',
    `{ ${times(20, (i) => `a${i}: __schema { types { fields { name } } }`)} }`,
  ],
  ['1,500 operations', 'TOKENS_MAX', times(1_500, (i) => `query q${i} { __typename }`)],
  ['50,000 braces', 'PARSE_FAILED', '{'.repeat(50_000)],
  ['3,900 braces', 'PARSE_FAILED|DEPTH_MAX|TOKENS_MAX', '{a'.repeat(1_950)],
  ['3,900 brackets', 'PARSE_FAILED|DEPTH_MAX|TOKENS_MAX', `{ people(where: ${'['.repeat(3_900)}`],
  [
    'lists 800 deep',
    'INPUT_DEPTH_MAX',
    `{ people(where: ${'['.repeat(800)}1${']'.repeat(800)}) { totalCount } }`,
  ],
  [
    'filters 300 deep',
    'INPUT_DEPTH_MAX',
    `{ people(where: ${nested(300, (inner) => `{ not: ${inner} }`, '{ name: { eq: "x" } }')}) { totalCount } }`,
  ],
  [
    'filters 150 wide',
    'CONDITIONS_MAX',
    `{ people(where: { or: [${times(150, () => '{ name: { eq: "x" } }')}] }) { totalCount } }`,
  ],
  [
    '1,000 fragments',
    'TOKENS_MAX',
    `{ __typename } ${times(1_000, (i) => `fragment h${i} on Query { __typename }`)}`,
  ],
  ['1,500 variables', 'TOKENS_MAX', `query (${times(1_500, (i) => `$v${i}: Int`)}) { __typename }`],
  [
    '450 variables that are unused',
    'VALIDATION',
    `query (${times(450, (i) => `$v${i}: Int`)}) { __typename }`,
  ],
  ['1,500 unknown fields', 'ROOT_FIELDS_MAX', `{ ${times(1_500, (i) => `unknown${i}`)} }`],
  ['30 misspelt fields', 'VALIDATION', `{ ${times(30, (i) => `peeple${i}`)} }`],
  ['300 inline fragments', 'REPEATS_MAX', `{ ${times(300, () => '... on Query { __typename }')} }`],
  [
    'inline fragments 500 deep',
    'DEPTH_MAX',
    `{ ${nested(500, (inner) => `... { ${inner} }`, '__typename')} }`,
  ],
  ['nothing but comments', 'PARSE_FAILED', '# x\n'.repeat(19_000)],
  ['a block string without end', 'PARSE_FAILED', `{ people(where: """${'x\n'.repeat(30_000)}`],
  [
    '64 questions of full pages',
    'ROOT_FIELDS_MAX',
    `{ ${times(64, (i) => `a${i}: people(first: 500) { nodes { id } }`)} }`,
  ],
  ['a page of 2 thousand million', 'PAGE_SIZE_MAX', '{ people(first: 2147483647) { nodes { id } } }'],
  [
    'full pages in full pages',
    'COST_MAX',
    '{ events(first: 500) { nodes { claims(first: 500) { nodes { about(first: 500) { nodes { id } } } } } } }',
  ],
  [
    'pages in pages, none with a size',
    'COST_MAX',
    `{ ${givers(nested(2, (inner) => `givers { nodes { ... on Person { gave { nodes { ${inner} } } } } }`, 'id'))} }`,
  ],
  [
    '65 lists',
    'RELATIONS_MAX',
    `{ people(first: 1) { nodes { ${times(65, (i) => `a${i}: gave(first: 1) { nodes { id } }`)} } } }`,
  ],
  [
    'long paths as of a day, several times',
    'RELATIONS_MAX',
    `{ ${times(4, (i) => `a${i}: path(from: "a", to: "b", maxHops: 8, asOf: "2024-01-01") { outcome }`)} }`,
  ],
  [
    'one path as of a day, shown several times',
    'RELATIONS_MAX',
    `{ path(from: "a", to: "b", asOf: "2024-01-01") { ${times(8, (i) => `a${i}: paths { hops }`)} } }`,
  ],
  [
    'lists of many types, 12 deep',
    'RELATIONS_MAX|DEPTH_MAX',
    `{ entities(first: 1) { nodes { ${nested(6, claims, 'id')} } } }`,
  ],
  [
    'lists of many types, 10 deep',
    'RELATIONS_MAX|DEPTH_MAX',
    `{ entities(first: 1) { nodes { ${nested(5, claims, claims('id'))} } } }`,
  ],
  ['a mutation', 'VALIDATION|BAD_USER_INPUT', 'mutation { __typename }'],
  ['a subscription', 'VALIDATION|BAD_USER_INPUT', 'subscription { __typename }'],
  ['a name of 30,000 letters', 'TEXT_MAX', `{ resolve(name: "${'kim jong '.repeat(3_333)}") { ambiguous } }`],
  ['ids by the thousand', 'ITEMS_MAX', `{ nodes(ids: [${times(1_000, (i) => `"person:p${i}"`)}]) { id } }`],
];

const longest = 'kim jong '.repeat(444);
const most = Array.from({ length: 500 }, (_, i) => `p${i}`);
const often = (field: string) => times(31, (i) => `a${i}: ${field}`);

/** Operations within the limits of their values, each as dear as these let it be. */
export const dear: readonly Hostile[] = [
  {
    name: 'names near to a long one',
    query: `query ($t: String!) { ${often('resolve(name: $t) { outcome suggestions(first: 5) { score } }')} }`,
    variables: { t: longest },
  },
  {
    name: 'searches for a long text',
    query: `query ($t: String!) { ${often('search(text: $t) { node { id } }')} }`,
    variables: { t: longest },
  },
  {
    name: 'filters by long lists',
    query: `query ($t: [String!]) { ${often('claims(where: { not: { statement: { in: $t } } }) { totalCount }')} }`,
    variables: { t: most },
  },
].map((operation) => ({ ...operation, named: '' }));

/** All of them. */
export const hostile: readonly Hostile[] = [
  ...documents.map(([name, named, query]) => ({ name, named, query })),
  {
    name: 'variables 3,000 deep',
    named: 'INPUT_DEPTH_MAX',
    query: filtered,
    variables: { w: nestedValue(3_000) },
  },
  { name: 'variables 13 deep', named: 'INPUT_DEPTH_MAX', query: filtered, variables: { w: nestedValue(13) } },
  {
    name: 'variables of 400 conditions',
    named: 'CONDITIONS_MAX',
    query: filtered,
    variables: { w: { or: Array.from({ length: 400 }, () => ({ name: { eq: 'x' } })) } },
  },
  {
    name: 'a name of 90,000 letters, looked up 31 times',
    named: 'TEXT_MAX',
    query: `query ($t: String!) { ${times(31, (i) => `a${i}: resolve(name: $t) { suggestions(first: 5) { score } }`)} }`,
    variables: { t: 'kim jong '.repeat(10_000) },
  },
  {
    name: 'a filter by 9,000 names, 31 times',
    named: 'ITEMS_MAX',
    query: `query ($t: [String!]) { ${times(31, (i) => `a${i}: claims(where: { statement: { in: $t } }) { totalCount }`)} }`,
    variables: { t: Array.from({ length: 9_000 }, (_, i) => `p${i}`) },
  },
  {
    name: 'a list in JSON, 40,000 deep',
    named: 'BAD_REQUEST',
    body: `${'['.repeat(40_000)}${']'.repeat(40_000)}`,
  },
  {
    name: 'a batch of 100',
    named: 'BAD_REQUEST',
    body: JSON.stringify(Array(100).fill({ query: '{ people { totalCount } }' })),
  },
  {
    name: 'a body of 10 MB',
    named: 'BODY_BYTES_MAX',
    // Announced, not sent: a client that is still sending when it is refused may lose the answer with its pipe.
    length: 10_000_000,
    body: '{"query": "x',
  },
];
