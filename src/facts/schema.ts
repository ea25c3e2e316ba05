import type { Vocabulary } from './vocabulary.ts';

/** Constraints and indexes that the graph needs: keys, what the derivation looks up, what questions filter by. */

type Key = readonly [label: string, property: string];

const KEYS: readonly Key[] = [
  ...['Entity', 'Owner', 'Article', 'Sentence', 'Claim', 'Fact', 'Judgement'].map(
    (label) => [label, 'id'] as const,
  ),
  ['Name', 'key'],
];

const LOOK_UPS: readonly Key[] = [
  ['Fact', 'slot'],
  ['Fact', 'verdict'],
  ['Claim', 'owner'],
  ['Claim', 'status'],
  ...['owner', 'target', 'other', 'by'].map((property) => ['Judgement', property] as const),
  ...['Owner', 'Claim', 'Fact', 'State', 'Entity', 'Name', 'Judgement'].map(
    (label) => [label, 'stale'] as const,
  ),
  ['Entity', 'regroup'],
  ['Entity', 'restate'],
  ['Entity', 'name'],
];

function filtersOf({ labels, values }: Vocabulary): readonly Key[] {
  return labels.flatMap(({ name, declared, happens }) => {
    const dates = values.filter((one) => one.rule === 'DATE' && one.labels.includes(name));
    const kinds = declared.filter((one) => one.name === 'kind');
    return [
      [name, 'name'] as const,
      ...kinds.map(() => [name, 'kind'] as const),
      ...(happens ? ['status', 'verdict'] : []).map((property) => [name, property] as const),
      ...dates.map((date) => [name, `${date.name}Min`] as const),
    ];
  });
}

const nameOf = ([label, property]: Key): string => `${label}_${property}`.toLowerCase();

const constraint = (key: Key): string =>
  `CREATE CONSTRAINT ${nameOf(key)} IF NOT EXISTS FOR (n:${key[0]}) REQUIRE n.${key[1]} IS UNIQUE`;

const index = (key: Key, suffix = ''): string =>
  `CREATE INDEX ${nameOf(key)}${suffix} IF NOT EXISTS FOR (n:${key[0]}) ON (n.${key[1]})`;

type Part = { readonly comment: string; readonly commands: readonly string[] };

function partsOf(vocabulary: Vocabulary): readonly Part[] {
  const keys = [...KEYS, ...vocabulary.labels.map(({ name }) => [name, 'id'] as const)];
  return [
    { comment: 'Keys.', commands: keys.map(constraint) },
    {
      comment:
        'The same properties again as plain indexes, after the constraints: Grafeo enforces a constraint and does not read\n// through it. On Neo4j the constraint has its index already, and these do nothing.',
      commands: keys.map((key) => index(key, '_lookup')),
    },
    {
      comment: 'What the derivation looks up: competing values, what an owner owns, what is stale.',
      commands: LOOK_UPS.map((key) => index(key)),
    },
    {
      comment: 'What questions filter and sort by.',
      commands: filtersOf(vocabulary).map((key) => index(key)),
    },
  ];
}

/** The schema commands of the graph, in order; each changes nothing where it has run before. */
export function schemaCommands(vocabulary: Vocabulary): readonly string[] {
  return partsOf(vocabulary).flatMap(({ commands }) => commands);
}

/** The commands as a script that people read and any Cypher shell runs. */
export function printSchema(vocabulary: Vocabulary): string {
  const parts = partsOf(vocabulary).map(
    ({ comment, commands }) => `// ${comment}\n${commands.map((one) => `${one};`).join('\n')}\n`,
  );
  const head =
    '// 00-schema: constraints and indexes. Run first; running it again changes nothing.\n// Printed from the types of schema.graphql (`npm run derive`).\n';
  return [head, ...parts].join('\n');
}
