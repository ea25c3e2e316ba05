// 20-second: what article:second says.

// What it said before goes; run the derivation after this script.
MATCH (:Claim {owner: 'article:second'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Owner {id: 'article:second'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Claim {owner: 'article:second'})-[:CONTRADICTS]-(c:Claim) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:second'}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:second'}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:second'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {owner: 'article:second', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {owner: 'article:second', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (:Owner {id: 'article:second'})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (c:Claim {owner: 'article:second'}) REMOVE c.stale DETACH DELETE c;
MATCH (j:Judgement {owner: 'article:second'}) REMOVE j.stale DETACH DELETE j;
MATCH (:Owner {id: 'article:second'})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s;
MATCH (o:Owner {id: 'article:second'}) DETACH DELETE o;

// The owner: an article.
UNWIND [
  {id: 'article:second', title: 'The Visit Took Place', byline: 'The Herald', publishedOn: '2024-03-11', language: 'en', textSha256: 'y', length: 100}
] AS row
MERGE (o:Owner:Article {id: row.id})
SET o.title = row.title, o.subtitle = row.subtitle, o.byline = row.byline, o.publishedOn = row.publishedOn, o.language = row.language, o.url = row.url, o.textSha256 = row.textSha256, o.length = row.length, o.recordedAt = toString(datetime()), o.stale = true;

// Sentences of the article, as spans of its text in Unicode code points.
UNWIND [
  {id: 'sentence:second:1', n: '1', seq: 0, kind: 'BODY', start: 0, end: 50, textSha256: 'c'},
  {id: 'sentence:second:2', n: '2', seq: 1, kind: 'BODY', start: 51, end: 100, textSha256: 'd'}
] AS row
MATCH (o:Owner {id: 'article:second'})
CREATE (:Sentence {id: row.id, n: row.n, seq: row.seq, kind: row.kind, start: row.start, end: row.end, textSha256: row.textSha256, text: row.text})-[:IN_ARTICLE]->(o);

// Things that are a Person, and what the owner calls them.
UNWIND [
  {id: 'person:ada'},
  {id: 'person:cyrus'}
] AS row
MATCH (o:Owner {id: 'article:second'})
MERGE (e:Entity:Person {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Event, and what the owner calls them.
UNWIND [
  {id: 'event:visit'},
  {id: 'event:deal'},
  {id: 'event:dinner'},
  {id: 'event:fair'},
  {id: 'event:pact'},
  {id: 'event:speech'}
] AS row
MATCH (o:Owner {id: 'article:second'})
MERGE (e:Entity:Event {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Gift, and what the owner calls them.
UNWIND [
  {id: 'gift:vase', name: 'blue vase', keys: ['blue vase']}
] AS row
MATCH (o:Owner {id: 'article:second'})
MERGE (e:Entity:Gift {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Claims: what the article says, in our own words.
UNWIND [
  {id: 'claim:second:F1', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Ada Bell made her visit.'},
  {id: 'claim:second:F2', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Ada Bell gave Cyrus Dean a blue vase.'},
  {id: 'claim:second:F3', status: 'DENIED', voice: 'ARTICLE', basis: 'STATED', text: 'Cyrus Dean did not speak.'},
  {id: 'claim:second:F4', status: 'PLANNED', voice: 'ARTICLE', basis: 'STATED', text: 'Cyrus Dean plans a deal.'},
  {id: 'claim:second:F5', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Cyrus Dean had a dinner in February.'},
  {id: 'claim:second:F6', status: 'ONGOING', voice: 'SOURCE', basis: 'STATED', text: 'The pact holds.'},
  {id: 'claim:second:F7', status: 'HABITUAL', voice: 'ARTICLE', basis: 'STATED', text: 'The fair is on the twelfth.'}
] AS row
CREATE (:Claim {id: row.id, status: row.status, voice: row.voice, basis: row.basis, text: row.text, sourceText: row.sourceText, owner: 'article:second'});

// Where a claim is stated.
UNWIND [
  {claim: 'claim:second:F1', sentence: 'sentence:second:1', start: 0, end: 50},
  {claim: 'claim:second:F2', sentence: 'sentence:second:1', start: 0, end: 50},
  {claim: 'claim:second:F3', sentence: 'sentence:second:2', start: 51, end: 100},
  {claim: 'claim:second:F4', sentence: 'sentence:second:2', start: 51, end: 100},
  {claim: 'claim:second:F5', sentence: 'sentence:second:2', start: 51, end: 100},
  {claim: 'claim:second:F6', sentence: 'sentence:second:2', start: 51, end: 100},
  {claim: 'claim:second:F7', sentence: 'sentence:second:2', start: 51, end: 100}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (s:Sentence {id: row.sentence})
CREATE (c)-[:STATED_IN {start: row.start, end: row.end}]->(s);

// Who says so, where it is not the article itself.
UNWIND [
  {claim: 'claim:second:F6', entity: 'person:ada', basis: 'STATED', sourceText: 'Ada Bell'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (e:Entity {id: row.entity})
CREATE (c)-[:ATTRIBUTED_TO {basis: row.basis, sourceText: row.sourceText}]->(e);

// What the owner judges of claims and things.
UNWIND [
  {id: 'judgement:CONTRADICTS|claim:second:F3|claim:first:F2|happens|2024-03-11', kind: 'CONTRADICTS', target: 'claim:first:F2', by: 'claim:second:F3', on: '2024-03-11', predicate: 'happens'},
  {id: 'judgement:CONTRADICTS|claim:second:F7|claim:first:F5|date|2024-03-11', kind: 'CONTRADICTS', target: 'claim:first:F5', by: 'claim:second:F7', on: '2024-03-11', predicate: 'date'}
] AS row
CREATE (:Judgement {id: row.id, kind: row.kind, target: row.target, other: row.other, by: row.by, on: row.on, predicate: row.predicate, who: row.who, reason: row.reason, owner: 'article:second'});

// That an event takes place, or that a gift was given.
UNWIND [
  {claim: 'claim:second:F4', fact: 'fact:event:deal|happens', slot: 'event:deal|happens', subject: 'event:deal', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:second:F5', fact: 'fact:event:dinner|happens', slot: 'event:dinner|happens', subject: 'event:dinner', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:second:F7', fact: 'fact:event:fair|happens', slot: 'event:fair|happens', subject: 'event:fair', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:second:F6', fact: 'fact:event:pact|happens', slot: 'event:pact|happens', subject: 'event:pact', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:second:F3', fact: 'fact:event:speech|happens', slot: 'event:speech|happens', subject: 'event:speech', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:second:F1', fact: 'fact:event:visit|happens', slot: 'event:visit|happens', subject: 'event:visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:second:F2', fact: 'fact:gift:vase|happens', slot: 'gift:vase|happens', subject: 'gift:vase', predicate: 'happens', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'HAPPENS', f.predicate = row.predicate, f.slot = row.slot
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// How two things are related.
UNWIND [
  {claim: 'claim:second:F2', fact: 'fact:person:ada|GAVE|gift:vase', slot: 'person:ada|GAVE', subject: 'person:ada', predicate: 'GAVE', object: 'gift:vase', basis: 'STATED'},
  {claim: 'claim:second:F2', fact: 'fact:gift:vase|GIVEN_TO|person:cyrus', slot: 'gift:vase|GIVEN_TO', subject: 'gift:vase', predicate: 'GIVEN_TO', object: 'person:cyrus', basis: 'STATED'},
  {claim: 'claim:second:F1', fact: 'fact:person:ada|INVOLVED_IN|event:visit|VISITOR', slot: 'person:ada|INVOLVED_IN', subject: 'person:ada', predicate: 'INVOLVED_IN', object: 'event:visit', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MATCH (b:Entity {id: row.object})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'RELATION', f.predicate = row.predicate, f.slot = row.slot, f.role = row.role, f.title = row.title, f.qualifier = row.qualifier
MERGE (f)-[:SUBJECT]->(a)
MERGE (f)-[:OBJECT]->(b)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// What a thing is like.
UNWIND [
  {claim: 'claim:second:F2', fact: 'fact:gift:vase|item|vase', slot: 'gift:vase|item', subject: 'gift:vase', predicate: 'item', value: 'vase', basis: 'STATED'},
  {claim: 'claim:second:F2', fact: 'fact:gift:vase|quantity|1', slot: 'gift:vase|quantity', subject: 'gift:vase', predicate: 'quantity', value: '1', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// When it was.
UNWIND [
  {claim: 'claim:second:F5', fact: 'fact:event:dinner|date|2024-02', slot: 'event:dinner|date', subject: 'event:dinner', predicate: 'date', value: '2024-02', precision: 'MONTH', sortKey: 19754, words: 'February 2024', start: '2024-02', end: '2024-02', basis: 'STATED', earliest: '2024-02-01', latest: '2024-02-29', earliestDay: 19754, latestDay: 19782},
  {claim: 'claim:second:F7', fact: 'fact:event:fair|date|2024-02-12', slot: 'event:fair|date', subject: 'event:fair', predicate: 'date', value: '2024-02-12', precision: 'DAY', sortKey: 19765, words: '12 February 2024', start: '2024-02-12', end: '2024-02-12', basis: 'STATED', earliest: '2024-02-12', latest: '2024-02-12', earliestDay: 19765, latestDay: 19765},
  {claim: 'claim:second:F5', fact: 'fact:event:dinner|endDate|2024-02-03', slot: 'event:dinner|endDate', subject: 'event:dinner', predicate: 'endDate', value: '2024-02-03', precision: 'DAY', sortKey: 19756, words: '3 February 2024', start: '2024-02-03', end: '2024-02-03', basis: 'STATED', earliest: '2024-02-03', latest: '2024-02-03', earliestDay: 19756, latestDay: 19756}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value, f.precision = row.precision, f.sortKey = row.sortKey, f.words = row.words, f.start = row.start, f.startInexact = row.startInexact, f.end = row.end, f.endInexact = row.endInexact, f.uncertain = row.uncertain, f.approximate = row.approximate
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis, text: row.text, earliest: row.earliest, latest: row.latest, earliestDay: row.earliestDay, latestDay: row.latestDay}]->(f);
