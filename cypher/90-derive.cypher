// 90-derive: everything that follows from what owners say. Works on what is stale, and on nothing else; run it after every
// change. Printed from the predicates of schema.graphql (`npm run derive`); every statement stands alone, without parameters.

// ---- 1. What a stale owner says is stale --------------------------------------------------------------------------

MATCH (o:Owner {stale: true}) SET o.reportedOn = o.publishedOn;
MATCH (o:Owner {stale: true}) MATCH (c:Claim {owner: o.id}) SET c.stale = true, c.reportedOn = o.publishedOn;
MATCH (o:Owner {stale: true})<-[:IN_ARTICLE]-(s:Sentence) SET s.reportedOn = o.publishedOn;
MATCH (o:Owner {stale: true})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (o:Owner {stale: true})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (o:Owner {stale: true}) MATCH (j:Judgement {owner: o.id}) SET j.stale = true;
MATCH (j:Judgement {stale: true, kind: 'REVOKES'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
// A judgement that is revoked stays to be read, and counts no more.
MATCH (j:Judgement {stale: true})
CALL (j) { MATCH (r:Judgement {target: j.id, kind: 'REVOKES'}) RETURN min(r.on) AS day }
SET j.revokedOn = day;
MATCH (j:Judgement {stale: true}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {stale: true}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (c:Claim {stale: true}) MATCH (j:Judgement {by: c.id}) MATCH (t:Claim {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {stale: true, kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {stale: true, kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (e:Entity {stale: true}) MATCH (j:Judgement {target: e.id, kind: 'SAME_AS'}) SET e.regroup = true;
MATCH (e:Entity {stale: true}) MATCH (j:Judgement {other: e.id, kind: 'SAME_AS'}) SET e.regroup = true;
// How often an article calls a thing what, once for the article: the index of names adds these up. Rank 2 names it, rank 3
// (a noun, whose holder changes: the leader, the city) only counts where something else names it so.
MATCH (o:Owner {stale: true})-[d:DECLARES]->(e:Entity)
CALL (o, e) {
  MATCH (o)<-[:IN_ARTICLE]-(s:Sentence)-[m:MENTIONS]->(e)
  WHERE m.key IS NOT NULL AND m.kind <> 'PRONOUN'
  WITH m.key AS key, CASE WHEN m.kind = 'NOMINAL' AND NOT e:Event THEN 3 ELSE 2 END AS rank, count(*) AS n ORDER BY key, rank
  RETURN collect(key) AS keys, collect(rank) AS ranks, collect(n) AS counts
}
SET d.calledKeys = keys, d.calledRanks = ranks, d.calledCounts = counts;

// ---- 2. Things: a thing is there while an owner declares it; those that are judged to be one form a group ---------

MATCH (e:Entity {stale: true})
CALL (e) { MATCH (e)<-[d:DECLARES]-(:Owner) RETURN count(d) AS n }
WITH e, n WHERE n = 0
SET e.gone = true;
MATCH (e:Entity {stale: true, gone: true})-[:SAME_AS]-(o:Entity) SET o.regroup = true;
MATCH (e:Entity {stale: true, gone: true})<-[:NAMES]-(k:Name) SET k.stale = true;
MATCH (e:Entity {stale: true, gone: true}) DETACH DELETE e;
// A group is what SAME_AS joins; its first id stands for all of it. Groups that change are made anew as a whole.
MATCH (e:Entity {regroup: true})-[:SAME_AS*1..8]-(m:Entity) SET m.regroup = true;
MATCH (e:Entity {regroup: true})-[r:SAME_AS]->(:Entity) DELETE r;
MATCH (e:Entity {regroup: true}) MATCH (j:Judgement {target: e.id, kind: 'SAME_AS'}) WHERE j.revokedOn IS NULL
MATCH (o:Entity {id: j.other})
MERGE (e)-[:SAME_AS]->(o) SET o.regroup = true;
MATCH (e:Entity {regroup: true}) MATCH (j:Judgement {other: e.id, kind: 'SAME_AS'}) WHERE j.revokedOn IS NULL
MATCH (t:Entity {id: j.target})
MERGE (t)-[:SAME_AS]->(e) SET t.regroup = true;
MATCH (e:Entity {regroup: true})-[:SAME_AS*1..8]-(m:Entity) SET m.regroup = true;
MATCH (e:Entity {regroup: true})
CALL (e) { MATCH (e)-[:SAME_AS*0..8]-(m:Entity) RETURN min(m.id) AS first }
SET e.sameAs = CASE WHEN first <> e.id THEN first END, e.stale = true;
MATCH (e:Entity {regroup: true})<-[:SUBJECT]-(f:Fact) SET f.stale = true;
MATCH (e:Entity {regroup: true})<-[:OBJECT]-(f:Fact) SET f.stale = true;
MATCH (e:Entity {regroup: true})<-[:ATTRIBUTED_TO]-(c:Claim) SET c.stale = true;
MATCH (e:Entity {regroup: true}) REMOVE e.regroup;

// ---- 3. Facts of a thing that is judged to be another count as facts of that one ----------------------------------

MATCH (c:Claim {stale: true})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (f:Fact {stale: true})-[:COUNTS_AS]->(c:Fact) MATCH (c)<-[r:SAYS]-() WHERE r.via = f.id DELETE r;
MATCH (f:Fact {stale: true})-[x:COUNTS_AS]->(c:Fact) SET c.stale = true DELETE x;
MATCH (f:Fact {stale: true})-[:SUBJECT]->(a:Entity)
WITH f, coalesce(a.sameAs, a.id) AS subject
CALL (f) { MATCH (f)-[:OBJECT]->(b:Entity) RETURN max(coalesce(b.sameAs, b.id)) AS object }
WITH f, subject, 'fact:' + subject + '|' + f.predicate + coalesce('|' + coalesce(object, f.value), '') + coalesce('|' + f.qualifier, '') AS id
SET f.countsAs = CASE WHEN id <> f.id THEN id END, f.countsOf = CASE WHEN id <> f.id THEN subject END;
MATCH (f:Fact {stale: true}) WHERE f.countsAs IS NOT NULL
WITH f, f.countsAs AS id, f.countsOf AS subject
MATCH (a:Entity {id: subject})
MERGE (c:Fact {id: id}) ON CREATE SET c.slot = subject + '|' + f.predicate, c.form = f.form, c.predicate = f.predicate, c.value = f.value, c.precision = f.precision, c.qualifier = f.qualifier, c.role = f.role, c.title = f.title
SET c.stale = true
MERGE (c)-[:SUBJECT]->(a)
MERGE (f)-[:COUNTS_AS]->(c);
MATCH (f:Fact {stale: true}) REMOVE f.countsOf;
MATCH (f:Fact {stale: true})-[:COUNTS_AS]->(c:Fact) MATCH (f)-[:OBJECT]->(b:Entity)
WITH c, coalesce(b.sameAs, b.id) AS object
MATCH (b:Entity {id: object})
MERGE (c)-[:OBJECT]->(b);
MATCH (f:Fact {stale: true})-[:COUNTS_AS]->(c:Fact) MATCH (f)<-[r:SAYS]-(w) WHERE r.via IS NULL
CREATE (w)-[:SAYS {via: f.id, basis: r.basis, text: r.text, earliest: r.earliest, latest: r.latest, from: r.from, to: r.to}]->(c);
MATCH (f:Fact {stale: true})-[:COUNTS_AS]->(c:Fact) MATCH (c)<-[:SAYS]-(w:Claim) SET w.stale = true;

// ---- 4. Claims: rank, since when, and whose word they are ---------------------------------------------------------

// Whose word a claim is: those it is attributed to, else the article's own.
MATCH (c:Claim {stale: true})
MATCH (o:Owner {id: c.owner})
CALL (c) { MATCH (c)-[:ATTRIBUTED_TO]->(e:Entity) WITH coalesce(e.sameAs, e.id) AS id ORDER BY id RETURN collect(DISTINCT id) AS named }
SET c.sources = CASE WHEN size(named) > 0 THEN named ELSE ['byline:' + coalesce(o.byline, o.id)] END;
// What is taken back or judged wrong is DEPRECATED from that day on; what corrects another, or is judged better, PREFERRED.
// A judgement that names a predicate is on what the claim says of that predicate alone.
MATCH (c:Claim {stale: true})
CALL (c) { MATCH (j:Judgement {target: c.id}) WHERE j.predicate IS NULL AND j.revokedOn IS NULL AND j.kind IN ['RETRACTS', 'CORRECTS', 'WITHDRAWS'] RETURN min(j.on) AS withdrawnOn }
CALL (c) { MATCH (j:Judgement {target: c.id}) WHERE j.predicate IS NULL AND j.revokedOn IS NULL AND j.kind = 'PREFERS' RETURN min(j.on) AS preferredOn }
SET c.withdrawnOn = withdrawnOn,
  c.rank = CASE WHEN withdrawnOn IS NOT NULL THEN 'DEPRECATED' WHEN preferredOn IS NOT NULL THEN 'PREFERRED' ELSE 'NORMAL' END;
MATCH (c:Claim {stale: true})-[r:SAYS]->(f:Fact)
CALL (c, f) { MATCH (j:Judgement {target: c.id}) WHERE j.kind IN ['RETRACTS', 'CORRECTS', 'WITHDRAWS'] AND j.revokedOn IS NULL AND coalesce(j.predicate, f.predicate) = f.predicate RETURN min(j.on) AS withdrawnOn }
CALL (c, f) { MATCH (j:Judgement {target: c.id}) WHERE j.kind IN ['PREFERS'] AND j.revokedOn IS NULL AND coalesce(j.predicate, f.predicate) = f.predicate RETURN min(j.on) AS preferredOn }
CALL (c, f) { MATCH (j:Judgement {by: c.id}) WHERE j.kind IN ['CORRECTS'] AND j.revokedOn IS NULL AND coalesce(j.predicate, f.predicate) = f.predicate RETURN min(j.on) AS correctsOn }
SET r.withdrawnOn = withdrawnOn, r.preferredOn = coalesce(correctsOn, preferredOn),
  r.rank = CASE WHEN withdrawnOn IS NOT NULL THEN 'DEPRECATED' WHEN coalesce(correctsOn, preferredOn) IS NOT NULL THEN 'PREFERRED' ELSE 'NORMAL' END;
MATCH (c:Claim {stale: true})<-[r:RETRACTS]-(:Claim) DELETE r;
MATCH (c:Claim {stale: true}) MATCH (j:Judgement {target: c.id, kind: 'RETRACTS'}) WHERE j.revokedOn IS NULL
MATCH (b:Claim {id: j.by})
MERGE (b)-[r:RETRACTS]->(c) SET r.on = j.on;
MATCH (c:Claim {stale: true})<-[r:CORRECTS]-(:Claim) DELETE r;
MATCH (c:Claim {stale: true}) MATCH (j:Judgement {target: c.id, kind: 'CORRECTS'}) WHERE j.revokedOn IS NULL
MATCH (b:Claim {id: j.by})
MERGE (b)-[r:CORRECTS]->(c) SET r.on = j.on, r.predicate = j.predicate;
MATCH (c:Claim {stale: true})<-[r:CONTRADICTS]-(:Claim) DELETE r;
MATCH (c:Claim {stale: true}) MATCH (j:Judgement {target: c.id, kind: 'CONTRADICTS'}) WHERE j.revokedOn IS NULL
MATCH (b:Claim {id: j.by})
MERGE (b)-[r:CONTRADICTS]->(c) SET r.on = j.on, r.predicate = j.predicate;

// ---- 5. Facts that have to be judged anew: said by a stale claim, contradicted by one, or a value beside a stale value ----

MATCH (c:Claim {stale: true})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (c:Claim {stale: true})-[:CONTRADICTS]-(o:Claim) MATCH (o)-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (f:Fact {stale: true, form: 'VALUE'}) WITH f.slot AS slot MATCH (g:Fact {slot: slot}) SET g.stale = true;

// ---- 6. Facts: who says so, how surely, since when, who denies it -------------------------------------------------

MATCH (f:Fact {stale: true})
CALL (f) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE r.rank <> 'DEPRECATED' AND c.status <> 'DENIED'
  RETURN max(c.reportedOn) AS last, max(CASE r.basis WHEN 'STATED' THEN 2 ELSE 1 END) AS basis,
    max(CASE r.rank WHEN 'PREFERRED' THEN 10 ELSE 0 END + CASE c.status WHEN 'OCCURRED' THEN 8 WHEN 'ONGOING' THEN 7 WHEN 'HABITUAL' THEN 6 WHEN 'PLANNED' THEN 5 WHEN 'EXPECTED' THEN 4 WHEN 'REQUESTED' THEN 3 WHEN 'SPECULATED' THEN 2 WHEN 'DOUBTED' THEN 1 ELSE 0 END) AS sure
}
CALL (f) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE r.rank <> 'DEPRECATED' AND c.status <> 'DENIED'
  UNWIND c.sources AS voice
  WITH c.owner AS owner, collect(DISTINCT voice) AS voices
  WITH owner, [v IN voices WHERE v STARTS WITH 'byline:'] AS own, voices
  WITH owner, CASE WHEN size(own) > 0 THEN [own[0]] ELSE voices END AS voices ORDER BY size(voices), owner
  WITH collect(voices) AS told
  RETURN size(told) AS articles, size([x IN reduce(seen = [], v IN told | CASE WHEN any(y IN v WHERE y IN seen) THEN seen ELSE seen + v + ['#'] END) WHERE x = '#']) AS sources
}
CALL (f) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE r.rank <> 'DEPRECATED' AND c.status = 'DENIED'
  UNWIND c.sources AS voice
  WITH c.owner AS owner, collect(DISTINCT voice) AS voices
  WITH owner, [v IN voices WHERE v STARTS WITH 'byline:'] AS own, voices
  WITH owner, CASE WHEN size(own) > 0 THEN [own[0]] ELSE voices END AS voices ORDER BY size(voices), owner
  WITH collect(voices) AS told
  RETURN size(told) AS deniedBy, size([x IN reduce(seen = [], v IN told | CASE WHEN any(y IN v WHERE y IN seen) THEN seen ELSE seen + v + ['#'] END) WHERE x = '#']) AS deniers
}
CALL (f) { MATCH (f)<-[r:SAYS]-(c:Claim) WHERE r.rank <> 'DEPRECATED' AND c.status = 'DENIED' RETURN min(c.reportedOn) AS deniedOn }
CALL (f) { MATCH (f)<-[r:SAYS]-(c:Claim) WHERE c.status <> 'DENIED' RETURN min(c.reportedOn) AS first, max(r.withdrawnOn) AS withdrawnOn }
CALL (f) { MATCH (f)<-[:SAYS]-(o:Owner) RETURN count(o) AS background }
SET f.articles = articles, f.sources = sources, f.deniers = deniers,
  f.holds = f.countsAs IS NULL AND articles + background > 0,
  f.weight = coalesce(sure % 10, 0), f.preferred = coalesce(sure >= 10, false),
  f.basis = CASE WHEN basis = 2 THEN 'STATED' WHEN basis = 1 THEN 'IMPLIED' WHEN background > 0 THEN 'BACKGROUND' END,
  f.reportedOn = CASE WHEN background = 0 THEN coalesce(first, deniedOn) END, f.lastReportedOn = last, f.deniedOn = deniedOn,
  f.withdrawnOn = CASE WHEN articles + background = 0 THEN withdrawnOn END,
  f.status = CASE WHEN articles > 0 THEN ['DOUBTED', 'SPECULATED', 'REQUESTED', 'EXPECTED', 'PLANNED', 'HABITUAL', 'ONGOING', 'OCCURRED'][sure % 10 - 1] WHEN background > 0 THEN 'ONGOING'
    WHEN first IS NOT NULL THEN 'WITHDRAWN' WHEN deniers > 0 THEN 'DENIED' END;

// ---- 7. Verdict: what is said with the same certainty and cannot both be true is disputed -------------------------

MATCH (f:Fact {stale: true, predicate: 'date'})
CALL (f) {
  MATCH (f)<-[r:SAYS]-(w)
  WITH r ORDER BY CASE WHEN coalesce(r.rank, '') = 'DEPRECATED' OR coalesce(w.status, '') = 'DENIED' THEN 1 ELSE 0 END, r.from DESC, r.earliest
  RETURN head(collect(r.from)) AS from, head(collect(r.earliest)) AS earliest
}
CALL (f) {
  MATCH (f)<-[r:SAYS]-(w)
  WITH r ORDER BY CASE WHEN coalesce(r.rank, '') = 'DEPRECATED' OR coalesce(w.status, '') = 'DENIED' THEN 1 ELSE 0 END, r.to, r.latest
  RETURN head(collect(r.to)) AS to, head(collect(r.latest)) AS latest
}
CALL (f) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE r.text IS NOT NULL AND r.rank <> 'DEPRECATED' AND c.status <> 'DENIED'
  WITH r.text AS text ORDER BY c.reportedOn, c.id RETURN head(collect(text)) AS text
}
SET f.from = from, f.to = to, f.earliest = earliest, f.latest = latest, f.text = text;
MATCH (f:Fact {stale: true, predicate: 'endDate'})
CALL (f) {
  MATCH (f)<-[r:SAYS]-(w)
  WITH r ORDER BY CASE WHEN coalesce(r.rank, '') = 'DEPRECATED' OR coalesce(w.status, '') = 'DENIED' THEN 1 ELSE 0 END, r.from DESC, r.earliest
  RETURN head(collect(r.from)) AS from, head(collect(r.earliest)) AS earliest
}
CALL (f) {
  MATCH (f)<-[r:SAYS]-(w)
  WITH r ORDER BY CASE WHEN coalesce(r.rank, '') = 'DEPRECATED' OR coalesce(w.status, '') = 'DENIED' THEN 1 ELSE 0 END, r.to, r.latest
  RETURN head(collect(r.to)) AS to, head(collect(r.latest)) AS latest
}
CALL (f) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE r.text IS NOT NULL AND r.rank <> 'DEPRECATED' AND c.status <> 'DENIED'
  WITH r.text AS text ORDER BY c.reportedOn, c.id RETURN head(collect(text)) AS text
}
SET f.from = from, f.to = to, f.earliest = earliest, f.latest = latest, f.text = text;
// Exact values compete by being others, dates by having no day in common, wordings not at all. A plan and what became of
// it do not compete.
MATCH (f:Fact {stale: true})
WITH f, CASE WHEN f.form = 'VALUE' THEN f.slot ELSE '' END AS slot
CALL (f, slot) {
  MATCH (g:Fact {slot: slot})
  WHERE f.predicate IN ['date', 'endDate', 'ordinal', 'quantity']
    AND g.id <> f.id AND g.holds AND (g.weight >= 6) = (f.weight >= 6)
    AND (f.precision IS NULL OR g.to < f.from OR g.from > f.to)
  RETURN count(g) AS rivals
}
CALL (f) {
  MATCH (f)<-[r:SAYS]-(c:Claim)-[x:CONTRADICTS]-(d:Claim)
  WHERE x.predicate = f.predicate AND r.rank <> 'DEPRECATED' AND d.rank <> 'DEPRECATED'
  RETURN count(d) AS against
}
SET f.verdict = CASE WHEN f.countsAs IS NOT NULL THEN null WHEN f.status = 'WITHDRAWN' THEN 'WITHDRAWN'
  WHEN f.status IS NULL OR f.basis = 'BACKGROUND' AND f.deniers = 0 THEN null
  WHEN f.holds AND f.deniers + rivals + against > 0 THEN 'DISPUTED'
  WHEN f.holds AND f.sources > 1 OR NOT f.holds AND f.deniers > 1 THEN 'AGREED' ELSE 'SINGLE_SOURCE' END;
// Of several values the first one stands: preferred, then surest, then told first. A finer date inside it takes its place.
MATCH (f:Fact {stale: true, form: 'VALUE'})
WITH DISTINCT f.slot AS slot
CALL (slot) {
  MATCH (g:Fact {slot: slot}) WHERE g.holds
  WITH g ORDER BY g.preferred DESC, g.weight DESC, coalesce(g.reportedOn, ''), g.id
  RETURN head(collect(g.id)) AS base, head(collect(g.weight)) AS weight,
    head(collect(coalesce(g.from, -9000000000000000))) AS from, head(collect(coalesce(g.to, 9000000000000000))) AS to
}
CALL (slot, base, weight, from, to) {
  MATCH (g:Fact {slot: slot})
  WHERE g.id = base OR g.holds AND g.precision IS NOT NULL AND (g.weight >= 6) = (weight >= 6)
    AND coalesce(g.from, -9000000000000000) >= from AND coalesce(g.to, 9000000000000000) <= to
  WITH g, coalesce(g.from, -9000000000000000) AS low, coalesce(g.to, 9000000000000000) AS high
  ORDER BY high - low, CASE WHEN g.id = base THEN 0 ELSE 1 END, coalesce(g.reportedOn, ''), g.id
  RETURN head(collect(g.id)) AS best, head(collect(low)) AS low, head(collect(high)) AS high
}
MATCH (g:Fact {slot: slot})
SET g.chosen = CASE WHEN g.id = best THEN true END,
  g.refinedBy = CASE WHEN g.id <> best AND g.holds AND g.precision IS NOT NULL
    AND coalesce(g.from, -9000000000000000) <= low AND coalesce(g.to, 9000000000000000) >= high THEN best END;

// ---- 8. The plain graph: only what holds now ----------------------------------------------------------------------

MATCH (f:Fact {stale: true, form: 'RELATION', holds: false}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MATCH (a)-[r]->(b) WHERE r.fact = f.id DELETE r;
MATCH (f:Fact {stale: true, predicate: 'HOLDS_OFFICE', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:HOLDS_OFFICE {fact: f.id}]->(b) SET r.title = f.title, r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'GAVE', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (b)<-[r:GAVE {fact: f.id}]-(a) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'GIVEN_TO', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:GIVEN_TO {fact: f.id}]->(b) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'INVOLVED_IN', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (b)<-[r:INVOLVED_IN {fact: f.id}]-(a) SET r.role = f.role, r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'PARENT_OF', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:PARENT_OF {fact: f.id}]->(b) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'MADE_IN', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:MADE_IN {fact: f.id}]->(b) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'LOCATED_IN', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:LOCATED_IN {fact: f.id}]->(b) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'REPRESENTS', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:REPRESENTS {fact: f.id}]->(b) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'HAS_PLACE', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:HAS_PLACE {fact: f.id}]->(b) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'GIVEN_DURING', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:GIVEN_DURING {fact: f.id}]->(b) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'PART_OF', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:PART_OF {fact: f.id}]->(b) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'BEFORE', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:BEFORE {fact: f.id}]->(b) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'CONCERNS', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:CONCERNS {fact: f.id}]->(b) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'IN_RETURN_FOR', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:IN_RETURN_FOR {fact: f.id}]->(b) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;
MATCH (f:Fact {stale: true, predicate: 'POSSIBLY_SAME_AS', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:POSSIBLY_SAME_AS {fact: f.id}]->(b) SET r.basis = f.basis, r.status = f.status, r.verdict = f.verdict, r.articles = f.articles, r.sources = f.sources, r.reportedOn = f.reportedOn, r.lastReportedOn = f.lastReportedOn;

// ---- 9. Nodes of the plain graph ----------------------------------------------------------------------------------

// Words: of background knowledge, else of the first article that has some; aliases of all of them together.
MATCH (e:Entity {stale: true})
CALL (e) {
  MATCH (e)-[:SAME_AS*0..8]-(m:Entity) WHERE m.id = e.id OR e.sameAs IS NULL
  WITH DISTINCT e, m
  MATCH (m)<-[d:DECLARES]-(o:Owner)
  WITH o, d, m ORDER BY m.id, coalesce(o.publishedOn, ''), o.id
  RETURN head(collect(d.name)) AS name, head(collect(d.isoCode)) AS isoCode, head(collect(d.demonym)) AS demonym, head(collect(d.kind)) AS kind, head(collect(d.named)) AS named, min(o.publishedOn) AS day
}
CALL (e, name) {
  MATCH (e)-[:SAME_AS*0..8]-(m:Entity) WHERE m.id = e.id OR e.sameAs IS NULL
  WITH DISTINCT e, m
  MATCH (m)<-[d:DECLARES]-(:Owner)
  UNWIND CASE WHEN d.name IS NULL OR d.name = name THEN [] ELSE [d.name] END + coalesce(d.aliases, []) AS alias
  WITH DISTINCT alias ORDER BY alias RETURN collect(alias) AS aliases
}
CALL (e) {
  MATCH (e)-[:SAME_AS*0..8]-(m:Entity) WHERE m.id = e.id OR e.sameAs IS NULL
  WITH DISTINCT e, m
  MATCH (m)<-[d:DECLARES]-(:Owner) UNWIND coalesce(d.weakAliases, []) AS alias
  WITH DISTINCT alias ORDER BY alias RETURN collect(alias) AS weak
}
SET e.name = name, e.isoCode = isoCode, e.demonym = demonym, e.kind = kind, e.named = named, e.aliases = aliases, e.weakAliases = weak, e.reportedOn = day;
MATCH (f:Fact {stale: true, form: 'HAPPENS'})-[:SUBJECT]->(e:Entity)
SET e.status = CASE WHEN f.countsAs IS NULL THEN f.status END, e.verdict = f.verdict, e.articles = f.articles, e.sources = f.sources, e.happensFact = f.id;
MATCH (f:Fact {stale: true, predicate: 'date'})-[:SUBJECT]->(e:Entity)
WITH e, max(CASE WHEN f.chosen THEN f.value END) AS value, max(CASE WHEN f.chosen THEN f.id END) AS itsFact, max(CASE WHEN f.chosen THEN f.verdict END) AS itsVerdict, max(CASE WHEN f.chosen THEN f.earliest END) AS itsMin, max(CASE WHEN f.chosen THEN f.latest END) AS itsMax, max(CASE WHEN f.chosen THEN f.precision END) AS itsPrecision, max(CASE WHEN f.chosen THEN f.basis END) AS itsBasis, max(CASE WHEN f.chosen THEN f.text END) AS itsText, max(CASE WHEN f.chosen THEN f.from END) AS itsFrom, max(CASE WHEN f.chosen THEN f.to END) AS itsTo
SET e.date = value, e.dateFact = itsFact, e.dateVerdict = itsVerdict, e.dateMin = itsMin, e.dateMax = itsMax, e.datePrecision = itsPrecision, e.dateBasis = itsBasis, e.dateText = itsText, e.dateFrom = itsFrom, e.dateTo = itsTo;
MATCH (f:Fact {stale: true, predicate: 'endDate'})-[:SUBJECT]->(e:Entity)
WITH e, max(CASE WHEN f.chosen THEN f.value END) AS value, max(CASE WHEN f.chosen THEN f.id END) AS itsFact, max(CASE WHEN f.chosen THEN f.verdict END) AS itsVerdict, max(CASE WHEN f.chosen THEN f.earliest END) AS itsMin, max(CASE WHEN f.chosen THEN f.latest END) AS itsMax, max(CASE WHEN f.chosen THEN f.precision END) AS itsPrecision, max(CASE WHEN f.chosen THEN f.basis END) AS itsBasis, max(CASE WHEN f.chosen THEN f.text END) AS itsText, max(CASE WHEN f.chosen THEN f.from END) AS itsFrom, max(CASE WHEN f.chosen THEN f.to END) AS itsTo
SET e.endDate = value, e.endDateFact = itsFact, e.endDateVerdict = itsVerdict, e.endDateMin = itsMin, e.endDateMax = itsMax, e.endDatePrecision = itsPrecision, e.endDateBasis = itsBasis, e.endDateText = itsText, e.endDateFrom = itsFrom, e.endDateTo = itsTo;
MATCH (f:Fact {stale: true, predicate: 'object'})-[:SUBJECT]->(e:Entity)
WITH e, max(CASE WHEN f.chosen THEN f.value END) AS value, max(CASE WHEN f.chosen THEN f.id END) AS itsFact, max(CASE WHEN f.chosen THEN f.verdict END) AS itsVerdict
SET e.object = value, e.objectFact = itsFact, e.objectVerdict = itsVerdict;
MATCH (f:Fact {stale: true, predicate: 'purpose'})-[:SUBJECT]->(e:Entity)
WITH e, max(CASE WHEN f.chosen THEN f.value END) AS value, max(CASE WHEN f.chosen THEN f.id END) AS itsFact, max(CASE WHEN f.chosen THEN f.verdict END) AS itsVerdict
SET e.purpose = value, e.purposeFact = itsFact, e.purposeVerdict = itsVerdict;
MATCH (f:Fact {stale: true, predicate: 'grounds'})-[:SUBJECT]->(e:Entity)
WITH e, max(CASE WHEN f.chosen THEN f.value END) AS value, max(CASE WHEN f.chosen THEN f.id END) AS itsFact, max(CASE WHEN f.chosen THEN f.verdict END) AS itsVerdict
SET e.grounds = value, e.groundsFact = itsFact, e.groundsVerdict = itsVerdict;
MATCH (f:Fact {stale: true, predicate: 'ordinal'})-[:SUBJECT]->(e:Entity)
WITH e, max(CASE WHEN f.chosen THEN f.value END) AS value, max(CASE WHEN f.chosen THEN f.id END) AS itsFact, max(CASE WHEN f.chosen THEN f.verdict END) AS itsVerdict
SET e.ordinal = toInteger(value), e.ordinalFact = itsFact, e.ordinalVerdict = itsVerdict;
MATCH (f:Fact {stale: true, predicate: 'duration'})-[:SUBJECT]->(e:Entity)
WITH e, max(CASE WHEN f.chosen THEN f.value END) AS value, max(CASE WHEN f.chosen THEN f.id END) AS itsFact, max(CASE WHEN f.chosen THEN f.verdict END) AS itsVerdict
SET e.duration = value, e.durationFact = itsFact, e.durationVerdict = itsVerdict;
MATCH (f:Fact {stale: true, predicate: 'item'})-[:SUBJECT]->(e:Entity)
WITH e, max(CASE WHEN f.chosen THEN f.value END) AS value, max(CASE WHEN f.chosen THEN f.id END) AS itsFact, max(CASE WHEN f.chosen THEN f.verdict END) AS itsVerdict
SET e.item = value, e.itemFact = itsFact, e.itemVerdict = itsVerdict;
MATCH (f:Fact {stale: true, predicate: 'quantity'})-[:SUBJECT]->(e:Entity)
WITH e, max(CASE WHEN f.chosen THEN f.value END) AS value, max(CASE WHEN f.chosen THEN f.id END) AS itsFact, max(CASE WHEN f.chosen THEN f.verdict END) AS itsVerdict
SET e.quantity = toInteger(value), e.quantityFact = itsFact, e.quantityVerdict = itsVerdict;
MATCH (f:Fact {stale: true, predicate: 'description'})-[:SUBJECT]->(e:Entity)
WITH e, max(CASE WHEN f.chosen THEN f.value END) AS value, max(CASE WHEN f.chosen THEN f.id END) AS itsFact, max(CASE WHEN f.chosen THEN f.verdict END) AS itsVerdict
SET e.description = value, e.descriptionFact = itsFact, e.descriptionVerdict = itsVerdict;

// ---- 10. Index of names: (Name {key})-[:NAMES {weak, mentions, reportedOn}]->(Entity) -----------------------------

MATCH (e:Entity {stale: true})<-[r:NAMES]-(k:Name) SET k.stale = true DELETE r;
// Rank 0 identifies, 1 merely may (a surname), 2 and 3 are what texts call it. A name of background is known from the start.
MATCH (e:Entity {stale: true}) WHERE e.sameAs IS NULL
MATCH (e)-[:SAME_AS*0..8]-(m:Entity)
  WITH DISTINCT e, m
MATCH (m)<-[d:DECLARES]-(o:Owner)
UNWIND [k IN coalesce(d.keys, []) | {key: k, rank: 0, hits: 0}] + [k IN coalesce(d.weakKeys, []) | {key: k, rank: 1, hits: 0}]
  + [i IN range(0, size(coalesce(d.calledKeys, [])) - 1) | {key: d.calledKeys[i], rank: d.calledRanks[i], hits: d.calledCounts[i]}] AS called
WITH e, called.key AS key, min(called.rank) AS rank, sum(called.hits) AS mentions,
  min(CASE WHEN called.rank < 3 THEN coalesce(o.publishedOn, '') END) AS day
WHERE rank < 3
MERGE (k:Name {key: key})
CREATE (k)-[:NAMES {weak: rank > 0, mentions: mentions, reportedOn: CASE WHEN day <> '' THEN day END}]->(e);
MATCH (k:Name {stale: true})
CALL (k) { MATCH (k)-[r:NAMES]->(:Entity) RETURN count(r) AS n }
WITH k, n WHERE n = 0
DETACH DELETE k;

// ---- 11. What nobody says any more is gone; nothing is stale ------------------------------------------------------

MATCH (f:Fact {stale: true})
CALL (f) { MATCH (f)<-[r:SAYS]-() RETURN count(r) AS n }
WITH f, n WHERE n = 0
DETACH DELETE f;
MATCH (n:Name {stale: true}) REMOVE n.stale;
MATCH (n:Fact {stale: true}) REMOVE n.stale;
MATCH (n:Claim {stale: true}) REMOVE n.stale;
MATCH (n:Entity {stale: true}) REMOVE n.stale;
MATCH (n:Judgement {stale: true}) REMOVE n.stale;
MATCH (n:Owner {stale: true}) REMOVE n.stale;
