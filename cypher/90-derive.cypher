// 90-derive: everything that follows from what owners say. Works on what is stale, and on nothing else; run it after every
// change. Printed from the predicates of schema.graphql (`npm run schema`); every statement stands alone, without parameters.

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
// A group is what SAME_AS joins; its first id stands for all of it. Groups that change are made anew as a whole.
MATCH (e:Entity {regroup: true})-[:SAME_AS*1..8]-(m:Entity) SET m.regroup = true;
MATCH (e:Entity {regroup: true})-[:COUNTS_AS]->(c:Entity) MATCH (c)<-[r:MENTIONS]-(n) WHERE r.via = e.id
CREATE (n)-[:MENTIONS {start: r.start, end: r.end, kind: r.kind, surface: r.surface, key: r.key, via: null}]->(e) DELETE r;
MATCH (e:Entity {regroup: true})-[:COUNTS_AS]->(c:Entity) MATCH (c)<-[r:ATTRIBUTED_TO]-(n) WHERE r.via = e.id
CREATE (n)-[:ATTRIBUTED_TO {basis: r.basis, sourceText: r.sourceText, via: null}]->(e) DELETE r;
MATCH (e:Entity {regroup: true})-[:COUNTS_AS]->(c:Entity) MATCH (c)<-[r:ABOUT]-(n) WHERE r.via = e.id
CREATE (n)-[:ABOUT {via: null}]->(e) DELETE r;
MATCH (e:Entity {regroup: true})-[x:COUNTS_AS]->(:Entity) DELETE x;
MATCH (e:Entity {stale: true, gone: true})<-[:NAMES]-(k:Name) SET k.stale = true;
MATCH (e:Entity {stale: true, gone: true})-[:WAS]->(s:State) DETACH DELETE s;
MATCH (e:Entity {stale: true, gone: true}) REMOVE e.stale, e.regroup DETACH DELETE e;
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
MATCH (e:Entity {regroup: true}) WHERE e.sameAs IS NOT NULL
WITH e, e.sameAs AS id
MATCH (c:Entity {id: id})
MERGE (e)-[:COUNTS_AS]->(c);
MATCH (e:Entity {stale: true})-[:COUNTS_AS]->(c:Entity) MATCH (e)<-[r:MENTIONS]-(n)
CREATE (n)-[:MENTIONS {start: r.start, end: r.end, kind: r.kind, surface: r.surface, key: r.key, via: e.id}]->(c) DELETE r;
MATCH (e:Entity {stale: true})-[:COUNTS_AS]->(c:Entity) MATCH (e)<-[r:ATTRIBUTED_TO]-(n)
CREATE (n)-[:ATTRIBUTED_TO {basis: r.basis, sourceText: r.sourceText, via: e.id}]->(c) DELETE r;
MATCH (e:Entity {stale: true})-[:COUNTS_AS]->(c:Entity) MATCH (e)<-[r:ABOUT]-(n)
CREATE (n)-[:ABOUT {via: e.id}]->(c) DELETE r;
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
MERGE (c:Fact {id: id}) ON CREATE SET c.slot = subject + '|' + f.predicate, c.form = f.form, c.predicate = f.predicate, c.value = f.value, c.precision = f.precision, c.sortKey = f.sortKey, c.words = f.words, c.uncertain = f.uncertain, c.approximate = f.approximate, c.start = f.start, c.startInexact = f.startInexact, c.end = f.end, c.endInexact = f.endInexact, c.qualifier = f.qualifier, c.role = f.role, c.title = f.title
SET c.stale = true
MERGE (c)-[:SUBJECT]->(a)
MERGE (f)-[:COUNTS_AS]->(c);
MATCH (f:Fact {stale: true}) REMOVE f.countsOf;
MATCH (f:Fact {stale: true})-[:COUNTS_AS]->(c:Fact) MATCH (f)-[:OBJECT]->(b:Entity)
WITH c, coalesce(b.sameAs, b.id) AS object
MATCH (b:Entity {id: object})
MERGE (c)-[:OBJECT]->(b);
MATCH (f:Fact {stale: true})-[:COUNTS_AS]->(c:Fact) MATCH (f)<-[r:SAYS]-(w) WHERE r.via IS NULL
CREATE (w)-[:SAYS {via: f.id, basis: r.basis, text: r.text, earliest: r.earliest, latest: r.latest, earliestDay: r.earliestDay, latestDay: r.latestDay}]->(c);
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
CALL (c) { MATCH (j:Judgement {target: c.id}) WHERE j.predicate IS NULL AND j.revokedOn IS NULL AND j.kind = 'PREFERS' RETURN min(j.on) AS prefersOn }
CALL (c) { MATCH (j:Judgement {by: c.id}) WHERE j.predicate IS NULL AND j.revokedOn IS NULL AND j.kind = 'CORRECTS' RETURN min(j.on) AS correctsOn }
WITH c, withdrawnOn, CASE WHEN correctsOn IS NULL OR prefersOn < correctsOn THEN prefersOn ELSE correctsOn END AS preferredOn
SET c.withdrawnOn = withdrawnOn, c.preferredOn = preferredOn,
  c.rank = CASE WHEN withdrawnOn IS NOT NULL THEN 'DEPRECATED' WHEN preferredOn IS NOT NULL THEN 'PREFERRED' ELSE 'NORMAL' END;
MATCH (c:Claim {stale: true})-[r:SAYS]->(f:Fact)
CALL (c, f) { MATCH (j:Judgement {target: c.id}) WHERE j.kind IN ['RETRACTS', 'CORRECTS', 'WITHDRAWS'] AND j.revokedOn IS NULL AND coalesce(j.predicate, f.predicate) = f.predicate RETURN min(j.on) AS withdrawnOn }
CALL (c, f) { MATCH (j:Judgement {target: c.id}) WHERE j.kind IN ['PREFERS'] AND j.revokedOn IS NULL AND coalesce(j.predicate, f.predicate) = f.predicate RETURN min(j.on) AS prefersOn }
CALL (c, f) { MATCH (j:Judgement {by: c.id}) WHERE j.kind IN ['CORRECTS'] AND j.revokedOn IS NULL AND coalesce(j.predicate, f.predicate) = f.predicate RETURN min(j.on) AS correctsOn }
WITH r, withdrawnOn, CASE WHEN correctsOn IS NULL OR prefersOn < correctsOn THEN prefersOn ELSE correctsOn END AS preferredOn
SET r.withdrawnOn = withdrawnOn, r.preferredOn = preferredOn,
  r.rank = CASE WHEN withdrawnOn IS NOT NULL THEN 'DEPRECATED' WHEN preferredOn IS NOT NULL THEN 'PREFERRED' ELSE 'NORMAL' END;
MATCH (c:Claim {stale: true})<-[r:RETRACTS]-(:Claim) DELETE r;
MATCH (c:Claim {stale: true}) MATCH (j:Judgement {target: c.id, kind: 'RETRACTS'}) WHERE j.revokedOn IS NULL
MATCH (b:Claim {id: j.by})
MERGE (b)-[r:RETRACTS {judgement: j.id}]->(c) SET r.on = j.on, r.predicate = j.predicate;
MATCH (c:Claim {stale: true})<-[r:CORRECTS]-(:Claim) DELETE r;
MATCH (c:Claim {stale: true}) MATCH (j:Judgement {target: c.id, kind: 'CORRECTS'}) WHERE j.revokedOn IS NULL
MATCH (b:Claim {id: j.by})
MERGE (b)-[r:CORRECTS {judgement: j.id}]->(c) SET r.on = j.on, r.predicate = j.predicate;
MATCH (c:Claim {stale: true})<-[r:CONTRADICTS]-(:Claim) DELETE r;
MATCH (c:Claim {stale: true}) MATCH (j:Judgement {target: c.id, kind: 'CONTRADICTS'}) WHERE j.revokedOn IS NULL
MATCH (b:Claim {id: j.by})
MERGE (b)-[r:CONTRADICTS {judgement: j.id}]->(c) SET r.on = j.on, r.predicate = j.predicate;
// Two claims contradict each other until one of them takes back what it says of that.
MATCH (c:Claim {stale: true})<-[x:CONTRADICTS]-(b:Claim)
CALL (c, x) { MATCH (j:Judgement {target: c.id}) WHERE j.kind IN ['RETRACTS', 'CORRECTS', 'WITHDRAWS'] AND j.revokedOn IS NULL AND coalesce(j.predicate, x.predicate) = x.predicate RETURN min(j.on) AS one }
CALL (b, x) { MATCH (j:Judgement {target: b.id}) WHERE j.kind IN ['RETRACTS', 'CORRECTS', 'WITHDRAWS'] AND j.revokedOn IS NULL AND coalesce(j.predicate, x.predicate) = x.predicate RETURN min(j.on) AS other }
WITH x, coalesce(one, '9999-12-31') AS one, coalesce(other, '9999-12-31') AS other
SET x.until = CASE WHEN one < other THEN one ELSE other END;

// ---- 5. Facts that have to be judged anew: said by a stale claim, or contradicted by one --------------------------

MATCH (c:Claim {stale: true})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (c:Claim {stale: true})-[:CONTRADICTS]-(o:Claim) MATCH (o)-[:SAYS]->(f:Fact) SET f.stale = true;

// ---- 6. Since when things are there; a fact is told and holds since its ends are there ----------------------------

MATCH (f:Fact {stale: true, form: 'HAPPENS'})-[:SUBJECT]->(e:Entity) SET e.stale = true;
// Null is from the start.
MATCH (e:Entity {stale: true})
CALL (e) {
  MATCH (e)-[:SAME_AS*0..8]-(m:Entity) WHERE m.id = e.id OR e.sameAs IS NULL
  WITH DISTINCT e, m
  MATCH (m)<-[:DECLARES]-(o:Owner)
  RETURN min(coalesce(o.publishedOn, '0000-01-01')) AS declaredOn
}
WITH e, declaredOn, e.id + '|happens' AS slot
CALL (slot) { MATCH (f:Fact {slot: slot})<-[:SAYS]-(w) RETURN min(coalesce(w.reportedOn, '0000-01-01')) AS toldOn }
WITH e, CASE WHEN toldOn > declaredOn THEN toldOn ELSE declaredOn END AS day
WHERE day <> coalesce(e.reportedOn, '0000-01-01')
SET e.reportedOn = CASE WHEN day <> '0000-01-01' THEN day END, e.moved = true;
MATCH (e:Entity {stale: true, moved: true})<-[:SUBJECT]-(f:Fact) SET f.stale = true;
MATCH (e:Entity {stale: true, moved: true})<-[:OBJECT]-(f:Fact) SET f.stale = true;
MATCH (e:Entity {stale: true, moved: true}) REMOVE e.moved;

// ---- 7. Facts: when they held -------------------------------------------------------------------------------------

// What counts as another fact is nothing by itself.
MATCH (f:Fact {stale: true}) WHERE f.countsAs IS NOT NULL
SET f.holds = null, f.articles = null, f.sources = null, f.deniers = null, f.weight = null, f.preferred = null, f.basis = null, f.status = null, f.verdict = null, f.chosen = null, f.refinedBy = null, f.reportedOn = null, f.lastReportedOn = null, f.deniedOn = null, f.withdrawnOn = null, f.earliest = null, f.earliestDay = null, f.latest = null, f.latestDay = null, f.text = null, f.since = null, f.until = null, f.firstOn = null, f.competes = null, f.days = null, f.statusThen = null, f.verdictThen = null, f.basisThen = null, f.reportedOnThen = null, f.lastReportedOnThen = null, f.withdrawnOnThen = null, f.refinedByThen = null, f.holdsThen = null, f.articlesThen = null, f.sourcesThen = null, f.weightThen = null, f.earliestDayThen = null, f.latestDayThen = null, f.holds = false;
// It held while some claim said so that was not taken back: since[i] to until[i], the periods of all claims made one.
MATCH (f:Fact {stale: true}) WHERE f.countsAs IS NULL
CALL (f) {
  MATCH (f)-[:SUBJECT|OBJECT]->(e:Entity)
  RETURN max(coalesce(e.reportedOn, '0000-01-01')) AS there
}
CALL (f, there) {
  MATCH (f)<-[r:SAYS]-(w)
  WITH coalesce(w.reportedOn, '0000-01-01') AS said, coalesce(r.withdrawnOn, '9999-12-31') AS high, coalesce(w.status, '') AS status, there
  WITH CASE WHEN said < there THEN there ELSE said END AS low, high, status
  WHERE status <> 'DENIED' AND low < high
  WITH low, high ORDER BY low, high
  WITH collect(low) AS lows, collect(high) AS highs
  RETURN reduce(ends = [], i IN range(0, size(lows) - 1) |
    CASE WHEN size(ends) = 0 OR lows[i] > ends[size(ends) - 1] THEN ends + [lows[i], highs[i]]
      WHEN highs[i] > ends[size(ends) - 1] THEN ends[0..size(ends) - 1] + [highs[i]] ELSE ends END) AS ends
}
CALL (f) { MATCH (f)<-[:SAYS]-(w) RETURN min(coalesce(w.reportedOn, '0000-01-01')) AS said }
SET f.holds = false, f.firstOn = CASE WHEN said < there THEN there ELSE said END, f.since = [i IN range(0, size(ends) - 1) WHERE i % 2 = 0 | ends[i]],
  f.until = [i IN range(0, size(ends) - 1) WHERE i % 2 = 1 | ends[i]];

// ---- 8. Nodes of the plain graph ----------------------------------------------------------------------------------

// Words: of background knowledge, else of the first article that has some; they never change later. Aliases of all of them
// together, as first told (engines differ in the order of letters), aliases[i] since aliasDays[i]. What counts as another thing has
// none of its own.
MATCH (e:Entity {stale: true})
CALL (e) {
  MATCH (e)-[:SAME_AS*0..8]-(m:Entity) WHERE e.sameAs IS NULL
  WITH DISTINCT e, m
  MATCH (m)<-[d:DECLARES]-(o:Owner)
  WITH o, d, m ORDER BY coalesce(o.publishedOn, ''), o.id, m.id
  RETURN head(collect(d.name)) AS name, head(collect(d.wikidata)) AS wikidata, head(collect(d.isoCode)) AS isoCode, head(collect(d.demonym)) AS demonym, head(collect(d.kind)) AS kind, head(collect(d.named)) AS named
}
CALL (e, name) {
  MATCH (e)-[:SAME_AS*0..8]-(m:Entity) WHERE e.sameAs IS NULL
  WITH DISTINCT e, m, name
  MATCH (m)<-[d:DECLARES]-(o:Owner)
  WITH coalesce(o.publishedOn, '0000-01-01') + ' ' + o.id + ' ' + m.id + ' ' AS owner, CASE WHEN d.name IS NULL OR d.name = name THEN [] ELSE [d.name] END + coalesce(d.aliases, []) AS said
  UNWIND range(0, size(said) - 1) AS i
  WITH said[i] AS alias, min(owner + substring(toString(1000 + i), 1)) AS first ORDER BY first
  RETURN collect(alias) AS aliases, collect(substring(first, 0, 10)) AS aliasDays
}
CALL (e, name) {
  MATCH (e)-[:SAME_AS*0..8]-(m:Entity) WHERE e.sameAs IS NULL
  WITH DISTINCT e, m, name
  MATCH (m)<-[d:DECLARES]-(o:Owner)
  WITH coalesce(o.publishedOn, '0000-01-01') + ' ' + o.id + ' ' + m.id + ' ' AS owner, coalesce(d.weakAliases, []) AS said
  UNWIND range(0, size(said) - 1) AS i
  WITH said[i] AS alias, min(owner + substring(toString(1000 + i), 1)) AS first ORDER BY first
  RETURN collect(alias) AS weakAliases, collect(substring(first, 0, 10)) AS weakAliasDays
}
SET e += {name: name, wikidata: wikidata, isoCode: isoCode, demonym: demonym, kind: kind, named: named, aliases: aliases, aliasDays: aliasDays, weakAliases: weakAliases, weakAliasDays: weakAliasDays};

// ---- 9. States: what a thing was like between days that changed it; the last is what it is ------------------------

// A thing is there since it is declared, and so is its first state.
MATCH (e:Entity {stale: true}) SET e.restate = true;
MATCH (f:Fact {stale: true, form: 'VALUE'})-[:SUBJECT]->(e:Entity) SET e.restate = true;
MATCH (f:Fact {stale: true, form: 'HAPPENS'})-[:SUBJECT]->(e:Entity) SET e.restate = true;
MATCH (e:Entity {restate: true})-[:WAS]->(:State {until: '9999-12-31'}) SET e.status = null, e.verdict = null, e.articles = null, e.sources = null, e.withdrawnOn = null, e.fact = null, e.date = null, e.dateFact = null, e.dateVerdict = null, e.dateArticles = null, e.dateSources = null, e.dateMin = null, e.dateMinDay = null, e.dateMax = null, e.dateMaxDay = null, e.dateSort = null, e.datePrecision = null, e.dateWords = null, e.dateStart = null, e.dateStartInexact = null, e.dateEnd = null, e.dateEndInexact = null, e.dateUncertain = null, e.dateApproximate = null, e.dateBasis = null, e.dateText = null, e.endDate = null, e.endDateFact = null, e.endDateVerdict = null, e.endDateArticles = null, e.endDateSources = null, e.endDateMin = null, e.endDateMinDay = null, e.endDateMax = null, e.endDateMaxDay = null, e.endDateSort = null, e.endDatePrecision = null, e.endDateWords = null, e.endDateStart = null, e.endDateStartInexact = null, e.endDateEnd = null, e.endDateEndInexact = null, e.endDateUncertain = null, e.endDateApproximate = null, e.endDateBasis = null, e.endDateText = null, e.object = null, e.objectFact = null, e.objectVerdict = null, e.objectArticles = null, e.objectSources = null, e.purpose = null, e.purposeFact = null, e.purposeVerdict = null, e.purposeArticles = null, e.purposeSources = null, e.grounds = null, e.groundsFact = null, e.groundsVerdict = null, e.groundsArticles = null, e.groundsSources = null, e.ordinal = null, e.ordinalFact = null, e.ordinalVerdict = null, e.ordinalArticles = null, e.ordinalSources = null, e.duration = null, e.durationFact = null, e.durationVerdict = null, e.durationArticles = null, e.durationSources = null, e.item = null, e.itemFact = null, e.itemVerdict = null, e.itemArticles = null, e.itemSources = null, e.quantity = null, e.quantityFact = null, e.quantityVerdict = null, e.quantityArticles = null, e.quantitySources = null, e.description = null, e.descriptionFact = null, e.descriptionVerdict = null, e.descriptionArticles = null, e.descriptionSources = null;
MATCH (e:Entity {restate: true})-[:WAS]->(s:State) DETACH DELETE s;
MATCH (e:Entity {restate: true})
WITH e, coalesce(e.reportedOn, '0000-01-01') AS day
MERGE (s:State {id: e.id + '@' + day}) SET s.entity = e.id, s.from = day, s.stale = true
MERGE (e)-[:WAS]->(s);
MATCH (e:Entity {restate: true}) WHERE e:Event OR e:Gift
UNWIND ['happens', 'date', 'endDate', 'object', 'purpose', 'grounds', 'ordinal', 'duration', 'item', 'quantity', 'description'] AS predicate
WITH e, e.id + '|' + predicate AS slot
MATCH (f:Fact {slot: slot})<-[r:SAYS]-(w) WHERE f.countsAs IS NULL
UNWIND [coalesce(w.reportedOn, '0000-01-01'), r.withdrawnOn, r.preferredOn] AS day
WITH DISTINCT e, day WHERE day IS NOT NULL
MERGE (s:State {id: e.id + '@' + day}) SET s.entity = e.id, s.from = day, s.stale = true
MERGE (e)-[:WAS]->(s);
MATCH (e:Entity {restate: true}) WHERE e:Event OR e:Gift
UNWIND ['happens', 'date', 'endDate', 'object', 'purpose', 'grounds', 'ordinal', 'duration', 'item', 'quantity', 'description'] AS predicate
WITH e, e.id + '|' + predicate AS slot
MATCH (f:Fact {slot: slot})<-[:SAYS]-(:Claim)-[x:CONTRADICTS]-(d:Claim) WHERE f.countsAs IS NULL
UNWIND [x.on, x.until, d.reportedOn] AS day
WITH DISTINCT e, day WHERE day < '9999-12-31'
MERGE (s:State {id: e.id + '@' + day}) SET s.entity = e.id, s.from = day, s.stale = true
MERGE (e)-[:WAS]->(s);
// Before it is declared there is nothing to tell.
MATCH (e:Entity {restate: true})-[:WAS]->(s:State) WHERE s.from < coalesce(e.reportedOn, '0000-01-01') DETACH DELETE s;
// What had been said by the day of a state, whatever became of it.
MATCH (e:Entity {restate: true}) WHERE e:Event OR e:Gift
MATCH (e)-[:WAS]->(s:State)
UNWIND ['happens', 'date', 'endDate', 'object', 'purpose', 'grounds', 'ordinal', 'duration', 'item', 'quantity', 'description'] AS predicate
WITH s, e.id + '|' + predicate AS slot
MATCH (f:Fact {slot: slot})<-[:SAYS]-(w)
WITH s, f, min(coalesce(w.reportedOn, '0000-01-01')) AS first WHERE first <= s.from
CREATE (s)-[:TELLS]->(f);
MATCH (e:Entity {restate: true})-[:WAS]->(s:State)
WITH e, s.from AS day ORDER BY e.id, day
WITH e, collect(day) + ['9999-12-31'] AS days
UNWIND range(0, size(days) - 2) AS i
WITH e.id + '@' + days[i] AS id, days[i + 1] AS until
MATCH (s:State {id: id}) SET s.until = until;
// What joins two things is judged on days of its own.
MATCH (f:Fact {stale: true, form: 'RELATION'}) WHERE f.countsAs IS NULL
MATCH (f)<-[r:SAYS]-(w)
UNWIND [coalesce(w.reportedOn, '0000-01-01'), r.withdrawnOn, r.preferredOn] AS day
WITH f, day WHERE day IS NOT NULL AND day < '9999-12-31'
WITH DISTINCT f, CASE WHEN day < f.firstOn THEN f.firstOn ELSE day END AS day
MERGE (s:State {id: f.id + '@' + day}) SET s.from = day, s.stale = true
MERGE (s)-[:TELLS]->(f);
MATCH (f:Fact {stale: true, form: 'RELATION'}) WHERE f.countsAs IS NULL
MATCH (f)<-[:SAYS]-(:Claim)-[x:CONTRADICTS]-(d:Claim) WHERE x.predicate = f.predicate
UNWIND [x.on, x.until, d.reportedOn] AS day
WITH f, day WHERE day IS NOT NULL AND day < '9999-12-31'
WITH DISTINCT f, CASE WHEN day < f.firstOn THEN f.firstOn ELSE day END AS day
MERGE (s:State {id: f.id + '@' + day}) SET s.from = day, s.stale = true
MERGE (s)-[:TELLS]->(f);
MATCH (f:Fact {stale: true, form: 'RELATION'})<-[:TELLS]-(s:State)
WITH f, s.from AS day ORDER BY f.id, day
WITH f, collect(day) + ['9999-12-31'] AS days
UNWIND range(0, size(days) - 2) AS i
WITH f.id + '@' + days[i] AS id, days[i + 1] AS until
MATCH (s:State {id: id}) SET s.until = until;
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact)
WITH t, f, s.from AS day
CALL (f, day) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE c.reportedOn <= day AND coalesce(r.withdrawnOn, '~') > day AND c.status <> 'DENIED'
  RETURN min(c.reportedOn) AS first, max(c.reportedOn) AS last, max(CASE r.basis WHEN 'STATED' THEN 2 ELSE 1 END) AS basis,
    max(CASE WHEN r.preferredOn <= day THEN 10 ELSE 0 END + CASE c.status WHEN 'OCCURRED' THEN 8 WHEN 'ONGOING' THEN 7 WHEN 'HABITUAL' THEN 6 WHEN 'PLANNED' THEN 5 WHEN 'EXPECTED' THEN 4 WHEN 'REQUESTED' THEN 3 WHEN 'SPECULATED' THEN 2 WHEN 'DOUBTED' THEN 1 ELSE 0 END) AS sure
}
CALL (f, day, sure) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE c.reportedOn <= day AND coalesce(r.withdrawnOn, '~') > day AND c.status <> 'DENIED' AND (f.form <> 'HAPPENS' OR CASE c.status WHEN 'OCCURRED' THEN 8 WHEN 'ONGOING' THEN 7 WHEN 'HABITUAL' THEN 6 WHEN 'PLANNED' THEN 5 WHEN 'EXPECTED' THEN 4 WHEN 'REQUESTED' THEN 3 WHEN 'SPECULATED' THEN 2 WHEN 'DOUBTED' THEN 1 ELSE 0 END >= sure % 10)
  UNWIND c.sources AS voice
  WITH c.owner AS owner, collect(DISTINCT voice) AS voices
  WITH owner, [v IN voices WHERE v STARTS WITH 'byline:'] AS own, voices
  WITH owner, CASE WHEN size(own) > 0 THEN [own[0]] ELSE voices END AS voices ORDER BY size(voices), owner
  WITH collect(voices) AS told
  RETURN size(told) AS articles, size([x IN reduce(seen = [], v IN told | CASE WHEN any(y IN v WHERE y IN seen) THEN seen ELSE seen + v + ['#'] END) WHERE x = '#']) AS sources
}
CALL (f, day, sure) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE c.reportedOn <= day AND coalesce(r.withdrawnOn, '~') > day AND c.status = 'DENIED'
  UNWIND c.sources AS voice
  WITH c.owner AS owner, collect(DISTINCT voice) AS voices
  WITH owner, [v IN voices WHERE v STARTS WITH 'byline:'] AS own, voices
  WITH owner, CASE WHEN size(own) > 0 THEN [own[0]] ELSE voices END AS voices ORDER BY size(voices), owner
  WITH collect(voices) AS told
  RETURN size(told) AS deniedBy, size([x IN reduce(seen = [], v IN told | CASE WHEN any(y IN v WHERE y IN seen) THEN seen ELSE seen + v + ['#'] END) WHERE x = '#']) AS deniers
}
CALL (f, day) { MATCH (f)<-[r:SAYS]-(c:Claim) WHERE c.reportedOn <= day AND coalesce(r.withdrawnOn, '~') > day AND c.status = 'DENIED' RETURN min(c.reportedOn) AS deniedOn }
CALL (f, day) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE c.reportedOn <= day AND c.status <> 'DENIED'
  RETURN min(c.reportedOn) AS said, max(CASE r.basis WHEN 'STATED' THEN 2 ELSE 1 END) AS saidBasis, max(CASE WHEN r.withdrawnOn <= day THEN r.withdrawnOn END) AS saidUntil
}
CALL (f, day) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE c.reportedOn <= day AND c.status = 'DENIED'
  RETURN min(c.reportedOn) AS denied, max(CASE r.basis WHEN 'STATED' THEN 2 ELSE 1 END) AS deniedBasis, max(CASE WHEN r.withdrawnOn <= day THEN r.withdrawnOn END) AS deniedUntil
}
CALL (f) { MATCH (f)<-[:SAYS]-(o:Owner) RETURN count(o) AS background }
WITH *, articles + background > 0 AS holds
SET t.holds = holds, t.deniers = deniers,
  t.articles = CASE WHEN holds OR said IS NOT NULL THEN articles ELSE deniedBy END,
  t.sources = CASE WHEN holds OR said IS NOT NULL THEN sources ELSE deniers END,
  t.weight = CASE WHEN articles > 0 THEN sure % 10 WHEN background > 0 THEN 7 ELSE 0 END, t.preferred = coalesce(sure >= 10, false),
  t.basis = CASE WHEN basis IS NULL AND background > 0 THEN 'BACKGROUND'
    WHEN coalesce(basis, saidBasis, deniedBasis) = 2 THEN 'STATED' WHEN coalesce(basis, saidBasis, deniedBasis) = 1 THEN 'IMPLIED' END,
  t.reportedOn = CASE WHEN background = 0 THEN coalesce(first, said, denied) END, t.lastReportedOn = last, t.deniedOn = deniedOn,
  t.withdrawnOn = CASE WHEN NOT holds AND (said IS NOT NULL OR deniedBy = 0) THEN coalesce(saidUntil, deniedUntil) END,
  t.status = CASE WHEN articles > 0 THEN ['DOUBTED', 'SPECULATED', 'REQUESTED', 'EXPECTED', 'PLANNED', 'HABITUAL', 'ONGOING', 'OCCURRED'][sure % 10 - 1] WHEN background > 0 THEN 'ONGOING'
    WHEN said IS NULL AND deniedBy > 0 THEN 'DENIED' ELSE 'WITHDRAWN' END;
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact)
WHERE f.precision IS NOT NULL
WITH t, f, s.from AS day
CALL (f, day) { MATCH (f)<-[r:SAYS]-(w) WHERE coalesce(w.reportedOn, '0000-01-01') <= day AND coalesce(r.withdrawnOn, '~') > day AND coalesce(w.status, '') <> 'DENIED' RETURN count(r) AS live }
CALL (f, day, live) {
  MATCH (f)<-[r:SAYS]-(w) WHERE coalesce(w.reportedOn, '0000-01-01') <= day AND (live = 0 OR coalesce(r.withdrawnOn, '~') > day AND coalesce(w.status, '') <> 'DENIED')
  WITH r ORDER BY r.earliestDay DESC
  RETURN head(collect(r.earliestDay)) AS earliestDay, head(collect(r.earliest)) AS earliest
}
CALL (f, day, live) {
  MATCH (f)<-[r:SAYS]-(w) WHERE coalesce(w.reportedOn, '0000-01-01') <= day AND (live = 0 OR coalesce(r.withdrawnOn, '~') > day AND coalesce(w.status, '') <> 'DENIED')
  WITH r ORDER BY r.latestDay
  RETURN head(collect(r.latestDay)) AS latestDay, head(collect(r.latest)) AS latest
}
CALL (f, day) {
  MATCH (f)<-[r:SAYS]-(w) WHERE coalesce(w.reportedOn, '0000-01-01') <= day AND coalesce(r.withdrawnOn, '~') > day AND coalesce(w.status, '') <> 'DENIED' AND r.text IS NOT NULL
  WITH r.text AS text ORDER BY coalesce(w.reportedOn, '0000-01-01'), w.id RETURN head(collect(text)) AS text
}
SET t.earliestDay = earliestDay, t.earliest = earliest, t.latestDay = latestDay, t.latest = latest, t.text = text;
// Exact values compete by being others, dates by having no day in common, wordings not at all. A plan and what became of
// it do not compete.
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact)
WITH s, t, f, s.from AS day, f.predicate IN ['date', 'endDate', 'ordinal', 'quantity'] AS competes
CALL (s, t, f, competes) {
  MATCH (s)-[u:TELLS]->(g:Fact)
  WHERE competes AND g.slot = f.slot AND g.id <> f.id AND u.holds AND (u.weight >= 6) = (t.weight >= 6)
    AND (f.precision IS NULL OR u.latestDay < t.earliestDay OR u.earliestDay > t.latestDay)
  RETURN count(g) AS rivals
}
CALL (f, day) {
  MATCH (f)<-[r:SAYS]-(c:Claim)-[x:CONTRADICTS]-(d:Claim)
  WHERE x.predicate = f.predicate AND x.on <= day AND x.until > day AND c.reportedOn <= day AND coalesce(r.withdrawnOn, '~') > day AND d.reportedOn <= day
  RETURN count(d) AS against
}
SET t.verdict = CASE WHEN t.status = 'WITHDRAWN' THEN 'WITHDRAWN'
  WHEN t.basis = 'BACKGROUND' AND t.deniers = 0 THEN null
  WHEN t.holds AND t.deniers + rivals + against > 0 THEN 'DISPUTED'
  WHEN t.sources > 1 THEN 'AGREED' ELSE 'SINGLE_SOURCE' END;
// Of several values the first one stands: preferred, then surest, then told first. A finer date inside it takes its place.
MATCH (s:State {stale: true})-[:TELLS]->(f:Fact) WHERE f.form = 'VALUE'
WITH DISTINCT s, f.slot AS slot
CALL (s, slot) {
  MATCH (s)-[u:TELLS]->(g:Fact) WHERE g.slot = slot AND u.holds
  WITH g, u ORDER BY u.preferred DESC, u.weight DESC, coalesce(u.reportedOn, ''), g.id
  RETURN head(collect(g.id)) AS base, head(collect(u.weight)) AS weight, head(collect(coalesce(u.earliestDay, -9000000000000000))) AS first, head(collect(coalesce(u.latestDay, 9000000000000000))) AS last
}
CALL (s, slot, base, weight, first, last) {
  MATCH (s)-[u:TELLS]->(g:Fact)
  WHERE g.slot = slot AND (g.id = base OR u.holds AND g.precision IS NOT NULL AND (u.weight >= 6) = (weight >= 6)
    AND coalesce(u.earliestDay, -9000000000000000) >= first AND coalesce(u.latestDay, 9000000000000000) <= last)
  WITH g, coalesce(u.earliestDay, -9000000000000000) AS low, coalesce(u.latestDay, 9000000000000000) AS high, coalesce(u.reportedOn, '') AS day
  ORDER BY high - low, day, g.id
  RETURN head(collect(g.id)) AS best, head(collect(low)) AS low, head(collect(high)) AS high
}
MATCH (s)-[u:TELLS]->(g:Fact) WHERE g.slot = slot
SET u.chosen = CASE WHEN g.id = best THEN true END,
  u.refinedBy = CASE WHEN g.id <> best AND u.holds AND g.precision IS NOT NULL AND coalesce(u.earliestDay, -9000000000000000) <= low AND coalesce(u.latestDay, 9000000000000000) >= high THEN best END;
// The present judgement of a fact is that of the last state of its thing.
MATCH (s:State {stale: true, until: '9999-12-31'})-[:TELLS]->(f:Fact) WHERE f.days IS NOT NULL
SET f.holds = null, f.articles = null, f.sources = null, f.deniers = null, f.weight = null, f.preferred = null, f.basis = null, f.status = null, f.verdict = null, f.chosen = null, f.refinedBy = null, f.reportedOn = null, f.lastReportedOn = null, f.deniedOn = null, f.withdrawnOn = null, f.earliest = null, f.earliestDay = null, f.latest = null, f.latestDay = null, f.text = null;
MATCH (s:State {stale: true, until: '9999-12-31'})-[t:TELLS]->(f:Fact)
SET f += properties(t), f.competes = f.predicate IN ['date', 'endDate', 'ordinal', 'quantity'];
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.form = 'HAPPENS'
SET s += {status: t.status, verdict: t.verdict, articles: t.articles, sources: t.sources, withdrawnOn: t.withdrawnOn, fact: f.id}
WITH s WHERE s.until = '9999-12-31'
MATCH (s)<-[:WAS]-(e:Entity)
SET e += {status: s.status, verdict: s.verdict, articles: s.articles, sources: s.sources, withdrawnOn: s.withdrawnOn, fact: s.fact};
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.predicate = 'date'
WITH s, max(CASE WHEN t.chosen THEN f.value END) AS value, max(CASE WHEN t.chosen THEN f.id END) AS itsFact, max(CASE WHEN t.chosen THEN t.verdict END) AS itsVerdict, max(CASE WHEN t.chosen THEN t.articles END) AS itsArticles, max(CASE WHEN t.chosen THEN t.sources END) AS itsSources, max(CASE WHEN t.chosen THEN t.earliest END) AS itsMin, max(CASE WHEN t.chosen THEN t.earliestDay END) AS itsMinDay, max(CASE WHEN t.chosen THEN t.latest END) AS itsMax, max(CASE WHEN t.chosen THEN t.latestDay END) AS itsMaxDay, max(CASE WHEN t.chosen THEN coalesce(t.earliestDay, t.latestDay, f.sortKey) END) AS itsSort, max(CASE WHEN t.chosen THEN f.precision END) AS itsPrecision, max(CASE WHEN t.chosen THEN f.words END) AS itsWords, max(CASE WHEN t.chosen THEN f.start END) AS itsStart, max(CASE WHEN t.chosen THEN f.startInexact END) AS itsStartInexact, max(CASE WHEN t.chosen THEN f.end END) AS itsEnd, max(CASE WHEN t.chosen THEN f.endInexact END) AS itsEndInexact, max(CASE WHEN t.chosen THEN f.uncertain END) AS itsUncertain, max(CASE WHEN t.chosen THEN f.approximate END) AS itsApproximate, max(CASE WHEN t.chosen THEN t.basis END) AS itsBasis, max(CASE WHEN t.chosen THEN t.text END) AS itsText
SET s += {date: value, dateFact: itsFact, dateVerdict: itsVerdict, dateArticles: itsArticles, dateSources: itsSources, dateMin: itsMin, dateMinDay: itsMinDay, dateMax: itsMax, dateMaxDay: itsMaxDay, dateSort: itsSort, datePrecision: itsPrecision, dateWords: itsWords, dateStart: itsStart, dateStartInexact: itsStartInexact, dateEnd: itsEnd, dateEndInexact: itsEndInexact, dateUncertain: itsUncertain, dateApproximate: itsApproximate, dateBasis: itsBasis, dateText: itsText}
WITH s WHERE s.until = '9999-12-31'
MATCH (s)<-[:WAS]-(e:Entity)
SET e += {date: s.date, dateFact: s.dateFact, dateVerdict: s.dateVerdict, dateArticles: s.dateArticles, dateSources: s.dateSources, dateMin: s.dateMin, dateMinDay: s.dateMinDay, dateMax: s.dateMax, dateMaxDay: s.dateMaxDay, dateSort: s.dateSort, datePrecision: s.datePrecision, dateWords: s.dateWords, dateStart: s.dateStart, dateStartInexact: s.dateStartInexact, dateEnd: s.dateEnd, dateEndInexact: s.dateEndInexact, dateUncertain: s.dateUncertain, dateApproximate: s.dateApproximate, dateBasis: s.dateBasis, dateText: s.dateText};
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.predicate = 'endDate'
WITH s, max(CASE WHEN t.chosen THEN f.value END) AS value, max(CASE WHEN t.chosen THEN f.id END) AS itsFact, max(CASE WHEN t.chosen THEN t.verdict END) AS itsVerdict, max(CASE WHEN t.chosen THEN t.articles END) AS itsArticles, max(CASE WHEN t.chosen THEN t.sources END) AS itsSources, max(CASE WHEN t.chosen THEN t.earliest END) AS itsMin, max(CASE WHEN t.chosen THEN t.earliestDay END) AS itsMinDay, max(CASE WHEN t.chosen THEN t.latest END) AS itsMax, max(CASE WHEN t.chosen THEN t.latestDay END) AS itsMaxDay, max(CASE WHEN t.chosen THEN coalesce(t.earliestDay, t.latestDay, f.sortKey) END) AS itsSort, max(CASE WHEN t.chosen THEN f.precision END) AS itsPrecision, max(CASE WHEN t.chosen THEN f.words END) AS itsWords, max(CASE WHEN t.chosen THEN f.start END) AS itsStart, max(CASE WHEN t.chosen THEN f.startInexact END) AS itsStartInexact, max(CASE WHEN t.chosen THEN f.end END) AS itsEnd, max(CASE WHEN t.chosen THEN f.endInexact END) AS itsEndInexact, max(CASE WHEN t.chosen THEN f.uncertain END) AS itsUncertain, max(CASE WHEN t.chosen THEN f.approximate END) AS itsApproximate, max(CASE WHEN t.chosen THEN t.basis END) AS itsBasis, max(CASE WHEN t.chosen THEN t.text END) AS itsText
SET s += {endDate: value, endDateFact: itsFact, endDateVerdict: itsVerdict, endDateArticles: itsArticles, endDateSources: itsSources, endDateMin: itsMin, endDateMinDay: itsMinDay, endDateMax: itsMax, endDateMaxDay: itsMaxDay, endDateSort: itsSort, endDatePrecision: itsPrecision, endDateWords: itsWords, endDateStart: itsStart, endDateStartInexact: itsStartInexact, endDateEnd: itsEnd, endDateEndInexact: itsEndInexact, endDateUncertain: itsUncertain, endDateApproximate: itsApproximate, endDateBasis: itsBasis, endDateText: itsText}
WITH s WHERE s.until = '9999-12-31'
MATCH (s)<-[:WAS]-(e:Entity)
SET e += {endDate: s.endDate, endDateFact: s.endDateFact, endDateVerdict: s.endDateVerdict, endDateArticles: s.endDateArticles, endDateSources: s.endDateSources, endDateMin: s.endDateMin, endDateMinDay: s.endDateMinDay, endDateMax: s.endDateMax, endDateMaxDay: s.endDateMaxDay, endDateSort: s.endDateSort, endDatePrecision: s.endDatePrecision, endDateWords: s.endDateWords, endDateStart: s.endDateStart, endDateStartInexact: s.endDateStartInexact, endDateEnd: s.endDateEnd, endDateEndInexact: s.endDateEndInexact, endDateUncertain: s.endDateUncertain, endDateApproximate: s.endDateApproximate, endDateBasis: s.endDateBasis, endDateText: s.endDateText};
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.predicate = 'object'
WITH s, max(CASE WHEN t.chosen THEN f.value END) AS value, max(CASE WHEN t.chosen THEN f.id END) AS itsFact, max(CASE WHEN t.chosen THEN t.verdict END) AS itsVerdict, max(CASE WHEN t.chosen THEN t.articles END) AS itsArticles, max(CASE WHEN t.chosen THEN t.sources END) AS itsSources
SET s += {object: value, objectFact: itsFact, objectVerdict: itsVerdict, objectArticles: itsArticles, objectSources: itsSources}
WITH s WHERE s.until = '9999-12-31'
MATCH (s)<-[:WAS]-(e:Entity)
SET e += {object: s.object, objectFact: s.objectFact, objectVerdict: s.objectVerdict, objectArticles: s.objectArticles, objectSources: s.objectSources};
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.predicate = 'purpose'
WITH s, max(CASE WHEN t.chosen THEN f.value END) AS value, max(CASE WHEN t.chosen THEN f.id END) AS itsFact, max(CASE WHEN t.chosen THEN t.verdict END) AS itsVerdict, max(CASE WHEN t.chosen THEN t.articles END) AS itsArticles, max(CASE WHEN t.chosen THEN t.sources END) AS itsSources
SET s += {purpose: value, purposeFact: itsFact, purposeVerdict: itsVerdict, purposeArticles: itsArticles, purposeSources: itsSources}
WITH s WHERE s.until = '9999-12-31'
MATCH (s)<-[:WAS]-(e:Entity)
SET e += {purpose: s.purpose, purposeFact: s.purposeFact, purposeVerdict: s.purposeVerdict, purposeArticles: s.purposeArticles, purposeSources: s.purposeSources};
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.predicate = 'grounds'
WITH s, max(CASE WHEN t.chosen THEN f.value END) AS value, max(CASE WHEN t.chosen THEN f.id END) AS itsFact, max(CASE WHEN t.chosen THEN t.verdict END) AS itsVerdict, max(CASE WHEN t.chosen THEN t.articles END) AS itsArticles, max(CASE WHEN t.chosen THEN t.sources END) AS itsSources
SET s += {grounds: value, groundsFact: itsFact, groundsVerdict: itsVerdict, groundsArticles: itsArticles, groundsSources: itsSources}
WITH s WHERE s.until = '9999-12-31'
MATCH (s)<-[:WAS]-(e:Entity)
SET e += {grounds: s.grounds, groundsFact: s.groundsFact, groundsVerdict: s.groundsVerdict, groundsArticles: s.groundsArticles, groundsSources: s.groundsSources};
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.predicate = 'ordinal'
WITH s, max(CASE WHEN t.chosen THEN f.value END) AS value, max(CASE WHEN t.chosen THEN f.id END) AS itsFact, max(CASE WHEN t.chosen THEN t.verdict END) AS itsVerdict, max(CASE WHEN t.chosen THEN t.articles END) AS itsArticles, max(CASE WHEN t.chosen THEN t.sources END) AS itsSources
SET s += {ordinal: toInteger(value), ordinalFact: itsFact, ordinalVerdict: itsVerdict, ordinalArticles: itsArticles, ordinalSources: itsSources}
WITH s WHERE s.until = '9999-12-31'
MATCH (s)<-[:WAS]-(e:Entity)
SET e += {ordinal: s.ordinal, ordinalFact: s.ordinalFact, ordinalVerdict: s.ordinalVerdict, ordinalArticles: s.ordinalArticles, ordinalSources: s.ordinalSources};
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.predicate = 'duration'
WITH s, max(CASE WHEN t.chosen THEN f.value END) AS value, max(CASE WHEN t.chosen THEN f.id END) AS itsFact, max(CASE WHEN t.chosen THEN t.verdict END) AS itsVerdict, max(CASE WHEN t.chosen THEN t.articles END) AS itsArticles, max(CASE WHEN t.chosen THEN t.sources END) AS itsSources
SET s += {duration: value, durationFact: itsFact, durationVerdict: itsVerdict, durationArticles: itsArticles, durationSources: itsSources}
WITH s WHERE s.until = '9999-12-31'
MATCH (s)<-[:WAS]-(e:Entity)
SET e += {duration: s.duration, durationFact: s.durationFact, durationVerdict: s.durationVerdict, durationArticles: s.durationArticles, durationSources: s.durationSources};
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.predicate = 'item'
WITH s, max(CASE WHEN t.chosen THEN f.value END) AS value, max(CASE WHEN t.chosen THEN f.id END) AS itsFact, max(CASE WHEN t.chosen THEN t.verdict END) AS itsVerdict, max(CASE WHEN t.chosen THEN t.articles END) AS itsArticles, max(CASE WHEN t.chosen THEN t.sources END) AS itsSources
SET s += {item: value, itemFact: itsFact, itemVerdict: itsVerdict, itemArticles: itsArticles, itemSources: itsSources}
WITH s WHERE s.until = '9999-12-31'
MATCH (s)<-[:WAS]-(e:Entity)
SET e += {item: s.item, itemFact: s.itemFact, itemVerdict: s.itemVerdict, itemArticles: s.itemArticles, itemSources: s.itemSources};
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.predicate = 'quantity'
WITH s, max(CASE WHEN t.chosen THEN f.value END) AS value, max(CASE WHEN t.chosen THEN f.id END) AS itsFact, max(CASE WHEN t.chosen THEN t.verdict END) AS itsVerdict, max(CASE WHEN t.chosen THEN t.articles END) AS itsArticles, max(CASE WHEN t.chosen THEN t.sources END) AS itsSources
SET s += {quantity: toInteger(value), quantityFact: itsFact, quantityVerdict: itsVerdict, quantityArticles: itsArticles, quantitySources: itsSources}
WITH s WHERE s.until = '9999-12-31'
MATCH (s)<-[:WAS]-(e:Entity)
SET e += {quantity: s.quantity, quantityFact: s.quantityFact, quantityVerdict: s.quantityVerdict, quantityArticles: s.quantityArticles, quantitySources: s.quantitySources};
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.predicate = 'description'
WITH s, max(CASE WHEN t.chosen THEN f.value END) AS value, max(CASE WHEN t.chosen THEN f.id END) AS itsFact, max(CASE WHEN t.chosen THEN t.verdict END) AS itsVerdict, max(CASE WHEN t.chosen THEN t.articles END) AS itsArticles, max(CASE WHEN t.chosen THEN t.sources END) AS itsSources
SET s += {description: value, descriptionFact: itsFact, descriptionVerdict: itsVerdict, descriptionArticles: itsArticles, descriptionSources: itsSources}
WITH s WHERE s.until = '9999-12-31'
MATCH (s)<-[:WAS]-(e:Entity)
SET e += {description: s.description, descriptionFact: s.descriptionFact, descriptionVerdict: s.descriptionVerdict, descriptionArticles: s.descriptionArticles, descriptionSources: s.descriptionSources};
MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact)
WITH f, s, t ORDER BY f.id, s.from
WITH f, collect(s.from) AS days, collect(coalesce(t.status, '')) AS statusThen, collect(coalesce(t.verdict, '')) AS verdictThen, collect(coalesce(t.basis, '')) AS basisThen, collect(coalesce(t.reportedOn, '')) AS reportedOnThen, collect(coalesce(t.lastReportedOn, '')) AS lastReportedOnThen, collect(coalesce(t.withdrawnOn, '')) AS withdrawnOnThen, collect(coalesce(t.refinedBy, '')) AS refinedByThen, collect(t.holds) AS holdsThen, collect(t.articles) AS articlesThen, collect(t.sources) AS sourcesThen, collect(t.weight) AS weightThen, collect(coalesce(t.earliestDay, -9000000000000000)) AS earliestDayThen, collect(coalesce(t.latestDay, 9000000000000000)) AS latestDayThen
SET f += {days: days, statusThen: statusThen, verdictThen: verdictThen, basisThen: basisThen, reportedOnThen: reportedOnThen, lastReportedOnThen: lastReportedOnThen, withdrawnOnThen: withdrawnOnThen, refinedByThen: refinedByThen, holdsThen: holdsThen, articlesThen: articlesThen, sourcesThen: sourcesThen, weightThen: weightThen, earliestDayThen: earliestDayThen, latestDayThen: latestDayThen};
MATCH (s:State {stale: true})-[t:TELLS]->(:Fact) DELETE t;
MATCH (s:State {stale: true}) WHERE s.entity IS NULL DETACH DELETE s;
MATCH (s:State {stale: true}) REMOVE s.stale;
MATCH (e:Entity {restate: true}) REMOVE e.restate;

// ---- 10. The plain graph: what holds now has its own type, what held once is WAS_SAID -----------------------------

MATCH (f:Fact {stale: true, form: 'RELATION', holds: false}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MATCH (a)-[r]->(b) WHERE r.fact = f.id DELETE r;
MATCH (f:Fact {stale: true, form: 'RELATION', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MATCH (a)-[r:WAS_SAID]->(b) WHERE r.fact = f.id DELETE r;
MATCH (f:Fact {stale: true, form: 'RELATION', holds: false}) WHERE size(coalesce(f.since, [])) > 0
MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
CREATE (a)-[r:WAS_SAID {fact: f.id}]->(b) SET r += {predicate: f.predicate, role: f.role, title: f.title, basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen, withdrawnOn: f.withdrawnOn};
MATCH (f:Fact {stale: true, predicate: 'HOLDS_OFFICE', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:HOLDS_OFFICE {fact: f.id}]->(b) SET r += {title: f.title, basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'GAVE', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (b)<-[r:GAVE {fact: f.id}]-(a) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'GIVEN_TO', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:GIVEN_TO {fact: f.id}]->(b) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'INVOLVED_IN', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (b)<-[r:INVOLVED_IN {fact: f.id}]-(a) SET r += {role: f.role, basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'PARENT_OF', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:PARENT_OF {fact: f.id}]->(b) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'MADE_IN', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:MADE_IN {fact: f.id}]->(b) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'LOCATED_IN', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:LOCATED_IN {fact: f.id}]->(b) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'REPRESENTS', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:REPRESENTS {fact: f.id}]->(b) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'HAS_PLACE', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:HAS_PLACE {fact: f.id}]->(b) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'GIVEN_DURING', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:GIVEN_DURING {fact: f.id}]->(b) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'PART_OF', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:PART_OF {fact: f.id}]->(b) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'BEFORE', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:BEFORE {fact: f.id}]->(b) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'CONCERNS', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:CONCERNS {fact: f.id}]->(b) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'IN_RETURN_FOR', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:IN_RETURN_FOR {fact: f.id}]->(b) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};
MATCH (f:Fact {stale: true, predicate: 'POSSIBLY_SAME_AS', holds: true}) MATCH (f)-[:SUBJECT]->(a:Entity) MATCH (f)-[:OBJECT]->(b:Entity)
MERGE (a)-[r:POSSIBLY_SAME_AS {fact: f.id}]->(b) SET r += {basis: f.basis, status: f.status, verdict: f.verdict, articles: f.articles, sources: f.sources, reportedOn: f.reportedOn, lastReportedOn: f.lastReportedOn, since: f.since, until: f.until, days: f.days, statusThen: f.statusThen, verdictThen: f.verdictThen, basisThen: f.basisThen, articlesThen: f.articlesThen, sourcesThen: f.sourcesThen, lastReportedOnThen: f.lastReportedOnThen};

// ---- 11. Index of names: (Name {key})-[:NAMES {weak, identifiesOn, mentions, reportedOn}]->(Entity) ---------------

MATCH (e:Entity {stale: true})<-[r:NAMES]-(k:Name) SET k.stale = true DELETE r;
// Rank 0 identifies, 1 merely may (a surname), 2 and 3 are what texts call it, on mentionDays[i] mentionCounts[i] times. A name of
// background is known from the start.
MATCH (e:Entity {stale: true}) WHERE e.sameAs IS NULL
MATCH (e)-[:SAME_AS*0..8]-(m:Entity)
  WITH DISTINCT e, m
MATCH (m)<-[d:DECLARES]-(o:Owner)
UNWIND [k IN coalesce(d.keys, []) | {key: k, rank: 0, hits: 0}] + [k IN coalesce(d.weakKeys, []) | {key: k, rank: 1, hits: 0}]
  + [i IN range(0, size(coalesce(d.calledKeys, [])) - 1) | {key: d.calledKeys[i], rank: d.calledRanks[i], hits: d.calledCounts[i]}] AS called
WITH e, called.key AS key, coalesce(o.publishedOn, '0000-01-01') AS said, min(called.rank) AS rank, sum(called.hits) AS hits,
  min(CASE WHEN called.rank < 3 THEN coalesce(o.publishedOn, '') END) AS first
WITH e, key, said, rank, hits, first ORDER BY said
WITH e, key, min(rank) AS rank, sum(hits) AS mentions, min(first) AS day, min(CASE WHEN rank = 0 THEN said END) AS identifiesOn,
  collect(CASE WHEN hits > 0 THEN said END) AS mentionDays, collect(CASE WHEN hits > 0 THEN hits END) AS mentionCounts
WHERE rank < 3
MERGE (k:Name {key: key})
CREATE (k)-[:NAMES {weak: rank > 0, identifiesOn: identifiesOn, mentions: mentions, mentionDays: mentionDays, mentionCounts: mentionCounts,
  reportedOn: CASE WHEN day <> '' THEN day END}]->(e);
MATCH (k:Name {stale: true})
CALL (k) { MATCH (k)-[r:NAMES]->(:Entity) RETURN count(r) AS n }
WITH k, n WHERE n = 0
REMOVE k.stale DETACH DELETE k;

// ---- 12. What nobody says any more is gone; nothing is stale ------------------------------------------------------

MATCH (f:Fact {stale: true})
CALL (f) { MATCH (f)<-[r:SAYS]-() RETURN count(r) AS n }
WITH f, n WHERE n = 0
REMOVE f.stale DETACH DELETE f;
MATCH (n:Name {stale: true}) REMOVE n.stale;
MATCH (n:Fact {stale: true}) REMOVE n.stale;
MATCH (n:Claim {stale: true}) REMOVE n.stale;
MATCH (n:Entity {stale: true}) REMOVE n.stale;
MATCH (n:Judgement {stale: true}) REMOVE n.stale;
MATCH (n:Owner {stale: true}) REMOVE n.stale;
