import type { Label, Vocabulary } from '../vocabulary.ts';
import { SAME_AS_MAX, type Section, type Step, step, told } from './section.ts';

/** That `e` is no thing which nouns name. */
const isNamed = (labels: readonly Label[]): string =>
  labels
    .filter(({ nouns }) => nouns)
    .map(({ name }) => ` AND NOT e:${name}`)
    .join('');

/** What an owner that came, changed or went makes stale, directly. */
export const staleByOwner = ({ labels }: Vocabulary): Section => ({
  title: 'What a stale owner says is stale',
  statements: [
    step('MATCH (o:Owner {stale: true}) SET o.reportedOn = o.publishedOn'),
    step(
      'MATCH (o:Owner {stale: true}) MATCH (c:Claim {owner: o.id}) SET c.stale = true, c.reportedOn = o.publishedOn',
    ),
    step('MATCH (o:Owner {stale: true})<-[:IN_ARTICLE]-(s:Sentence) SET s.reportedOn = o.publishedOn'),
    step('MATCH (o:Owner {stale: true})-[:DECLARES]->(e:Entity) SET e.stale = true'),
    step('MATCH (o:Owner {stale: true})-[:SAYS]->(f:Fact) SET f.stale = true'),
    step('MATCH (o:Owner {stale: true}) MATCH (j:Judgement {owner: o.id}) SET j.stale = true'),
    step(
      "MATCH (j:Judgement {stale: true, kind: 'REVOKES'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true",
    ),
    told(
      'A judgement that is revoked stays to be read, and counts no more.',
      `MATCH (j:Judgement {stale: true})
CALL (j) { MATCH (r:Judgement {target: j.id, kind: 'REVOKES'}) RETURN min(r.on) AS day }
SET j.revokedOn = day`,
    ),
    step('MATCH (j:Judgement {stale: true}) MATCH (c:Claim {id: j.target}) SET c.stale = true'),
    step('MATCH (j:Judgement {stale: true}) MATCH (c:Claim {id: j.by}) SET c.stale = true'),
    step(
      'MATCH (c:Claim {stale: true}) MATCH (j:Judgement {by: c.id}) MATCH (t:Claim {id: j.target}) SET t.stale = true',
    ),
    step(
      "MATCH (j:Judgement {stale: true, kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true",
    ),
    step(
      "MATCH (j:Judgement {stale: true, kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true",
    ),
    step(
      "MATCH (e:Entity {stale: true}) MATCH (j:Judgement {target: e.id, kind: 'SAME_AS'}) SET e.regroup = true",
    ),
    step(
      "MATCH (e:Entity {stale: true}) MATCH (j:Judgement {other: e.id, kind: 'SAME_AS'}) SET e.regroup = true",
    ),
    told(
      'How often an article calls a thing what, once for the article: the index of names adds these up. Rank 2 names it, rank 3\n// (a noun, whose holder changes: the leader, the city) only counts where something else names it so.',
      `MATCH (o:Owner {stale: true})-[d:DECLARES]->(e:Entity)
CALL (o, e) {
  MATCH (o)<-[:IN_ARTICLE]-(s:Sentence)-[m:MENTIONS]->(e)
  WHERE m.key IS NOT NULL AND m.kind <> 'PRONOUN'
  WITH m.key AS key, CASE WHEN m.kind = 'NOMINAL'${isNamed(labels)} THEN 3 ELSE 2 END AS rank, count(*) AS n ORDER BY key, rank
  RETURN collect(key) AS keys, collect(rank) AS ranks, collect(n) AS counts
}
SET d.calledKeys = keys, d.calledRanks = ranks, d.calledCounts = counts`,
    ),
  ],
});

/** What leads to things besides facts, and the properties that its owner gives it. */
const LINKS = [
  ['MENTIONS', ['start', 'end', 'kind', 'surface', 'key']],
  ['ATTRIBUTED_TO', ['basis', 'sourceText']],
  ['ABOUT', []],
] as const;

/** Of a thing that counts as another the links lead to that one, `via` the thing; where it counts as itself again, back. */
const moved = (things: string, where: string, [from, to, via]: readonly string[]): readonly Step[] =>
  LINKS.map(([type, properties]) => {
    const map = [...properties.map((name) => `${name}: r.${name}`), `via: ${via}`].join(', ');
    return step(`MATCH ${things} MATCH (${from})<-[r:${type}]-(n)${where}
CREATE (n)-[:${type} {${map}}]->(${to}) DELETE r`);
  });

/** Things that nobody declares, and things that a judgement makes one. */
export const things: Section = {
  title: 'Things: a thing is there while an owner declares it; those that are judged to be one form a group',
  statements: [
    step(`MATCH (e:Entity {stale: true})
CALL (e) { MATCH (e)<-[d:DECLARES]-(:Owner) RETURN count(d) AS n }
WITH e, n WHERE n = 0
SET e.gone = true`),
    step('MATCH (e:Entity {stale: true, gone: true})-[:SAME_AS]-(o:Entity) SET o.regroup = true'),
    told(
      'A group is what SAME_AS joins; its first id stands for all of it. Groups that change are made anew as a whole.',
      `MATCH (e:Entity {regroup: true})-[:SAME_AS*1..${SAME_AS_MAX}]-(m:Entity) SET m.regroup = true`,
    ),
    ...moved('(e:Entity {regroup: true})-[:COUNTS_AS]->(c:Entity)', ' WHERE r.via = e.id', [
      'c',
      'e',
      'null',
    ]),
    step('MATCH (e:Entity {regroup: true})-[x:COUNTS_AS]->(:Entity) DELETE x'),
    step('MATCH (e:Entity {stale: true, gone: true})<-[:NAMES]-(k:Name) SET k.stale = true'),
    step('MATCH (e:Entity {stale: true, gone: true})-[:WAS]->(s:State) DETACH DELETE s'),
    step('MATCH (e:Entity {stale: true, gone: true}) REMOVE e.stale, e.regroup DETACH DELETE e'),
    step('MATCH (e:Entity {regroup: true})-[r:SAME_AS]->(:Entity) DELETE r'),
    step(`MATCH (e:Entity {regroup: true}) MATCH (j:Judgement {target: e.id, kind: 'SAME_AS'}) WHERE j.revokedOn IS NULL
MATCH (o:Entity {id: j.other})
MERGE (e)-[:SAME_AS]->(o) SET o.regroup = true`),
    step(`MATCH (e:Entity {regroup: true}) MATCH (j:Judgement {other: e.id, kind: 'SAME_AS'}) WHERE j.revokedOn IS NULL
MATCH (t:Entity {id: j.target})
MERGE (t)-[:SAME_AS]->(e) SET t.regroup = true`),
    step(`MATCH (e:Entity {regroup: true})-[:SAME_AS*1..${SAME_AS_MAX}]-(m:Entity) SET m.regroup = true`),
    step(`MATCH (e:Entity {regroup: true})
CALL (e) { MATCH (e)-[:SAME_AS*0..${SAME_AS_MAX}]-(m:Entity) RETURN min(m.id) AS first }
SET e.sameAs = CASE WHEN first <> e.id THEN first END, e.stale = true`),
    step(`MATCH (e:Entity {regroup: true}) WHERE e.sameAs IS NOT NULL
WITH e, e.sameAs AS id
MATCH (c:Entity {id: id})
MERGE (e)-[:COUNTS_AS]->(c)`),
    ...moved('(e:Entity {stale: true})-[:COUNTS_AS]->(c:Entity)', '', ['e', 'c', 'e.id']),
    step('MATCH (e:Entity {regroup: true})<-[:SUBJECT]-(f:Fact) SET f.stale = true'),
    step('MATCH (e:Entity {regroup: true})<-[:OBJECT]-(f:Fact) SET f.stale = true'),
    step('MATCH (e:Entity {regroup: true})<-[:ATTRIBUTED_TO]-(c:Claim) SET c.stale = true'),
    step('MATCH (e:Entity {regroup: true}) REMOVE e.regroup'),
  ],
};

/** What is the same of a date whoever says it. */
const OF_DATES = [
  ...['precision', 'sortKey', 'words', 'uncertain', 'approximate'],
  ...['start', 'startInexact', 'end', 'endInexact'],
];

/** What is said of one thing of a group counts as said of the thing that stands for the group. */
export function countsAs(qualifiers: readonly string[]): Section {
  const copied = ['form', 'predicate', 'value', ...OF_DATES, 'qualifier', ...qualifiers];
  return {
    title: 'Facts of a thing that is judged to be another count as facts of that one',
    statements: [
      step('MATCH (c:Claim {stale: true})-[:SAYS]->(f:Fact) SET f.stale = true'),
      step(
        'MATCH (f:Fact {stale: true})-[:COUNTS_AS]->(c:Fact) MATCH (c)<-[r:SAYS]-() WHERE r.via = f.id DELETE r',
      ),
      step('MATCH (f:Fact {stale: true})-[x:COUNTS_AS]->(c:Fact) SET c.stale = true DELETE x'),
      step(`MATCH (f:Fact {stale: true})-[:SUBJECT]->(a:Entity)
WITH f, coalesce(a.sameAs, a.id) AS subject
CALL (f) { MATCH (f)-[:OBJECT]->(b:Entity) RETURN max(coalesce(b.sameAs, b.id)) AS object }
WITH f, subject, 'fact:' + subject + '|' + f.predicate + coalesce('|' + coalesce(object, f.value), '') + coalesce('|' + f.qualifier, '') AS id
SET f.countsAs = CASE WHEN id <> f.id THEN id END, f.countsOf = CASE WHEN id <> f.id THEN subject END`),
      step(`MATCH (f:Fact {stale: true}) WHERE f.countsAs IS NOT NULL
WITH f, f.countsAs AS id, f.countsOf AS subject
MATCH (a:Entity {id: subject})
MERGE (c:Fact {id: id}) ON CREATE SET c.slot = subject + '|' + f.predicate, ${copied.map((name) => `c.${name} = f.${name}`).join(', ')}
SET c.stale = true
MERGE (c)-[:SUBJECT]->(a)
MERGE (f)-[:COUNTS_AS]->(c)`),
      step('MATCH (f:Fact {stale: true}) REMOVE f.countsOf'),
      step(`MATCH (f:Fact {stale: true})-[:COUNTS_AS]->(c:Fact) MATCH (f)-[:OBJECT]->(b:Entity)
WITH c, coalesce(b.sameAs, b.id) AS object
MATCH (b:Entity {id: object})
MERGE (c)-[:OBJECT]->(b)`),
      step(`MATCH (f:Fact {stale: true})-[:COUNTS_AS]->(c:Fact) MATCH (f)<-[r:SAYS]-(w) WHERE r.via IS NULL
CREATE (w)-[:SAYS {via: f.id, basis: r.basis, text: r.text, earliest: r.earliest, latest: r.latest, earliestDay: r.earliestDay, latestDay: r.latestDay}]->(c)`),
      step(
        'MATCH (f:Fact {stale: true})-[:COUNTS_AS]->(c:Fact) MATCH (c)<-[:SAYS]-(w:Claim) SET w.stale = true',
      ),
    ],
  };
}
