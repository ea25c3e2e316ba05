// 30-vw-20240103: what article:vw-20240103 says.

// What it said before goes; run the derivation after this script.
MATCH (:Claim {owner: 'article:vw-20240103'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Owner {id: 'article:vw-20240103'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Claim {owner: 'article:vw-20240103'})-[:CONTRADICTS]-(c:Claim) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:vw-20240103'}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:vw-20240103'}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:vw-20240103'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {owner: 'article:vw-20240103', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {owner: 'article:vw-20240103', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (:Owner {id: 'article:vw-20240103'})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (c:Claim {owner: 'article:vw-20240103'}) REMOVE c.stale DETACH DELETE c;
MATCH (j:Judgement {owner: 'article:vw-20240103'}) REMOVE j.stale DETACH DELETE j;
MATCH (:Owner {id: 'article:vw-20240103'})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s;
MATCH (o:Owner {id: 'article:vw-20240103'}) DETACH DELETE o;

// The owner: an article.
UNWIND [
  {id: 'article:vw-20240103', title: 'straße nach “moscow”: kim, kim & kim', byline: 'Overt Operator', publishedOn: '2024-01-03', language: 'en', textSha256: '01', length: 20}
] AS row
MERGE (o:Owner:Article {id: row.id})
SET o.title = row.title, o.subtitle = row.subtitle, o.byline = row.byline, o.publishedOn = row.publishedOn, o.language = row.language, o.url = row.url, o.textSha256 = row.textSha256, o.length = row.length, o.recordedAt = toString(datetime()), o.stale = true;

// Sentences of the article, as spans of its text in Unicode code points.
UNWIND [
  {id: 'sentence:vw-20240103:1', n: '1', seq: 0, kind: 'BODY', start: 0, end: 10, textSha256: 'b1'},
  {id: 'sentence:vw-20240103:2', n: '2', seq: 1, kind: 'BODY', start: 11, end: 20, textSha256: 'b2'}
] AS row
MATCH (o:Owner {id: 'article:vw-20240103'})
CREATE (:Sentence {id: row.id, n: row.n, seq: row.seq, kind: row.kind, start: row.start, end: row.end, textSha256: row.textSha256, text: row.text})-[:IN_ARTICLE]->(o);

// Things that are a Person, and what the owner calls them.
UNWIND [
  {id: 'person:Zoe', name: 'zoë', aliases: ['Zoe', 'İstanbul'], keys: ['istanbul', 'zoe']},
  {id: 'person:deseret'},
  {id: 'person:kim-yo-jong'},
  {id: 'person:vladimir-putin'},
  {id: 'person:o-brien'}
] AS row
MATCH (o:Owner {id: 'article:vw-20240103'})
MERGE (e:Entity:Person {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Country, and what the owner calls them.
UNWIND [
  {id: 'country:aa', name: 'Ångström', aliases: ['Angstrom'], isoCode: 'RU', demonym: 'ångström', keys: ['angstrom']},
  {id: 'country:us'}
] AS row
MATCH (o:Owner {id: 'article:vw-20240103'})
MERGE (e:Entity:Country {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, isoCode: row.isoCode, demonym: row.demonym, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Place, and what the owner calls them.
UNWIND [
  {id: 'place:vw-20240102:hall'}
] AS row
MATCH (o:Owner {id: 'article:vw-20240103'})
MERGE (e:Entity:Place {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, named: row.named, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Organization, and what the owner calls them.
UNWIND [
  {id: 'org:kremlin'}
] AS row
MATCH (o:Owner {id: 'article:vw-20240103'})
MERGE (e:Entity:Organization {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Event, and what the owner calls them.
UNWIND [
  {id: 'event:w-only-denied', name: 'Only denied', kind: 'VISIT', keys: ['only denied']},
  {id: 'event:w-retracted', name: 'Retracted', kind: 'VISIT', keys: ['retracted']},
  {id: 'event:w-conference'},
  {id: 'event:w-tour'},
  {id: 'event:w-leaf'},
  {id: 'event:w-old'},
  {id: 'event:w-side'},
  {id: 'event:2023-kim-russia-tour'},
  {id: 'event:2023-putin-kim-gift-exchange'},
  {id: 'event:2023-putin-kim-summit'},
  {id: 'event:2023-russia-nk-arms-deal'},
  {id: 'event:w-denied'},
  {id: 'event:w-late-date'},
  {id: 'event:w-planned'},
  {id: 'event:w-session'},
  {id: 'event:w-told-late'}
] AS row
MATCH (o:Owner {id: 'article:vw-20240103'})
MERGE (e:Entity:Event {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Gift, and what the owner calls them.
UNWIND [
  {id: 'gift:w-orphan', name: 'a thing that nobody gave', keys: ['a thing that nobody gave']},
  {id: 'gift:w-sword'},
  {id: 'gift:w-tea'},
  {id: 'gift:2023-putin-kim-rifle'}
] AS row
MATCH (o:Owner {id: 'article:vw-20240103'})
MERGE (e:Entity:Gift {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Claims: what the article says, in our own words.
UNWIND [
  {id: 'claim:vw-20240103:X1', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'There was a summit.'},
  {id: 'claim:vw-20240103:X10', status: 'SPECULATED', voice: 'SOURCE', basis: 'STATED', text: 'The United States alone warns.'},
  {id: 'claim:vw-20240103:X11', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'It was about a street.'},
  {id: 'claim:vw-20240103:X12', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'It was the second one.'},
  {id: 'claim:vw-20240103:X2', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'A thing was given.'},
  {id: 'claim:vw-20240103:X3', status: 'OCCURRED', voice: 'SOURCE', basis: 'STATED', text: 'Rifles were exchanged.', sourceText: 'the Kremlin'},
  {id: 'claim:vw-20240103:X4', status: 'DENIED', voice: 'ARTICLE', basis: 'STATED', text: 'It was not in September.'},
  {id: 'claim:vw-20240103:X5', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'It ended in 2024.'},
  {id: 'claim:vw-20240103:X6', status: 'DENIED', voice: 'ARTICLE', basis: 'STATED', text: 'It never happened.'},
  {id: 'claim:vw-20240103:X7', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'It was in 2024.'},
  {id: 'claim:vw-20240103:X8', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'The planned session took place.'},
  {id: 'claim:vw-20240103:X9', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'The talks were on the third.'}
] AS row
CREATE (:Claim {id: row.id, status: row.status, voice: row.voice, basis: row.basis, text: row.text, sourceText: row.sourceText, owner: 'article:vw-20240103'});

// Where a claim is stated.
UNWIND [
  {claim: 'claim:vw-20240103:X1', sentence: 'sentence:vw-20240103:1', start: 0, end: 5},
  {claim: 'claim:vw-20240103:X10', sentence: 'sentence:vw-20240103:2', start: 11, end: 16},
  {claim: 'claim:vw-20240103:X11', sentence: 'sentence:vw-20240103:2', start: 11, end: 16},
  {claim: 'claim:vw-20240103:X12', sentence: 'sentence:vw-20240103:1', start: 0, end: 5},
  {claim: 'claim:vw-20240103:X2', sentence: 'sentence:vw-20240103:1', start: 0, end: 5},
  {claim: 'claim:vw-20240103:X3', sentence: 'sentence:vw-20240103:2', start: 11, end: 16},
  {claim: 'claim:vw-20240103:X4', sentence: 'sentence:vw-20240103:2', start: 11, end: 16},
  {claim: 'claim:vw-20240103:X5', sentence: 'sentence:vw-20240103:2', start: 11, end: 16},
  {claim: 'claim:vw-20240103:X6', sentence: 'sentence:vw-20240103:2', start: 11, end: 16},
  {claim: 'claim:vw-20240103:X7', sentence: 'sentence:vw-20240103:1', start: 0, end: 5},
  {claim: 'claim:vw-20240103:X8', sentence: 'sentence:vw-20240103:2', start: 11, end: 16},
  {claim: 'claim:vw-20240103:X9', sentence: 'sentence:vw-20240103:2', start: 11, end: 16}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (s:Sentence {id: row.sentence})
CREATE (c)-[:STATED_IN {start: row.start, end: row.end}]->(s);

// Who says so, where it is not the article itself.
UNWIND [
  {claim: 'claim:vw-20240103:X10', entity: 'country:us', basis: 'STATED', sourceText: 'the United States'},
  {claim: 'claim:vw-20240103:X3', entity: 'org:kremlin', basis: 'STATED', sourceText: 'the Kremlin'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (e:Entity {id: row.entity})
CREATE (c)-[:ATTRIBUTED_TO {basis: row.basis, sourceText: row.sourceText}]->(e);

// What the owner judges of claims and things.
UNWIND [
  {id: 'judgement:CONTRADICTS|claim:vw-20240103:X7|claim:vw-20240102:W03|date|2024-01-03', kind: 'CONTRADICTS', target: 'claim:vw-20240102:W03', by: 'claim:vw-20240103:X7', on: '2024-01-03', predicate: 'date'},
  {id: 'judgement:WITHDRAWS|article:vw-20240103|claim:vw-20240103:X2|2024-01-03', kind: 'WITHDRAWS', target: 'claim:vw-20240103:X2', on: '2024-01-03'},
  {id: 'judgement:WITHDRAWS|article:vw-20240103|claim:vw-20240103:X7|2024-01-03', kind: 'WITHDRAWS', target: 'claim:vw-20240103:X7', on: '2024-01-03'}
] AS row
CREATE (:Judgement {id: row.id, kind: row.kind, target: row.target, other: row.other, by: row.by, on: row.on, predicate: row.predicate, who: row.who, reason: row.reason, owner: 'article:vw-20240103'});

// That an event takes place, or that a gift was given.
UNWIND [
  {claim: 'claim:vw-20240103:X5', fact: 'fact:event:2023-kim-russia-tour|happens', slot: 'event:2023-kim-russia-tour|happens', subject: 'event:2023-kim-russia-tour', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X3', fact: 'fact:event:2023-putin-kim-gift-exchange|happens', slot: 'event:2023-putin-kim-gift-exchange|happens', subject: 'event:2023-putin-kim-gift-exchange', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X1', fact: 'fact:event:2023-putin-kim-summit|happens', slot: 'event:2023-putin-kim-summit|happens', subject: 'event:2023-putin-kim-summit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X10', fact: 'fact:event:2023-russia-nk-arms-deal|happens', slot: 'event:2023-russia-nk-arms-deal|happens', subject: 'event:2023-russia-nk-arms-deal', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X12', fact: 'fact:event:w-conference|happens', slot: 'event:w-conference|happens', subject: 'event:w-conference', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X7', fact: 'fact:event:w-conference|happens', slot: 'event:w-conference|happens', subject: 'event:w-conference', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X1', fact: 'fact:event:w-denied|happens', slot: 'event:w-denied|happens', subject: 'event:w-denied', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X9', fact: 'fact:event:w-late-date|happens', slot: 'event:w-late-date|happens', subject: 'event:w-late-date', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X6', fact: 'fact:event:w-old|happens', slot: 'event:w-old|happens', subject: 'event:w-old', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X6', fact: 'fact:event:w-only-denied|happens', slot: 'event:w-only-denied|happens', subject: 'event:w-only-denied', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X8', fact: 'fact:event:w-planned|happens', slot: 'event:w-planned|happens', subject: 'event:w-planned', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X2', fact: 'fact:event:w-retracted|happens', slot: 'event:w-retracted|happens', subject: 'event:w-retracted', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X11', fact: 'fact:event:w-session|happens', slot: 'event:w-session|happens', subject: 'event:w-session', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X11', fact: 'fact:event:w-side|happens', slot: 'event:w-side|happens', subject: 'event:w-side', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X1', fact: 'fact:event:w-told-late|happens', slot: 'event:w-told-late|happens', subject: 'event:w-told-late', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X5', fact: 'fact:event:w-tour|happens', slot: 'event:w-tour|happens', subject: 'event:w-tour', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X1', fact: 'fact:gift:2023-putin-kim-rifle|happens', slot: 'gift:2023-putin-kim-rifle|happens', subject: 'gift:2023-putin-kim-rifle', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X2', fact: 'fact:gift:w-orphan|happens', slot: 'gift:w-orphan|happens', subject: 'gift:w-orphan', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X2', fact: 'fact:gift:w-sword|happens', slot: 'gift:w-sword|happens', subject: 'gift:w-sword', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X3', fact: 'fact:gift:w-tea|happens', slot: 'gift:w-tea|happens', subject: 'gift:w-tea', predicate: 'happens', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'HAPPENS', f.predicate = row.predicate, f.slot = row.slot
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// How two things are related.
UNWIND [
  {claim: 'claim:vw-20240103:X6', fact: 'fact:person:deseret|GAVE|gift:w-sword', slot: 'person:deseret|GAVE', subject: 'person:deseret', predicate: 'GAVE', object: 'gift:w-sword', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X2', fact: 'fact:person:kim-yo-jong|GAVE|gift:w-sword', slot: 'person:kim-yo-jong|GAVE', subject: 'person:kim-yo-jong', predicate: 'GAVE', object: 'gift:w-sword', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X3', fact: 'fact:person:vladimir-putin|GAVE|gift:w-tea', slot: 'person:vladimir-putin|GAVE', subject: 'person:vladimir-putin', predicate: 'GAVE', object: 'gift:w-tea', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X1', fact: 'fact:person:Zoe|INVOLVED_IN|event:w-conference|PARTICIPANT', slot: 'person:Zoe|INVOLVED_IN', subject: 'person:Zoe', predicate: 'INVOLVED_IN', object: 'event:w-conference', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X1', fact: 'fact:person:vladimir-putin|PARENT_OF|person:o-brien', slot: 'person:vladimir-putin|PARENT_OF', subject: 'person:vladimir-putin', predicate: 'PARENT_OF', object: 'person:o-brien', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X1', fact: 'fact:place:vw-20240102:hall|LOCATED_IN|country:aa', slot: 'place:vw-20240102:hall|LOCATED_IN', subject: 'place:vw-20240102:hall', predicate: 'LOCATED_IN', object: 'country:aa', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X3', fact: 'fact:gift:w-tea|GIVEN_DURING|event:w-tour', slot: 'gift:w-tea|GIVEN_DURING', subject: 'gift:w-tea', predicate: 'GIVEN_DURING', object: 'event:w-tour', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X1', fact: 'fact:event:w-leaf|PART_OF|event:w-old', slot: 'event:w-leaf|PART_OF', subject: 'event:w-leaf', predicate: 'PART_OF', object: 'event:w-old', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X1', fact: 'fact:event:w-old|PART_OF|event:w-conference', slot: 'event:w-old|PART_OF', subject: 'event:w-old', predicate: 'PART_OF', object: 'event:w-conference', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X1', fact: 'fact:event:w-side|PART_OF|event:w-tour', slot: 'event:w-side|PART_OF', subject: 'event:w-side', predicate: 'PART_OF', object: 'event:w-tour', basis: 'STATED'}
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
  {claim: 'claim:vw-20240103:X11', fact: 'fact:event:w-session|object|Straße', slot: 'event:w-session|object', subject: 'event:w-session', predicate: 'object', value: 'Straße', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X12', fact: 'fact:event:w-conference|ordinal|2', slot: 'event:w-conference|ordinal', subject: 'event:w-conference', predicate: 'ordinal', value: '2', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X2', fact: 'fact:gift:w-orphan|item|thing', slot: 'gift:w-orphan|item', subject: 'gift:w-orphan', predicate: 'item', value: 'thing', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X3', fact: 'fact:gift:w-tea|item|tea', slot: 'gift:w-tea|item', subject: 'gift:w-tea', predicate: 'item', value: 'tea', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X2', fact: 'fact:gift:w-orphan|quantity|1', slot: 'gift:w-orphan|quantity', subject: 'gift:w-orphan', predicate: 'quantity', value: '1', basis: 'STATED'},
  {claim: 'claim:vw-20240103:X3', fact: 'fact:gift:w-tea|quantity|2147483647', slot: 'gift:w-tea|quantity', subject: 'gift:w-tea', predicate: 'quantity', value: '2147483647', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// When it was.
UNWIND [
  {claim: 'claim:vw-20240103:X4', fact: 'fact:event:2023-putin-kim-summit|date|2023-09', slot: 'event:2023-putin-kim-summit|date', subject: 'event:2023-putin-kim-summit', predicate: 'date', value: '2023-09', precision: 'MONTH', sortKey: 19601, words: 'September 2023', start: '2023-09', end: '2023-09', basis: 'IMPLIED', text: 'recent', earliest: '2023-09-01', latest: '2023-09-17', earliestDay: 19601, latestDay: 19617},
  {claim: 'claim:vw-20240103:X7', fact: 'fact:event:w-conference|date|2024', slot: 'event:w-conference|date', subject: 'event:w-conference', predicate: 'date', value: '2024', precision: 'YEAR', sortKey: 19723, words: '2024', start: '2024', end: '2024', basis: 'STATED', text: 'this year', earliest: '2024-01-01', latest: '2024-12-31', earliestDay: 19723, latestDay: 20088},
  {claim: 'claim:vw-20240103:X9', fact: 'fact:event:w-late-date|date|2024-01-03', slot: 'event:w-late-date|date', subject: 'event:w-late-date', predicate: 'date', value: '2024-01-03', precision: 'DAY', sortKey: 19725, words: '3 January 2024', start: '2024-01-03', end: '2024-01-03', basis: 'STATED', earliest: '2024-01-03', latest: '2024-01-03', earliestDay: 19725, latestDay: 19725},
  {claim: 'claim:vw-20240103:X3', fact: 'fact:event:w-tour|date|2024-01-02/2024-01-05', slot: 'event:w-tour|date', subject: 'event:w-tour', predicate: 'date', value: '2024-01-02/2024-01-05', precision: 'INTERVAL', sortKey: 19724, words: '2 to 5 January 2024', start: '2024-01-02', end: '2024-01-05', basis: 'IMPLIED', earliest: '2024-01-02', latest: '2024-01-05', earliestDay: 19724, latestDay: 19727},
  {claim: 'claim:vw-20240103:X5', fact: 'fact:event:w-tour|endDate|2024', slot: 'event:w-tour|endDate', subject: 'event:w-tour', predicate: 'endDate', value: '2024', precision: 'YEAR', sortKey: 19723, words: '2024', start: '2024', end: '2024', basis: 'STATED', earliest: '2024-01-01', latest: '2024-12-31', earliestDay: 19723, latestDay: 20088}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value, f.precision = row.precision, f.sortKey = row.sortKey, f.words = row.words, f.start = row.start, f.startInexact = row.startInexact, f.end = row.end, f.endInexact = row.endInexact, f.uncertain = row.uncertain, f.approximate = row.approximate
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis, text: row.text, earliest: row.earliest, latest: row.latest, earliestDay: row.earliestDay, latestDay: row.latestDay}]->(f);
