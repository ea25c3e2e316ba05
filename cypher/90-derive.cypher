// 90-derive: what follows from the rest of the graph. Run after every change of it, as often as you like.

// ---- Status of events --------------------------------------------------------------------------------------------

// The strongest status among the claims about an event, PREFERRED claims first. A denial counts only where nobody says
// anything else, a deprecated claim only where there is no other at all: so an event known through a denial is DENIED.
MATCH (e:Event)<-[:ABOUT]-(c:Claim)
WITH e, c,
  CASE WHEN c.rank = 'DEPRECATED' THEN 0 WHEN c.status = 'DENIED' THEN 1 WHEN c.rank = 'PREFERRED' THEN 3 ELSE 2 END AS p,
  CASE c.status WHEN 'OCCURRED' THEN 8 WHEN 'ONGOING' THEN 7 WHEN 'HABITUAL' THEN 6 WHEN 'PLANNED' THEN 5
    WHEN 'EXPECTED' THEN 4 WHEN 'REQUESTED' THEN 3 WHEN 'SPECULATED' THEN 2 WHEN 'DOUBTED' THEN 1 ELSE 0 END AS w
ORDER BY p DESC, w DESC
WITH e, collect(c.status) AS statuses
SET e.status = statuses[0];

// ---- What was known when -------------------------------------------------------------------------------------------

// reportedOn is the day of the first article that says so: of an article and its sentences, of a claim, of a
// relationship through its claims, of an entity through claims and mentions. What has none is background knowledge.
// An event is told by claims about it alone: before the first of them nobody has said how sure it is.
MATCH (a:Article) SET a.reportedOn = a.publishedOn;
MATCH (s:Sentence)-[:IN_ARTICLE]->(a:Article) SET s.reportedOn = a.publishedOn;
MATCH (c:Claim)-[:STATED_IN]->(s:Sentence)
WITH c, min(s.reportedOn) AS day
SET c.reportedOn = day;
MATCH (:Entity)-[r]->(:Entity)
WHERE size(coalesce(r.claims, [])) > 0
UNWIND r.claims AS id
MATCH (c:Claim {id: id})
WITH r, min(c.reportedOn) AS day
SET r.reportedOn = day;
MATCH (e:Entity)
CALL (e) {
  MATCH (e)<-[:ABOUT]-(c:Claim) RETURN c.reportedOn AS day
  UNION ALL
  MATCH (e)<-[:MENTIONS]-(s:Sentence) WHERE NOT e:Event RETURN s.reportedOn AS day
  UNION ALL
  MATCH (e)-[r]-(:Entity) WHERE NOT e:Event RETURN r.reportedOn AS day
}
WITH e, min(day) AS day
SET e.reportedOn = day;

// A date is told since the first claim that gives it, where there is one; else since the event is.
MATCH (e:Event)
WHERE e.date IS NOT NULL
OPTIONAL MATCH (e)<-[:ABOUT]-(c:Claim {property: 'date'})
WHERE c.value = e.date AND c.status <> 'DENIED'
WITH e, min(c.reportedOn) AS day
SET e.dateReportedOn = day;
MATCH (e:Event)
WHERE e.endDate IS NOT NULL
OPTIONAL MATCH (e)<-[:ABOUT]-(c:Claim {property: 'endDate'})
WHERE c.value = e.endDate AND c.status <> 'DENIED'
WITH e, min(c.reportedOn) AS day
SET e.endDateReportedOn = day;

// The status of an event as it could be told on each day that brought a claim about it: statuses[i] from statusDays[i] on.
MATCH (e:Event)<-[:ABOUT]-(c:Claim)
WITH DISTINCT e, c.reportedOn AS day
CALL (e, day) {
  MATCH (e)<-[:ABOUT]-(c:Claim)
  WHERE c.reportedOn <= day
  WITH c,
    CASE WHEN c.rank = 'DEPRECATED' THEN 0 WHEN c.status = 'DENIED' THEN 1 WHEN c.rank = 'PREFERRED' THEN 3 ELSE 2 END AS p,
    CASE c.status WHEN 'OCCURRED' THEN 8 WHEN 'ONGOING' THEN 7 WHEN 'HABITUAL' THEN 6 WHEN 'PLANNED' THEN 5
      WHEN 'EXPECTED' THEN 4 WHEN 'REQUESTED' THEN 3 WHEN 'SPECULATED' THEN 2 WHEN 'DOUBTED' THEN 1 ELSE 0 END AS w
  ORDER BY p DESC, w DESC
  RETURN head(collect(c.status)) AS status
}
WITH e, day, status ORDER BY e.id, day
WITH e, collect(day) AS days, collect(status) AS statuses
SET e.statusDays = days, e.statuses = statuses;

// ---- Name index --------------------------------------------------------------------------------------------------

// (Name {key})-[:NAMES {weak, mentions}]->(Entity) finds an entity by what it is called:
//   MATCH (:Name {key: 'kim'})-[r:NAMES]->(n:Entity) RETURN n.id, r.mentions, r.weak ORDER BY r.mentions DESC, n.id
// Thrown away and built anew, so that a name which no longer applies is gone.
MATCH (n:Name) DETACH DELETE n;

// Every way to call an entity, with its rank:
//   0  name and aliases                                   a key that identifies, weak = false
//   1  weak aliases                                       a key that merely may, weak = true
//   2  surfaces of mentions that are names or demonyms,   likewise
//      for events noun phrases too: nobody gives an event a proper name, people say the summit
//   3  noun phrases for anything else                     no key, their holder changes: the leader, the city
// mentions counts the mentions whose surface folds to the key, whatever made the key. Pronouns do not count at all.
// key = lower case, then the pairs of the table: letters lose their marks, typographic apostrophe and hyphens become plain.
// Plain ASCII skips the table, which is the slow part and would change nothing there.
WITH [
  ['à', 'a'], ['á', 'a'], ['â', 'a'], ['ã', 'a'], ['ä', 'a'], ['å', 'a'], ['ā', 'a'], ['ă', 'a'], ['ą', 'a'], ['ç', 'c'], ['ć', 'c'], ['ĉ', 'c'], ['ċ', 'c'], ['č', 'c'], ['ď', 'd'], ['è', 'e'], ['é', 'e'],
  ['ê', 'e'], ['ë', 'e'], ['ē', 'e'], ['ĕ', 'e'], ['ė', 'e'], ['ę', 'e'], ['ě', 'e'], ['ĝ', 'g'], ['ğ', 'g'], ['ġ', 'g'], ['ģ', 'g'], ['ĥ', 'h'], ['ì', 'i'], ['í', 'i'], ['î', 'i'], ['ï', 'i'], ['ĩ', 'i'],
  ['ī', 'i'], ['ĭ', 'i'], ['į', 'i'], ['i̇', 'i'], ['ĵ', 'j'], ['ķ', 'k'], ['ĺ', 'l'], ['ļ', 'l'], ['ľ', 'l'], ['ñ', 'n'], ['ń', 'n'], ['ņ', 'n'], ['ň', 'n'], ['ò', 'o'], ['ó', 'o'], ['ô', 'o'], ['õ', 'o'],
  ['ö', 'o'], ['ō', 'o'], ['ŏ', 'o'], ['ő', 'o'], ['ŕ', 'r'], ['ŗ', 'r'], ['ř', 'r'], ['ś', 's'], ['ŝ', 's'], ['ş', 's'], ['š', 's'], ['ţ', 't'], ['ť', 't'], ['ù', 'u'], ['ú', 'u'], ['û', 'u'], ['ü', 'u'],
  ['ũ', 'u'], ['ū', 'u'], ['ŭ', 'u'], ['ů', 'u'], ['ű', 'u'], ['ų', 'u'], ['ŵ', 'w'], ['ý', 'y'], ['ÿ', 'y'], ['ŷ', 'y'], ['ź', 'z'], ['ż', 'z'], ['ž', 'z'],
  ['ø', 'o'], ['ł', 'l'], ['đ', 'd'], ['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['’', "'"], ['‐', '-'], ['‑', '-'], ['–', '-']
] AS fold
MATCH (n:Entity)
CALL (n) {
  UNWIND [n.name] + coalesce(n.aliases, []) AS name
  RETURN name, 0 AS rank, 0 AS hits
  UNION ALL
  UNWIND coalesce(n.weakAliases, []) AS name
  RETURN name, 1 AS rank, 0 AS hits
  UNION ALL
  MATCH (n)<-[m:MENTIONS]-(:Sentence)
  WHERE m.surface IS NOT NULL AND m.kind <> 'PRONOUN'
  WITH m.surface AS name, CASE WHEN m.kind <> 'NOMINAL' OR n:Event THEN 2 ELSE 3 END AS rank
  RETURN name, rank, count(*) AS hits
}
WITH n, rank, hits,
  CASE WHEN name =~ '[ -~]*' THEN toLower(name)
    ELSE reduce(k = toLower(name), p IN fold | replace(k, p[0], p[1])) END AS key
WITH n, key, min(rank) AS rank, sum(hits) AS mentions
WHERE rank < 3
MERGE (k:Name {key: key})
MERGE (k)-[r:NAMES]->(n)
  SET r.weak = rank > 0, r.mentions = mentions;
