// 30-second-article: what article:mn-20231025 says.

// What it said before goes; run the derivation after this script.
MATCH (:Claim {owner: 'article:mn-20231025'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Owner {id: 'article:mn-20231025'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Claim {owner: 'article:mn-20231025'})-[:CONTRADICTS]-(c:Claim) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:mn-20231025'}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:mn-20231025'}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:mn-20231025'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {owner: 'article:mn-20231025', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {owner: 'article:mn-20231025', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (:Owner {id: 'article:mn-20231025'})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (c:Claim {owner: 'article:mn-20231025'}) REMOVE c.stale DETACH DELETE c;
MATCH (j:Judgement {owner: 'article:mn-20231025'}) REMOVE j.stale DETACH DELETE j;
MATCH (:Owner {id: 'article:mn-20231025'})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s;
MATCH (o:Owner {id: 'article:mn-20231025'}) DETACH DELETE o;

// The owner: an article.
UNWIND [
  {id: 'article:mn-20231025', title: 'What Became of the Visits', byline: 'The Morning Note', publishedOn: '2023-10-25', language: 'en', textSha256: 'mn', length: 1000}
] AS row
MERGE (o:Owner:Article {id: row.id})
SET o.title = row.title, o.subtitle = row.subtitle, o.byline = row.byline, o.publishedOn = row.publishedOn, o.language = row.language, o.url = row.url, o.textSha256 = row.textSha256, o.length = row.length, o.recordedAt = toString(datetime()), o.stale = true;

// Sentences of the article, as spans of its text in Unicode code points.
UNWIND [
  {id: 'sentence:mn-20231025:0', n: '0', seq: 0, kind: 'BODY', start: 0, end: 100, textSha256: '0'},
  {id: 'sentence:mn-20231025:1', n: '1', seq: 1, kind: 'BODY', start: 100, end: 200, textSha256: '1'},
  {id: 'sentence:mn-20231025:2', n: '2', seq: 2, kind: 'BODY', start: 200, end: 300, textSha256: '2'},
  {id: 'sentence:mn-20231025:3', n: '3', seq: 3, kind: 'BODY', start: 300, end: 400, textSha256: '3'},
  {id: 'sentence:mn-20231025:4', n: '4', seq: 4, kind: 'BODY', start: 400, end: 500, textSha256: '4'},
  {id: 'sentence:mn-20231025:5', n: '5', seq: 5, kind: 'BODY', start: 500, end: 600, textSha256: '5'},
  {id: 'sentence:mn-20231025:6', n: '6', seq: 6, kind: 'BODY', start: 600, end: 700, textSha256: '6'},
  {id: 'sentence:mn-20231025:7', n: '7', seq: 7, kind: 'BODY', start: 700, end: 800, textSha256: '7'},
  {id: 'sentence:mn-20231025:8', n: '8', seq: 8, kind: 'BODY', start: 800, end: 900, textSha256: '8'},
  {id: 'sentence:mn-20231025:9', n: '9', seq: 9, kind: 'BODY', start: 900, end: 1000, textSha256: '9'}
] AS row
MATCH (o:Owner {id: 'article:mn-20231025'})
CREATE (:Sentence {id: row.id, n: row.n, seq: row.seq, kind: row.kind, start: row.start, end: row.end, textSha256: row.textSha256, text: row.text})-[:IN_ARTICLE]->(o);

// Things that are a Person, and what the owner calls them.
UNWIND [
  {id: 'person:anna-kern', name: 'Anna Kern', weakAliases: ['Kern'], keys: ['anna kern'], weakKeys: ['kern']},
  {id: 'person:sergei-lavrov', aliases: ['Sergey Viktorovich Lavrov', 'The Minister of Iron'], keys: ['minister of iron', 'sergey viktorovich lavrov']},
  {id: 'person:kim-jong-il'},
  {id: 'person:vladimir-putin'}
] AS row
MATCH (o:Owner {id: 'article:mn-20231025'})
MERGE (e:Entity:Person {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Country, and what the owner calls them.
UNWIND [
  {id: 'country:us'}
] AS row
MATCH (o:Owner {id: 'article:mn-20231025'})
MERGE (e:Entity:Country {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, isoCode: row.isoCode, demonym: row.demonym, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Place, and what the owner calls them.
UNWIND [
  {id: 'place:vladivostok'}
] AS row
MATCH (o:Owner {id: 'article:mn-20231025'})
MERGE (e:Entity:Place {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, named: row.named, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Organization, and what the owner calls them.
UNWIND [
  {id: 'org:kremlin'}
] AS row
MATCH (o:Owner {id: 'article:mn-20231025'})
MERGE (e:Entity:Organization {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Event, and what the owner calls them.
UNWIND [
  {id: 'event:2023-drone-parts-transfer', name: 'Transfer of drone parts', kind: 'TRANSFER', keys: ['transfer of drone parts']},
  {id: 'event:2023-lavrov-pyongyang-visit'},
  {id: 'event:2023-putin-kim-gift-exchange'},
  {id: 'event:2023-putin-kim-summit'},
  {id: 'event:2023-nk-receives-advanced-weapons-tech'},
  {id: 'event:2023-kim-russia-tour'},
  {id: 'event:2023-kim-vladivostok-visit'},
  {id: 'event:2023-russia-nk-arms-deal'}
] AS row
MATCH (o:Owner {id: 'article:mn-20231025'})
MERGE (e:Entity:Event {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Gift, and what the owner calls them.
UNWIND [
  {id: 'gift:2023-putin-kim-rifle'}
] AS row
MATCH (o:Owner {id: 'article:mn-20231025'})
MERGE (e:Entity:Gift {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Claims: what the article says, in our own words.
UNWIND [
  {id: 'claim:mn-20231025:N1', status: 'OCCURRED', voice: 'SOURCE', basis: 'STATED', text: 'The Kremlin says that rifles were exchanged.'},
  {id: 'claim:mn-20231025:N10', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Lavrov went to prepare a treaty.'},
  {id: 'claim:mn-20231025:N2', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Putin handed Kim a rifle.'},
  {id: 'claim:mn-20231025:N3', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Lavrov was in Pyongyang on 18 October.'},
  {id: 'claim:mn-20231025:N4', status: 'DENIED', voice: 'SOURCE', basis: 'STATED', text: 'Anna Kern says that Kim never went to Vladivostok.'},
  {id: 'claim:mn-20231025:N5', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'The summit took place in Vladivostok.'},
  {id: 'claim:mn-20231025:N6', status: 'SPECULATED', voice: 'UNNAMED', basis: 'STATED', text: 'Parts of drones may have reached North Korea.'},
  {id: 'claim:mn-20231025:N7', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Parts of drones did reach North Korea.'},
  {id: 'claim:mn-20231025:N8', status: 'DENIED', voice: 'SOURCE', basis: 'STATED', text: 'Anna Kern says that the tour did not end that weekend.'},
  {id: 'claim:mn-20231025:N9', status: 'SPECULATED', voice: 'SOURCE', basis: 'STATED', text: 'The United States warns that arms may be sold.'}
] AS row
CREATE (:Claim {id: row.id, status: row.status, voice: row.voice, basis: row.basis, text: row.text, sourceText: row.sourceText, owner: 'article:mn-20231025'});

// Where a claim is stated.
UNWIND [
  {claim: 'claim:mn-20231025:N1', sentence: 'sentence:mn-20231025:1', start: 100, end: 200},
  {claim: 'claim:mn-20231025:N10', sentence: 'sentence:mn-20231025:3', start: 300, end: 400},
  {claim: 'claim:mn-20231025:N2', sentence: 'sentence:mn-20231025:2', start: 200, end: 300},
  {claim: 'claim:mn-20231025:N3', sentence: 'sentence:mn-20231025:3', start: 300, end: 400},
  {claim: 'claim:mn-20231025:N4', sentence: 'sentence:mn-20231025:4', start: 400, end: 500},
  {claim: 'claim:mn-20231025:N5', sentence: 'sentence:mn-20231025:5', start: 500, end: 600},
  {claim: 'claim:mn-20231025:N6', sentence: 'sentence:mn-20231025:6', start: 600, end: 700},
  {claim: 'claim:mn-20231025:N7', sentence: 'sentence:mn-20231025:7', start: 700, end: 800},
  {claim: 'claim:mn-20231025:N8', sentence: 'sentence:mn-20231025:8', start: 800, end: 900},
  {claim: 'claim:mn-20231025:N9', sentence: 'sentence:mn-20231025:9', start: 900, end: 1000}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (s:Sentence {id: row.sentence})
CREATE (c)-[:STATED_IN {start: row.start, end: row.end}]->(s);

// Who says so, where it is not the article itself.
UNWIND [
  {claim: 'claim:mn-20231025:N1', entity: 'org:kremlin', basis: 'STATED', sourceText: 'the Kremlin'},
  {claim: 'claim:mn-20231025:N4', entity: 'person:anna-kern', basis: 'STATED', sourceText: 'Anna Kern'},
  {claim: 'claim:mn-20231025:N8', entity: 'person:anna-kern', basis: 'STATED', sourceText: 'Anna Kern'},
  {claim: 'claim:mn-20231025:N9', entity: 'country:us', basis: 'STATED', sourceText: 'the United States'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (e:Entity {id: row.entity})
CREATE (c)-[:ATTRIBUTED_TO {basis: row.basis, sourceText: row.sourceText}]->(e);

// Which words of a sentence mean what.
UNWIND [
  {sentence: 'sentence:mn-20231025:3', start: 300, end: 320, kind: 'NAME', entity: 'person:sergei-lavrov', surface: 'The Minister of Iron', key: 'minister of iron'},
  {sentence: 'sentence:mn-20231025:8', start: 800, end: 803, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 803, end: 806, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 806, end: 809, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 809, end: 812, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 812, end: 815, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 815, end: 818, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 818, end: 821, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 821, end: 824, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 824, end: 827, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 827, end: 830, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 830, end: 833, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 833, end: 836, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 836, end: 839, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 839, end: 842, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 842, end: 845, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 845, end: 848, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 848, end: 851, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 851, end: 854, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 854, end: 857, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 857, end: 860, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 860, end: 863, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 863, end: 866, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 866, end: 869, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 869, end: 872, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 872, end: 875, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 875, end: 878, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 878, end: 881, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 881, end: 884, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 884, end: 887, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:mn-20231025:8', start: 887, end: 890, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'}
] AS row
MATCH (s:Sentence {id: row.sentence})
MATCH (e:Entity {id: row.entity})
CREATE (s)-[:MENTIONS {start: row.start, end: row.end, kind: row.kind, surface: row.surface, key: row.key}]->(e);

// What the owner judges of claims and things.
UNWIND [
  {id: 'judgement:CONTRADICTS|claim:mn-20231025:N4|claim:oo-20230918:F30|happens|2023-10-25', kind: 'CONTRADICTS', target: 'claim:oo-20230918:F30', by: 'claim:mn-20231025:N4', on: '2023-10-25', predicate: 'happens'},
  {id: 'judgement:PREFERS|article:mn-20231025|claim:mn-20231025:N3|2023-10-25', kind: 'PREFERS', target: 'claim:mn-20231025:N3', on: '2023-10-25'},
  {id: 'judgement:WITHDRAWS|article:mn-20231025|claim:mn-20231025:N7|2023-10-25', kind: 'WITHDRAWS', target: 'claim:mn-20231025:N7', on: '2023-10-25'}
] AS row
CREATE (:Judgement {id: row.id, kind: row.kind, target: row.target, other: row.other, by: row.by, on: row.on, predicate: row.predicate, who: row.who, reason: row.reason, owner: 'article:mn-20231025'});

// That an event takes place, or that a gift was given.
UNWIND [
  {claim: 'claim:mn-20231025:N6', fact: 'fact:event:2023-drone-parts-transfer|happens', slot: 'event:2023-drone-parts-transfer|happens', subject: 'event:2023-drone-parts-transfer', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N7', fact: 'fact:event:2023-drone-parts-transfer|happens', slot: 'event:2023-drone-parts-transfer|happens', subject: 'event:2023-drone-parts-transfer', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N4', fact: 'fact:event:2023-kim-vladivostok-visit|happens', slot: 'event:2023-kim-vladivostok-visit|happens', subject: 'event:2023-kim-vladivostok-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N10', fact: 'fact:event:2023-lavrov-pyongyang-visit|happens', slot: 'event:2023-lavrov-pyongyang-visit|happens', subject: 'event:2023-lavrov-pyongyang-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N3', fact: 'fact:event:2023-lavrov-pyongyang-visit|happens', slot: 'event:2023-lavrov-pyongyang-visit|happens', subject: 'event:2023-lavrov-pyongyang-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N6', fact: 'fact:event:2023-nk-receives-advanced-weapons-tech|happens', slot: 'event:2023-nk-receives-advanced-weapons-tech|happens', subject: 'event:2023-nk-receives-advanced-weapons-tech', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N1', fact: 'fact:event:2023-putin-kim-gift-exchange|happens', slot: 'event:2023-putin-kim-gift-exchange|happens', subject: 'event:2023-putin-kim-gift-exchange', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N5', fact: 'fact:event:2023-putin-kim-summit|happens', slot: 'event:2023-putin-kim-summit|happens', subject: 'event:2023-putin-kim-summit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N9', fact: 'fact:event:2023-russia-nk-arms-deal|happens', slot: 'event:2023-russia-nk-arms-deal|happens', subject: 'event:2023-russia-nk-arms-deal', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N2', fact: 'fact:gift:2023-putin-kim-rifle|happens', slot: 'gift:2023-putin-kim-rifle|happens', subject: 'gift:2023-putin-kim-rifle', predicate: 'happens', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'HAPPENS', f.predicate = row.predicate, f.slot = row.slot
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// How two things are related.
UNWIND [
  {claim: 'claim:mn-20231025:N2', fact: 'fact:person:vladimir-putin|GAVE|gift:2023-putin-kim-rifle', slot: 'person:vladimir-putin|GAVE', subject: 'person:vladimir-putin', predicate: 'GAVE', object: 'gift:2023-putin-kim-rifle', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N3', fact: 'fact:person:sergei-lavrov|INVOLVED_IN|event:2023-lavrov-pyongyang-visit|VISITOR', slot: 'person:sergei-lavrov|INVOLVED_IN', subject: 'person:sergei-lavrov', predicate: 'INVOLVED_IN', object: 'event:2023-lavrov-pyongyang-visit', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N1', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:2023-putin-kim-gift-exchange|PARTICIPANT', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:2023-putin-kim-gift-exchange', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N5', fact: 'fact:event:2023-putin-kim-summit|HAS_PLACE|place:vladivostok', slot: 'event:2023-putin-kim-summit|HAS_PLACE', subject: 'event:2023-putin-kim-summit', predicate: 'HAS_PLACE', object: 'place:vladivostok', basis: 'STATED'},
  {claim: 'claim:mn-20231025:N6', fact: 'fact:event:2023-drone-parts-transfer|POSSIBLY_SAME_AS|event:2023-nk-receives-advanced-weapons-tech', slot: 'event:2023-drone-parts-transfer|POSSIBLY_SAME_AS', subject: 'event:2023-drone-parts-transfer', predicate: 'POSSIBLY_SAME_AS', object: 'event:2023-nk-receives-advanced-weapons-tech', basis: 'IMPLIED'}
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
  {claim: 'claim:mn-20231025:N10', fact: 'fact:event:2023-lavrov-pyongyang-visit|purpose|to prepare a treaty', slot: 'event:2023-lavrov-pyongyang-visit|purpose', subject: 'event:2023-lavrov-pyongyang-visit', predicate: 'purpose', value: 'to prepare a treaty', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// When it was.
UNWIND [
  {claim: 'claim:mn-20231025:N3', fact: 'fact:event:2023-lavrov-pyongyang-visit|date|2023-10-18', slot: 'event:2023-lavrov-pyongyang-visit|date', subject: 'event:2023-lavrov-pyongyang-visit', predicate: 'date', value: '2023-10-18', precision: 'DAY', sortKey: 19648, words: '18 October 2023', start: '2023-10-18', end: '2023-10-18', basis: 'STATED', text: '18 October', earliest: '2023-10-18', latest: '2023-10-18', earliestDay: 19648, latestDay: 19648},
  {claim: 'claim:mn-20231025:N8', fact: 'fact:event:2023-kim-russia-tour|endDate|2023-09-16/2023-09-17', slot: 'event:2023-kim-russia-tour|endDate', subject: 'event:2023-kim-russia-tour', predicate: 'endDate', value: '2023-09-16/2023-09-17', precision: 'INTERVAL', sortKey: 19616, words: '16 to 17 September 2023', start: '2023-09-16', end: '2023-09-17', basis: 'IMPLIED', text: 'over the weekend', earliest: '2023-09-16', latest: '2023-09-17', earliestDay: 19616, latestDay: 19617}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value, f.precision = row.precision, f.sortKey = row.sortKey, f.words = row.words, f.start = row.start, f.startInexact = row.startInexact, f.end = row.end, f.endInexact = row.endInexact, f.uncertain = row.uncertain, f.approximate = row.approximate
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis, text: row.text, earliest: row.earliest, latest: row.latest, earliestDay: row.earliestDay, latestDay: row.latestDay}]->(f);
