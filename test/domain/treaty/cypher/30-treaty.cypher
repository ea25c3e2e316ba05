// 30-treaty: what article:tt-20231101 says.

// What it said before goes; run the derivation after this script.
MATCH (:Claim {owner: 'article:tt-20231101'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Owner {id: 'article:tt-20231101'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Claim {owner: 'article:tt-20231101'})-[:CONTRADICTS]-(c:Claim) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:tt-20231101'}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:tt-20231101'}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:tt-20231101'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {owner: 'article:tt-20231101', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {owner: 'article:tt-20231101', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (:Owner {id: 'article:tt-20231101'})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (c:Claim {owner: 'article:tt-20231101'}) REMOVE c.stale DETACH DELETE c;
MATCH (j:Judgement {owner: 'article:tt-20231101'}) REMOVE j.stale DETACH DELETE j;
MATCH (:Owner {id: 'article:tt-20231101'})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s;
MATCH (o:Owner {id: 'article:tt-20231101'}) DETACH DELETE o;

// The owner: an article.
UNWIND [
  {id: 'article:tt-20231101', title: 'A Treaty Is Signed', byline: 'The Morning Note', publishedOn: '2023-11-01', language: 'en', textSha256: 'tt', length: 100}
] AS row
MERGE (o:Owner:Article {id: row.id})
SET o.title = row.title, o.subtitle = row.subtitle, o.byline = row.byline, o.publishedOn = row.publishedOn, o.language = row.language, o.url = row.url, o.textSha256 = row.textSha256, o.length = row.length, o.recordedAt = toString(datetime()), o.stale = true;

// Sentences of the article, as spans of its text in Unicode code points.
UNWIND [
  {id: 'sentence:tt-20231101:1', n: '1', seq: 0, kind: 'BODY', start: 0, end: 100, textSha256: '1'}
] AS row
MATCH (o:Owner {id: 'article:tt-20231101'})
CREATE (:Sentence {id: row.id, n: row.n, seq: row.seq, kind: row.kind, start: row.start, end: row.end, textSha256: row.textSha256, text: row.text})-[:IN_ARTICLE]->(o);

// Things that are a Country, and what the owner calls them.
UNWIND [
  {id: 'country:ru'},
  {id: 'country:kp'}
] AS row
MATCH (o:Owner {id: 'article:tt-20231101'})
MERGE (e:Entity:Country {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, isoCode: row.isoCode, demonym: row.demonym, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Event, and what the owner calls them.
UNWIND [
  {id: 'event:2023-putin-kim-summit'}
] AS row
MATCH (o:Owner {id: 'article:tt-20231101'})
MERGE (e:Entity:Event {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Treaty, and what the owner calls them.
UNWIND [
  {id: 'treaty:2000-neighbours', name: 'Treaty of Good Neighbours', keys: ['treaty of good neighbours']},
  {id: 'treaty:2023-friendship', name: 'Treaty of Friendship', aliases: ['Friendship Treaty'], keys: ['friendship treaty', 'treaty of friendship']}
] AS row
MATCH (o:Owner {id: 'article:tt-20231101'})
MERGE (e:Entity:Treaty {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Claims: what the article says, in our own words.
UNWIND [
  {id: 'claim:tt-20231101:T1', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Russia and North Korea signed a treaty of friendship.'},
  {id: 'claim:tt-20231101:T2', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Russia had signed another one in 2000.'},
  {id: 'claim:tt-20231101:T3', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'The treaty of friendship is of 13 September.'}
] AS row
CREATE (:Claim {id: row.id, status: row.status, voice: row.voice, basis: row.basis, text: row.text, sourceText: row.sourceText, owner: 'article:tt-20231101'});

// Where a claim is stated.
UNWIND [
  {claim: 'claim:tt-20231101:T1', sentence: 'sentence:tt-20231101:1', start: 0, end: 100},
  {claim: 'claim:tt-20231101:T2', sentence: 'sentence:tt-20231101:1', start: 0, end: 100},
  {claim: 'claim:tt-20231101:T3', sentence: 'sentence:tt-20231101:1', start: 0, end: 100}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (s:Sentence {id: row.sentence})
CREATE (c)-[:STATED_IN {start: row.start, end: row.end}]->(s);

// That an event takes place, or that a gift was given.
UNWIND [
  {claim: 'claim:tt-20231101:T1', fact: 'fact:event:2023-putin-kim-summit|happens', slot: 'event:2023-putin-kim-summit|happens', subject: 'event:2023-putin-kim-summit', predicate: 'happens', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'HAPPENS', f.predicate = row.predicate, f.slot = row.slot
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// How two things are related.
UNWIND [
  {claim: 'claim:tt-20231101:T2', fact: 'fact:treaty:2000-neighbours|SIGNED_BY|country:ru', slot: 'treaty:2000-neighbours|SIGNED_BY', subject: 'treaty:2000-neighbours', predicate: 'SIGNED_BY', object: 'country:ru', basis: 'STATED'},
  {claim: 'claim:tt-20231101:T1', fact: 'fact:treaty:2023-friendship|SIGNED_BY|country:kp', slot: 'treaty:2023-friendship|SIGNED_BY', subject: 'treaty:2023-friendship', predicate: 'SIGNED_BY', object: 'country:kp', basis: 'STATED'},
  {claim: 'claim:tt-20231101:T1', fact: 'fact:treaty:2023-friendship|SIGNED_BY|country:ru', slot: 'treaty:2023-friendship|SIGNED_BY', subject: 'treaty:2023-friendship', predicate: 'SIGNED_BY', object: 'country:ru', basis: 'STATED'},
  {claim: 'claim:tt-20231101:T1', fact: 'fact:treaty:2023-friendship|SIGNED_AT|event:2023-putin-kim-summit', slot: 'treaty:2023-friendship|SIGNED_AT', subject: 'treaty:2023-friendship', predicate: 'SIGNED_AT', object: 'event:2023-putin-kim-summit', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MATCH (b:Entity {id: row.object})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'RELATION', f.predicate = row.predicate, f.slot = row.slot, f.role = row.role, f.title = row.title, f.qualifier = row.qualifier
MERGE (f)-[:SUBJECT]->(a)
MERGE (f)-[:OBJECT]->(b)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// When it was.
UNWIND [
  {claim: 'claim:tt-20231101:T3', fact: 'fact:treaty:2023-friendship|date|2023-09-13', slot: 'treaty:2023-friendship|date', subject: 'treaty:2023-friendship', predicate: 'date', value: '2023-09-13', precision: 'DAY', sortKey: 19613, words: '13 September 2023', start: '2023-09-13', end: '2023-09-13', basis: 'STATED', earliest: '2023-09-13', latest: '2023-09-13', earliestDay: 19613, latestDay: 19613},
  {claim: 'claim:tt-20231101:T2', fact: 'fact:treaty:2000-neighbours|date|2000', slot: 'treaty:2000-neighbours|date', subject: 'treaty:2000-neighbours', predicate: 'date', value: '2000', precision: 'YEAR', sortKey: 10957, words: '2000', start: '2000', end: '2000', basis: 'STATED', earliest: '2000-01-01', latest: '2000-12-31', earliestDay: 10957, latestDay: 11322}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value, f.precision = row.precision, f.sortKey = row.sortKey, f.words = row.words, f.start = row.start, f.startInexact = row.startInexact, f.end = row.end, f.endInexact = row.endInexact, f.uncertain = row.uncertain, f.approximate = row.approximate
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis, text: row.text, earliest: row.earliest, latest: row.latest, earliestDay: row.earliestDay, latestDay: row.latestDay}]->(f);
