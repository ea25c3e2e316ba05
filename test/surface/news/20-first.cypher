// 20-first: what article:first says.

// What it said before goes; run the derivation after this script.
MATCH (:Claim {owner: 'article:first'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Owner {id: 'article:first'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Claim {owner: 'article:first'})-[:CONTRADICTS]-(c:Claim) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:first'}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:first'}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:first'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {owner: 'article:first', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {owner: 'article:first', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (:Owner {id: 'article:first'})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (c:Claim {owner: 'article:first'}) REMOVE c.stale DETACH DELETE c;
MATCH (j:Judgement {owner: 'article:first'}) REMOVE j.stale DETACH DELETE j;
MATCH (:Owner {id: 'article:first'})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s;
MATCH (o:Owner {id: 'article:first'}) DETACH DELETE o;

// The owner: an article.
UNWIND [
  {id: 'article:first', title: 'A Visit Is Planned', byline: 'The Courier', publishedOn: '2024-03-01', language: 'en', textSha256: 'x', length: 100}
] AS row
MERGE (o:Owner:Article {id: row.id})
SET o.title = row.title, o.subtitle = row.subtitle, o.byline = row.byline, o.publishedOn = row.publishedOn, o.language = row.language, o.url = row.url, o.textSha256 = row.textSha256, o.length = row.length, o.recordedAt = toString(datetime()), o.stale = true;

// Sentences of the article, as spans of its text in Unicode code points.
UNWIND [
  {id: 'sentence:first:1', n: '1', seq: 0, kind: 'BODY', start: 0, end: 50, textSha256: 'a'},
  {id: 'sentence:first:2', n: '2', seq: 1, kind: 'BODY', start: 51, end: 100, textSha256: 'b'}
] AS row
MATCH (o:Owner {id: 'article:first'})
CREATE (:Sentence {id: row.id, n: row.n, seq: row.seq, kind: row.kind, start: row.start, end: row.end, textSha256: row.textSha256, text: row.text})-[:IN_ARTICLE]->(o);

// Things that are a Person, and what the owner calls them.
UNWIND [
  {id: 'person:ada', name: 'Ada Bell', aliases: ['Ada Bell'], weakAliases: ['Bell'], keys: ['ada bell'], weakKeys: ['bell']},
  {id: 'person:cyrus', name: 'Cyrus Dean', aliases: ['Cyrus Dean'], keys: ['cyrus dean']}
] AS row
MATCH (o:Owner {id: 'article:first'})
MERGE (e:Entity:Person {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Event, and what the owner calls them.
UNWIND [
  {id: 'event:deal', name: 'Deal of Cyrus Dean', kind: 'DEAL', keys: ['deal of cyrus dean']},
  {id: 'event:dinner', name: 'Dinner of Cyrus Dean', kind: 'RECEPTION', keys: ['dinner of cyrus dean']},
  {id: 'event:fair', name: 'Fair of Ada Bell', kind: 'DISPLAY', keys: ['fair of ada bell']},
  {id: 'event:pact', name: 'Pact of Ada Bell', kind: 'DEAL', keys: ['pact of ada bell']},
  {id: 'event:quarrel', name: 'Quarrel of Cyrus Dean', kind: 'TENSION', keys: ['quarrel of cyrus dean']},
  {id: 'event:speech', name: 'Speech of Cyrus Dean', kind: 'ANNOUNCEMENT', keys: ['speech of cyrus dean']},
  {id: 'event:visit', name: 'Visit of Ada Bell', kind: 'VISIT', keys: ['visit of ada bell']}
] AS row
MATCH (o:Owner {id: 'article:first'})
MERGE (e:Entity:Event {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Claims: what the article says, in our own words.
UNWIND [
  {id: 'claim:first:F1', status: 'PLANNED', voice: 'ARTICLE', basis: 'STATED', text: 'A visit of Ada Bell is planned.'},
  {id: 'claim:first:F2', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Cyrus Dean gave a speech.'},
  {id: 'claim:first:F3', status: 'DENIED', voice: 'ARTICLE', basis: 'STATED', text: 'There was no dinner, and no quarrel.'},
  {id: 'claim:first:F4', status: 'ONGOING', voice: 'SOURCE', basis: 'STATED', text: 'A pact holds.'},
  {id: 'claim:first:F5', status: 'HABITUAL', voice: 'ARTICLE', basis: 'STATED', text: 'The fair is on the tenth.'}
] AS row
CREATE (:Claim {id: row.id, status: row.status, voice: row.voice, basis: row.basis, text: row.text, sourceText: row.sourceText, owner: 'article:first'});

// Where a claim is stated.
UNWIND [
  {claim: 'claim:first:F1', sentence: 'sentence:first:1', start: 0, end: 50},
  {claim: 'claim:first:F2', sentence: 'sentence:first:2', start: 51, end: 100},
  {claim: 'claim:first:F3', sentence: 'sentence:first:2', start: 51, end: 100},
  {claim: 'claim:first:F4', sentence: 'sentence:first:2', start: 51, end: 100},
  {claim: 'claim:first:F5', sentence: 'sentence:first:2', start: 51, end: 100}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (s:Sentence {id: row.sentence})
CREATE (c)-[:STATED_IN {start: row.start, end: row.end}]->(s);

// Who says so, where it is not the article itself.
UNWIND [
  {claim: 'claim:first:F4', entity: 'person:ada', basis: 'STATED', sourceText: 'Ada Bell'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (e:Entity {id: row.entity})
CREATE (c)-[:ATTRIBUTED_TO {basis: row.basis, sourceText: row.sourceText}]->(e);

// What the owner judges of claims and things.
UNWIND [
  {id: 'judgement:PREFERS|article:first|claim:first:F5|2024-03-01', kind: 'PREFERS', target: 'claim:first:F5', on: '2024-03-01'}
] AS row
CREATE (:Judgement {id: row.id, kind: row.kind, target: row.target, other: row.other, by: row.by, on: row.on, predicate: row.predicate, who: row.who, reason: row.reason, owner: 'article:first'});

// That an event takes place, or that a gift was given.
UNWIND [
  {claim: 'claim:first:F3', fact: 'fact:event:dinner|happens', slot: 'event:dinner|happens', subject: 'event:dinner', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:first:F5', fact: 'fact:event:fair|happens', slot: 'event:fair|happens', subject: 'event:fair', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:first:F4', fact: 'fact:event:pact|happens', slot: 'event:pact|happens', subject: 'event:pact', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:first:F3', fact: 'fact:event:quarrel|happens', slot: 'event:quarrel|happens', subject: 'event:quarrel', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:first:F2', fact: 'fact:event:speech|happens', slot: 'event:speech|happens', subject: 'event:speech', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:first:F1', fact: 'fact:event:visit|happens', slot: 'event:visit|happens', subject: 'event:visit', predicate: 'happens', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'HAPPENS', f.predicate = row.predicate, f.slot = row.slot
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// How two things are related.
UNWIND [
  {claim: 'claim:first:F1', fact: 'fact:person:ada|INVOLVED_IN|event:visit|VISITOR', slot: 'person:ada|INVOLVED_IN', subject: 'person:ada', predicate: 'INVOLVED_IN', object: 'event:visit', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:first:F2', fact: 'fact:person:cyrus|INVOLVED_IN|event:deal|AGENT', slot: 'person:cyrus|INVOLVED_IN', subject: 'person:cyrus', predicate: 'INVOLVED_IN', object: 'event:deal', role: 'AGENT', qualifier: 'AGENT', basis: 'STATED'},
  {claim: 'claim:first:F2', fact: 'fact:person:cyrus|INVOLVED_IN|event:speech|SPEAKER', slot: 'person:cyrus|INVOLVED_IN', subject: 'person:cyrus', predicate: 'INVOLVED_IN', object: 'event:speech', role: 'SPEAKER', qualifier: 'SPEAKER', basis: 'STATED'},
  {claim: 'claim:first:F2', fact: 'fact:event:visit|CONCERNS|event:speech', slot: 'event:visit|CONCERNS', subject: 'event:visit', predicate: 'CONCERNS', object: 'event:speech', basis: 'STATED'}
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
  {claim: 'claim:first:F5', fact: 'fact:event:fair|date|2024-02-10', slot: 'event:fair|date', subject: 'event:fair', predicate: 'date', value: '2024-02-10', precision: 'DAY', sortKey: 19763, words: '10 February 2024', start: '2024-02-10', end: '2024-02-10', basis: 'STATED', earliest: '2024-02-10', latest: '2024-02-10', earliestDay: 19763, latestDay: 19763}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value, f.precision = row.precision, f.sortKey = row.sortKey, f.words = row.words, f.start = row.start, f.startInexact = row.startInexact, f.end = row.end, f.endInexact = row.endInexact, f.uncertain = row.uncertain, f.approximate = row.approximate
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis, text: row.text, earliest: row.earliest, latest: row.latest, earliestDay: row.earliestDay, latestDay: row.latestDay}]->(f);
