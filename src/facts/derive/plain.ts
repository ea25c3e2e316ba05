import type { RelationPredicate, ValuePredicate, Vocabulary } from '../vocabulary.ts';
import { type Section, type Step, sameThings, step, told } from './section.ts';

/** What every relationship of the plain graph tells of its fact. */
const EDGE = ['basis', 'status', 'verdict', 'articles', 'sources', 'reportedOn', 'lastReportedOn'];

const BOTH_ENDS = 'MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)';

/**
 * A relationship is drawn from the end that has few of them: an engine that looks for one that is there walks over all
 * that the first node has, and a head of state has thousands, but an event some ten.
 */
function drawn(relation: RelationPredicate, { labels }: Vocabulary): Step {
  const happens = (names: readonly string[]) =>
    names.every((name) => labels.find((one) => one.name === name)?.happens);
  const edge = `[r:${relation.name} {fact: f.id}]`;
  const merge = happens(relation.to) && !happens(relation.from) ? `(b)<-${edge}-(a)` : `(a)-${edge}->(b)`;
  const properties = [...relation.qualifiers.map(({ name }) => name), ...EDGE];
  return step(`MATCH (f:Fact {stale: true, predicate: '${relation.name}', holds: true}) ${BOTH_ENDS}
MERGE ${merge} SET ${properties.map((name) => `r.${name} = f.${name}`).join(', ')}`);
}

/** The relationships that people browse. */
export function plainGraph(vocabulary: Vocabulary): Section {
  return {
    title: 'The plain graph: only what holds now',
    statements: [
      step(`MATCH (f:Fact {stale: true, form: 'RELATION', holds: false}) ${BOTH_ENDS}
MATCH (a)-[r]->(b) WHERE r.fact = f.id DELETE r`),
      ...vocabulary.relations.map((relation) => drawn(relation, vocabulary)),
    ],
  };
}

const converted: { readonly [type: string]: string } = {
  Int: 'toInteger(value)',
  Float: 'toFloat(value)',
  Boolean: "value = 'true'",
};

/** What a property of a thing tells of the fact that it shows, by the name of the property. */
function shown({ name, rule }: ValuePredicate): readonly (readonly [suffix: string, of: string])[] {
  const always = [
    ['Fact', 'id'],
    ['Verdict', 'verdict'],
  ] as const;
  if (rule !== 'DATE') return always;
  const days = [
    'earliest Min',
    'latest Max',
    'precision Precision',
    'basis Basis',
    'text Text',
    'from From',
    'to To',
  ];
  return [...always, ...days.map((one) => one.split(' ').reverse() as [string, string])].map(
    ([suffix, of]) => [suffix, of] as const,
  );
}

/** All facts of a slot are stale together, so a value that no fact has any more goes. */
function value(predicate: ValuePredicate): Step {
  const { name, type } = predicate;
  const chosen = (of: string, as: string) => `max(CASE WHEN f.chosen THEN f.${of} END) AS ${as}`;
  const parts = shown(predicate);
  return step(`MATCH (f:Fact {stale: true, predicate: '${name}'})-[:SUBJECT]->(e:Entity)
WITH e, ${[chosen('value', 'value'), ...parts.map(([suffix, of]) => chosen(of, `its${suffix}`))].join(', ')}
SET e.${name} = ${converted[type] ?? 'value'}, ${parts.map(([suffix]) => `e.${name}${suffix} = its${suffix}`).join(', ')}`);
}

/** What an event or gift tells of the fact that it happens: its own status and verdict. */
const happening = [
  ...['status', 'verdict', 'articles', 'sources', 'withdrawnOn'].map((name) => [name, name] as const),
  ['happensFact', 'id'],
] as const;

/** What we call things, and their values. */
export function nodes(vocabulary: Vocabulary): Section {
  const declared = [
    ...new Set(vocabulary.labels.flatMap((label) => label.declared.map(({ name }) => name))),
  ].filter((name) => !['aliases', 'weakAliases'].includes(name));
  const own = sameThings('m.id = e.id OR e.sameAs IS NULL');
  return {
    title: 'Nodes of the plain graph',
    statements: [
      told(
        'Words: of background knowledge, else of the first article that has some; aliases of all of them together.',
        `MATCH (e:Entity {stale: true})
CALL (e) {
  ${own}
  MATCH (m)<-[d:DECLARES]-(o:Owner)
  WITH o, d, m ORDER BY m.id, coalesce(o.publishedOn, ''), o.id
  RETURN ${declared.map((name) => `head(collect(d.${name})) AS ${name}`).join(', ')}, min(o.publishedOn) AS day
}
CALL (e, name) {
  ${own}
  MATCH (m)<-[d:DECLARES]-(:Owner)
  UNWIND CASE WHEN d.name IS NULL OR d.name = name THEN [] ELSE [d.name] END + coalesce(d.aliases, []) AS alias
  WITH DISTINCT alias ORDER BY alias RETURN collect(alias) AS aliases
}
CALL (e) {
  ${own}
  MATCH (m)<-[d:DECLARES]-(:Owner) UNWIND coalesce(d.weakAliases, []) AS alias
  WITH DISTINCT alias ORDER BY alias RETURN collect(alias) AS weak
}
SET ${declared.map((name) => `e.${name} = ${name}`).join(', ')}, e.aliases = aliases, e.weakAliases = weak, e.reportedOn = day`,
      ),
      step(`MATCH (f:Fact {stale: true, form: 'HAPPENS'})-[:SUBJECT]->(e:Entity)
WITH e, f, f.countsAs IS NULL AND f.status IS NOT NULL AS told
SET ${happening.map(([name, of]) => `e.${name} = CASE WHEN told THEN f.${of} END`).join(', ')}`),
      ...vocabulary.values.map(value),
    ],
  };
}

/** The index of names, and what is left over. */
export const index: Section = {
  title: 'Index of names: (Name {key})-[:NAMES {weak, mentions, reportedOn}]->(Entity)',
  statements: [
    step('MATCH (e:Entity {stale: true})<-[r:NAMES]-(k:Name) SET k.stale = true DELETE r'),
    told(
      'Rank 0 identifies, 1 merely may (a surname), 2 and 3 are what texts call it. A name of background is known from the start.',
      `MATCH (e:Entity {stale: true}) WHERE e.sameAs IS NULL
${sameThings()}
MATCH (m)<-[d:DECLARES]-(o:Owner)
UNWIND [k IN coalesce(d.keys, []) | {key: k, rank: 0, hits: 0}] + [k IN coalesce(d.weakKeys, []) | {key: k, rank: 1, hits: 0}]
  + [i IN range(0, size(coalesce(d.calledKeys, [])) - 1) | {key: d.calledKeys[i], rank: d.calledRanks[i], hits: d.calledCounts[i]}] AS called
WITH e, called.key AS key, min(called.rank) AS rank, sum(called.hits) AS mentions,
  min(CASE WHEN called.rank < 3 THEN coalesce(o.publishedOn, '') END) AS day
WHERE rank < 3
MERGE (k:Name {key: key})
CREATE (k)-[:NAMES {weak: rank > 0, mentions: mentions, reportedOn: CASE WHEN day <> '' THEN day END}]->(e)`,
    ),
    step(`MATCH (k:Name {stale: true})
CALL (k) { MATCH (k)-[r:NAMES]->(:Entity) RETURN count(r) AS n }
WITH k, n WHERE n = 0
DETACH DELETE k`),
  ],
};

/** The end: nothing is left that nobody says, and nothing is stale. */
export const rest: Section = {
  title: 'What nobody says any more is gone; nothing is stale',
  statements: [
    step(`MATCH (f:Fact {stale: true})
CALL (f) { MATCH (f)<-[r:SAYS]-() RETURN count(r) AS n }
WITH f, n WHERE n = 0
DETACH DELETE f`),
    ...['Name', 'Fact', 'Claim', 'Entity', 'Judgement', 'Owner'].map((label) =>
      step(`MATCH (n:${label} {stale: true}) REMOVE n.stale`),
    ),
  ],
};
