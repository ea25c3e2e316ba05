import type { Statement } from '../../src/store/store.ts';

/**
 * Facts of things and relationships that a test wrote straight into the graph, as the claims in their `claims` would have made
 * them: for graphs that are too large or too odd to be told by scripts.
 */
export const said: readonly Statement[] = [
  `MATCH (n:Entity) WHERE (n:Event OR n:Gift) AND n.fact IS NULL
   WITH n, 'fact:' + n.id + '|happens' AS id, coalesce(n.status, 'OCCURRED') AS status, coalesce(n.reportedOn, '2020-01-01') AS day
   MERGE (f:Fact {id: id})
   SET f += {predicate: 'happens', form: 'HAPPENS', status: status, basis: 'STATED', holds: true, reportedOn: day, since: [day], until: ['9999-12-31'],
     verdict: 'SINGLE_SOURCE', articles: 1, sources: 1, slot: n.id + '|happens'}
   SET n += {fact: id, status: status, verdict: 'SINGLE_SOURCE', articles: 1, sources: 1}
   MERGE (f)-[:SUBJECT]->(n)`,
  `MATCH (a:Entity)-[r]->(b:Entity) WHERE r.fact IS NULL
   WITH a, r, b, 'fact:' + a.id + '|' + type(r) + '|' + b.id + coalesce('|' + coalesce(r.role, r.title), '') AS id,
     coalesce(b.reportedOn, a.reportedOn, '2020-01-01') AS day
   SET r += {fact: id, status: 'OCCURRED', reportedOn: day, since: [day], until: ['9999-12-31'], verdict: 'SINGLE_SOURCE', articles: 1, sources: 1}
   MERGE (f:Fact {id: id})
   SET f += {predicate: type(r), form: 'RELATION', status: 'OCCURRED', basis: coalesce(r.basis, 'STATED'), holds: true, reportedOn: day,
     since: [day], until: ['9999-12-31'], verdict: 'SINGLE_SOURCE', articles: 1, sources: 1, slot: a.id + '|' + type(r),
     role: r.role, title: r.title, qualifier: coalesce(r.role, r.title)}
   MERGE (f)-[:SUBJECT]->(a) MERGE (f)-[:OBJECT]->(b)
   WITH f, r UNWIND coalesce(r.claims, []) AS claimId
   MATCH (c:Claim {id: claimId}) MERGE (c)-[s:SAYS]->(f) SET s.basis = coalesce(r.basis, 'STATED')`,
].map((text) => ({ text, parameters: {} }));
