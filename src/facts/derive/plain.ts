import type { RelationPredicate, Vocabulary } from '../vocabulary.ts';
import { historyOfEdges } from './history.ts';
import { EVER } from './judge.ts';
import { copied, given, type Section, type Step, sameThings, step, told } from './section.ts';

/** What every relationship of the plain graph tells of its fact. */
const EDGE = [
  'basis',
  'status',
  'verdict',
  'articles',
  'sources',
  'reportedOn',
  'lastReportedOn',
  'since',
  'until',
  ...historyOfEdges,
];

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
  return step(`MATCH (f:Fact {stale: true, predicate: '${relation.name}', holds: true}) ${BOTH_ENDS}
MERGE ${merge} SET ${copied('r', 'f', [...relation.qualifiers.map(({ name }) => name), ...EDGE])}`);
}

/** The relationships that people browse. */
export function plainGraph(vocabulary: Vocabulary, qualifiers: readonly string[]): Section {
  return {
    title: 'The plain graph: what holds now has its own type, what held once is WAS_SAID',
    statements: [
      step(`MATCH (f:Fact {stale: true, form: 'RELATION', holds: false}) ${BOTH_ENDS}
MATCH (a)-[r]->(b) WHERE r.fact = f.id DELETE r`),
      step(`MATCH (f:Fact {stale: true, form: 'RELATION', holds: true}) ${BOTH_ENDS}
MATCH (a)-[r:WAS_SAID]->(b) WHERE r.fact = f.id DELETE r`),
      step(`MATCH (f:Fact {stale: true, form: 'RELATION', holds: false}) WHERE size(coalesce(f.since, [])) > 0
${BOTH_ENDS}
CREATE (a)-[r:WAS_SAID {fact: f.id}]->(b) SET ${copied('r', 'f', ['predicate', ...qualifiers, ...EDGE, 'withdrawnOn'])}`),
      ...vocabulary.relations.map((relation) => drawn(relation, vocabulary)),
    ],
  };
}

/** What we call things. */
export function nodes(vocabulary: Vocabulary): Section {
  const declared = [
    ...new Set(vocabulary.labels.flatMap((label) => label.declared.map(({ name }) => name))),
  ].filter((name) => !['aliases', 'weakAliases'].includes(name));
  const own = sameThings('e.sameAs IS NULL');
  const aliases = (unwound: string, name: string, days: string) => `CALL (e, name) {
  ${own}, name
  MATCH (m)<-[d:DECLARES]-(o:Owner)
  WITH coalesce(o.publishedOn, '${EVER}') + ' ' + o.id + ' ' + m.id + ' ' AS owner, ${unwound} AS said
  UNWIND range(0, size(said) - 1) AS i
  WITH said[i] AS alias, min(owner + substring(toString(1000 + i), 1)) AS first ORDER BY first
  RETURN collect(alias) AS ${name}, collect(substring(first, 0, 10)) AS ${days}
}`;
  const words = [...declared, 'aliases', 'aliasDays', 'weakAliases', 'weakAliasDays'].map(
    (name) => [name, name] as const,
  );
  return {
    title: 'Nodes of the plain graph',
    statements: [
      told(
        'Words: of background knowledge, else of the first article that has some; they never change later. Aliases of all of them\n// together, as first told (engines differ in the order of letters), aliases[i] since aliasDays[i]. What counts as another thing has\n// none of its own.',
        `MATCH (e:Entity {stale: true})
CALL (e) {
  ${own}
  MATCH (m)<-[d:DECLARES]-(o:Owner)
  WITH o, d, m ORDER BY coalesce(o.publishedOn, ''), o.id, m.id
  RETURN ${declared.map((name) => `head(collect(d.${name})) AS ${name}`).join(', ')}
}
${aliases('CASE WHEN d.name IS NULL OR d.name = name THEN [] ELSE [d.name] END + coalesce(d.aliases, [])', 'aliases', 'aliasDays')}
${aliases('coalesce(d.weakAliases, [])', 'weakAliases', 'weakAliasDays')}
SET ${given('e', words)}`,
      ),
    ],
  };
}

/** The index of names, and what is left over. */
export const index: Section = {
  title: 'Index of names: (Name {key})-[:NAMES {weak, identifiesOn, mentions, reportedOn}]->(Entity)',
  statements: [
    step('MATCH (e:Entity {stale: true})<-[r:NAMES]-(k:Name) SET k.stale = true DELETE r'),
    told(
      'Rank 0 identifies, 1 merely may (a surname), 2 and 3 are what texts call it, on mentionDays[i] mentionCounts[i] times. A name of\n// background is known from the start.',
      `MATCH (e:Entity {stale: true}) WHERE e.sameAs IS NULL
${sameThings()}
MATCH (m)<-[d:DECLARES]-(o:Owner)
UNWIND [k IN coalesce(d.keys, []) | {key: k, rank: 0, hits: 0}] + [k IN coalesce(d.weakKeys, []) | {key: k, rank: 1, hits: 0}]
  + [i IN range(0, size(coalesce(d.calledKeys, [])) - 1) | {key: d.calledKeys[i], rank: d.calledRanks[i], hits: d.calledCounts[i]}] AS called
WITH e, called.key AS key, coalesce(o.publishedOn, '${EVER}') AS said, min(called.rank) AS rank, sum(called.hits) AS hits,
  min(CASE WHEN called.rank < 3 THEN coalesce(o.publishedOn, '') END) AS first
WITH e, key, said, rank, hits, first ORDER BY said
WITH e, key, min(rank) AS rank, sum(hits) AS mentions, min(first) AS day, min(CASE WHEN rank = 0 THEN said END) AS identifiesOn,
  collect(CASE WHEN hits > 0 THEN said END) AS mentionDays, collect(CASE WHEN hits > 0 THEN hits END) AS mentionCounts
WHERE rank < 3
MERGE (k:Name {key: key})
CREATE (k)-[:NAMES {weak: rank > 0, identifiesOn: identifiesOn, mentions: mentions, mentionDays: mentionDays, mentionCounts: mentionCounts,
  reportedOn: CASE WHEN day <> '' THEN day END}]->(e)`,
    ),
    step(`MATCH (k:Name {stale: true})
CALL (k) { MATCH (k)-[r:NAMES]->(:Entity) RETURN count(r) AS n }
WITH k, n WHERE n = 0
REMOVE k.stale DETACH DELETE k`),
  ],
};

/** The end: nothing is left that nobody says, and nothing is stale. */
export const rest: Section = {
  title: 'What nobody says any more is gone; nothing is stale',
  statements: [
    step(`MATCH (f:Fact {stale: true})
CALL (f) { MATCH (f)<-[r:SAYS]-() RETURN count(r) AS n }
WITH f, n WHERE n = 0
REMOVE f.stale DETACH DELETE f`),
    ...['Name', 'Fact', 'Claim', 'Entity', 'Judgement', 'Owner'].map((label) =>
      step(`MATCH (n:${label} {stale: true}) REMOVE n.stale`),
    ),
  ],
};
