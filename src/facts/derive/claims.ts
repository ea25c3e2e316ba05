import { NEVER } from './judge.ts';
import { type Section, type Step, step, told } from './section.ts';

/** What claims do to others, as relationships between them; of two judgements that differ in their predicate each its own. */
const drawn = (kind: string): Step[] => [
  step(`MATCH (c:Claim {stale: true})<-[r:${kind}]-(:Claim) DELETE r`),
  step(`MATCH (c:Claim {stale: true}) MATCH (j:Judgement {target: c.id, kind: '${kind}'}) WHERE j.revokedOn IS NULL
MATCH (b:Claim {id: j.by})
MERGE (b)-[r:${kind} {judgement: j.id}]->(c) SET r.on = j.on, r.predicate = j.predicate`),
];

/** The first day of judgements of these kinds on what `c` says of `f`. */
const firstDay = (kinds: string, key: 'target' | 'by', name: string): string =>
  `CALL (c, f) { MATCH (j:Judgement {${key}: c.id}) WHERE j.kind IN [${kinds}] AND j.revokedOn IS NULL AND coalesce(j.predicate, f.predicate) = f.predicate RETURN min(j.on) AS ${name} }`;

const AGAINST = "'RETRACTS', 'CORRECTS', 'WITHDRAWS'";

/** That a judgement takes back what a contradiction is on. */
const AGAINST_IT = `WHERE j.kind IN [${AGAINST}] AND j.revokedOn IS NULL AND coalesce(j.predicate, x.predicate) = x.predicate`;

/** The earlier of two days, of which either may be none. */
const earlier = (a: string, b: string): string =>
  `CASE WHEN ${a} IS NULL OR ${b} < ${a} THEN ${b} ELSE ${a} END`;

/** Of claims: whose word they are, and how much each thing that they say counts, since when. */
export const claims: Section = {
  title: 'Claims: rank, since when, and whose word they are',
  statements: [
    told(
      "Whose word a claim is: those it is attributed to, else the article's own.",
      `MATCH (c:Claim {stale: true})
MATCH (o:Owner {id: c.owner})
CALL (c) { MATCH (c)-[:ATTRIBUTED_TO]->(e:Entity) WITH coalesce(e.sameAs, e.id) AS id ORDER BY id RETURN collect(DISTINCT id) AS named }
SET c.sources = CASE WHEN size(named) > 0 THEN named ELSE ['byline:' + coalesce(o.byline, o.id)] END`,
    ),
    told(
      'What is taken back or judged wrong is DEPRECATED from that day on; what corrects another, or is judged better, PREFERRED.\n// A judgement that names a predicate is on what the claim says of that predicate alone.',
      `MATCH (c:Claim {stale: true})
CALL (c) { MATCH (j:Judgement {target: c.id}) WHERE j.predicate IS NULL AND j.revokedOn IS NULL AND j.kind IN [${AGAINST}] RETURN min(j.on) AS withdrawnOn }
CALL (c) { MATCH (j:Judgement {target: c.id}) WHERE j.predicate IS NULL AND j.revokedOn IS NULL AND j.kind = 'PREFERS' RETURN min(j.on) AS prefersOn }
CALL (c) { MATCH (j:Judgement {by: c.id}) WHERE j.predicate IS NULL AND j.revokedOn IS NULL AND j.kind = 'CORRECTS' RETURN min(j.on) AS correctsOn }
WITH c, withdrawnOn, ${earlier('correctsOn', 'prefersOn')} AS preferredOn
SET c.withdrawnOn = withdrawnOn, c.preferredOn = preferredOn,
  c.rank = CASE WHEN withdrawnOn IS NOT NULL THEN 'DEPRECATED' WHEN preferredOn IS NOT NULL THEN 'PREFERRED' ELSE 'NORMAL' END`,
    ),
    step(`MATCH (c:Claim {stale: true})-[r:SAYS]->(f:Fact)
${firstDay(AGAINST, 'target', 'withdrawnOn')}
${firstDay("'PREFERS'", 'target', 'prefersOn')}
${firstDay("'CORRECTS'", 'by', 'correctsOn')}
WITH r, withdrawnOn, ${earlier('correctsOn', 'prefersOn')} AS preferredOn
SET r.withdrawnOn = withdrawnOn, r.preferredOn = preferredOn,
  r.rank = CASE WHEN withdrawnOn IS NOT NULL THEN 'DEPRECATED' WHEN preferredOn IS NOT NULL THEN 'PREFERRED' ELSE 'NORMAL' END`),
    ...['RETRACTS', 'CORRECTS', 'CONTRADICTS'].flatMap(drawn),
    told(
      'Two claims contradict each other until one of them takes back what it says of that.',
      `MATCH (c:Claim {stale: true})<-[x:CONTRADICTS]-(b:Claim)
CALL (c, x) { MATCH (j:Judgement {target: c.id}) ${AGAINST_IT} RETURN min(j.on) AS one }
CALL (b, x) { MATCH (j:Judgement {target: b.id}) ${AGAINST_IT} RETURN min(j.on) AS other }
WITH x, coalesce(one, '${NEVER}') AS one, coalesce(other, '${NEVER}') AS other
SET x.until = CASE WHEN one < other THEN one ELSE other END`,
    ),
  ],
};
