// 30-sc-20240203: what article:sc-20240203 says.

// What it said before goes; run the derivation after this script.
MATCH (:Claim {owner: 'article:sc-20240203'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Owner {id: 'article:sc-20240203'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Claim {owner: 'article:sc-20240203'})-[:CONTRADICTS]-(c:Claim) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:sc-20240203'}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:sc-20240203'}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:sc-20240203'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {owner: 'article:sc-20240203', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {owner: 'article:sc-20240203', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (:Owner {id: 'article:sc-20240203'})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (c:Claim {owner: 'article:sc-20240203'}) REMOVE c.stale DETACH DELETE c;
MATCH (j:Judgement {owner: 'article:sc-20240203'}) REMOVE j.stale DETACH DELETE j;
MATCH (:Owner {id: 'article:sc-20240203'})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s;
MATCH (o:Owner {id: 'article:sc-20240203'}) DETACH DELETE o;

// The owner: an article.
UNWIND [
  {id: 'article:sc-20240203', title: 'A Lamp, a Visit and a Denial', byline: 'The Selm Courier', publishedOn: '2024-02-03', language: 'en', textSha256: 'sc', length: 900}
] AS row
MERGE (o:Owner:Article {id: row.id})
SET o.title = row.title, o.subtitle = row.subtitle, o.byline = row.byline, o.publishedOn = row.publishedOn, o.language = row.language, o.url = row.url, o.textSha256 = row.textSha256, o.length = row.length, o.recordedAt = toString(datetime()), o.stale = true;

// Sentences of the article, as spans of its text in Unicode code points.
UNWIND [
  {id: 'sentence:sc-20240203:0', n: '0', seq: 0, kind: 'BODY', start: 0, end: 99, textSha256: '0'},
  {id: 'sentence:sc-20240203:1', n: '1', seq: 1, kind: 'BODY', start: 100, end: 199, textSha256: '1'},
  {id: 'sentence:sc-20240203:2', n: '2', seq: 2, kind: 'BODY', start: 200, end: 299, textSha256: '2'},
  {id: 'sentence:sc-20240203:3', n: '3', seq: 3, kind: 'BODY', start: 300, end: 399, textSha256: '3'},
  {id: 'sentence:sc-20240203:4', n: '4', seq: 4, kind: 'BODY', start: 400, end: 499, textSha256: '4'},
  {id: 'sentence:sc-20240203:5', n: '5', seq: 5, kind: 'BODY', start: 500, end: 599, textSha256: '5'},
  {id: 'sentence:sc-20240203:6', n: '6', seq: 6, kind: 'BODY', start: 600, end: 699, textSha256: '6'},
  {id: 'sentence:sc-20240203:7', n: '7', seq: 7, kind: 'BODY', start: 700, end: 799, textSha256: '7'},
  {id: 'sentence:sc-20240203:8', n: '8', seq: 8, kind: 'BODY', start: 800, end: 899, textSha256: '8'}
] AS row
MATCH (o:Owner {id: 'article:sc-20240203'})
CREATE (:Sentence {id: row.id, n: row.n, seq: row.seq, kind: row.kind, start: row.start, end: row.end, textSha256: row.textSha256, text: row.text})-[:IN_ARTICLE]->(o);

// Things that are a Person, and what the owner calls them.
UNWIND [
  {id: 'person:kim-sena', name: 'Kim Sena', aliases: ['Kim Sena'], weakAliases: ['Kim'], keys: ['kim sena'], weakKeys: ['kim']},
  {id: 'person:lena-reth', name: 'Lena Reth', aliases: ['Lena Reth'], weakAliases: ['Reth'], keys: ['lena reth'], weakKeys: ['reth']},
  {id: 'person:mira-voss', name: 'Mira Voss', aliases: ['Mira Voss'], weakAliases: ['Voss'], keys: ['mira voss'], weakKeys: ['voss']},
  {id: 'person:tobias-reth', name: 'Tobias Reth', aliases: ['Tobias Reth'], weakAliases: ['Reth'], keys: ['tobias reth'], weakKeys: ['reth']},
  {id: 'person:sergei-lavrov'}
] AS row
MATCH (o:Owner {id: 'article:sc-20240203'})
MERGE (e:Entity:Person {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Country, and what the owner calls them.
UNWIND [
  {id: 'country:ru'}
] AS row
MATCH (o:Owner {id: 'article:sc-20240203'})
MERGE (e:Entity:Country {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, isoCode: row.isoCode, demonym: row.demonym, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Place, and what the owner calls them.
UNWIND [
  {id: 'place:selm', name: 'Selm', aliases: ['Selm'], kind: 'CITY', named: true, keys: ['selm']},
  {id: 'place:pyongyang'}
] AS row
MATCH (o:Owner {id: 'article:sc-20240203'})
MERGE (e:Entity:Place {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, named: row.named, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Organization, and what the owner calls them.
UNWIND [
  {id: 'org:kremlin'}
] AS row
MATCH (o:Owner {id: 'article:sc-20240203'})
MERGE (e:Entity:Organization {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Event, and what the owner calls them.
UNWIND [
  {id: 'event:2024-ammunition-shipment', name: 'Shipment of ammunition to Russia', aliases: ['Shipment of ammunition to Russia'], kind: 'TRANSFER', keys: ['shipment of ammunition to russia']},
  {id: 'event:2024-selm-talks', name: 'Talks in Selm', aliases: ['Talks in Selm'], kind: 'TALKS', keys: ['talks in selm']},
  {id: 'event:2024-voss-pyongyang-visit', name: 'Visit of Mira Voss to Pyongyang', aliases: ['Visit of Mira Voss to Pyongyang'], kind: 'VISIT', keys: ['visit of mira voss to pyongyang']}
] AS row
MATCH (o:Owner {id: 'article:sc-20240203'})
MERGE (e:Entity:Event {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Gift, and what the owner calls them.
UNWIND [
  {id: 'gift:2024-voss-lavrov-lamp', name: 'porcelain lamp', aliases: ['porcelain lamp'], keys: ['porcelain lamp']}
] AS row
MATCH (o:Owner {id: 'article:sc-20240203'})
MERGE (e:Entity:Gift {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Claims: what the article says, in our own words.
UNWIND [
  {id: 'claim:sc-20240203:H1', status: 'PLANNED', voice: 'ARTICLE', basis: 'STATED', text: 'Mira Voss plans to go to Pyongyang.'},
  {id: 'claim:sc-20240203:H2', status: 'DENIED', voice: 'SOURCE', basis: 'STATED', text: 'Tobias Reth says that Mira Voss will not go.'},
  {id: 'claim:sc-20240203:H3', status: 'DENIED', voice: 'SOURCE', basis: 'STATED', text: 'The Kremlin says that no ammunition was shipped.'},
  {id: 'claim:sc-20240203:H4', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Mira Voss gave Lavrov a lamp of porcelain.'},
  {id: 'claim:sc-20240203:H5', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Tobias Reth and Kim Sena talked in Selm.'},
  {id: 'claim:sc-20240203:H6', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Lena Reth watched.'}
] AS row
CREATE (:Claim {id: row.id, status: row.status, voice: row.voice, basis: row.basis, text: row.text, sourceText: row.sourceText, owner: 'article:sc-20240203'});

// Where a claim is stated.
UNWIND [
  {claim: 'claim:sc-20240203:H1', sentence: 'sentence:sc-20240203:1', start: 100, end: 199},
  {claim: 'claim:sc-20240203:H2', sentence: 'sentence:sc-20240203:2', start: 200, end: 299},
  {claim: 'claim:sc-20240203:H3', sentence: 'sentence:sc-20240203:3', start: 300, end: 399},
  {claim: 'claim:sc-20240203:H4', sentence: 'sentence:sc-20240203:4', start: 400, end: 499},
  {claim: 'claim:sc-20240203:H5', sentence: 'sentence:sc-20240203:5', start: 500, end: 599},
  {claim: 'claim:sc-20240203:H6', sentence: 'sentence:sc-20240203:6', start: 600, end: 699}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (s:Sentence {id: row.sentence})
CREATE (c)-[:STATED_IN {start: row.start, end: row.end}]->(s);

// Who says so, where it is not the article itself.
UNWIND [
  {claim: 'claim:sc-20240203:H2', entity: 'person:tobias-reth', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H3', entity: 'org:kremlin', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (e:Entity {id: row.entity})
CREATE (c)-[:ATTRIBUTED_TO {basis: row.basis, sourceText: row.sourceText}]->(e);

// That an event takes place, or that a gift was given.
UNWIND [
  {claim: 'claim:sc-20240203:H3', fact: 'fact:event:2024-ammunition-shipment|happens', slot: 'event:2024-ammunition-shipment|happens', subject: 'event:2024-ammunition-shipment', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H5', fact: 'fact:event:2024-selm-talks|happens', slot: 'event:2024-selm-talks|happens', subject: 'event:2024-selm-talks', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H6', fact: 'fact:event:2024-selm-talks|happens', slot: 'event:2024-selm-talks|happens', subject: 'event:2024-selm-talks', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H1', fact: 'fact:event:2024-voss-pyongyang-visit|happens', slot: 'event:2024-voss-pyongyang-visit|happens', subject: 'event:2024-voss-pyongyang-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H2', fact: 'fact:event:2024-voss-pyongyang-visit|happens', slot: 'event:2024-voss-pyongyang-visit|happens', subject: 'event:2024-voss-pyongyang-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H4', fact: 'fact:gift:2024-voss-lavrov-lamp|happens', slot: 'gift:2024-voss-lavrov-lamp|happens', subject: 'gift:2024-voss-lavrov-lamp', predicate: 'happens', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'HAPPENS', f.predicate = row.predicate, f.slot = row.slot
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// How two things are related.
UNWIND [
  {claim: 'claim:sc-20240203:H4', fact: 'fact:person:mira-voss|GAVE|gift:2024-voss-lavrov-lamp', slot: 'person:mira-voss|GAVE', subject: 'person:mira-voss', predicate: 'GAVE', object: 'gift:2024-voss-lavrov-lamp', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H4', fact: 'fact:gift:2024-voss-lavrov-lamp|GIVEN_TO|person:sergei-lavrov', slot: 'gift:2024-voss-lavrov-lamp|GIVEN_TO', subject: 'gift:2024-voss-lavrov-lamp', predicate: 'GIVEN_TO', object: 'person:sergei-lavrov', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H3', fact: 'fact:country:ru|INVOLVED_IN|event:2024-ammunition-shipment|RECIPIENT', slot: 'country:ru|INVOLVED_IN', subject: 'country:ru', predicate: 'INVOLVED_IN', object: 'event:2024-ammunition-shipment', role: 'RECIPIENT', qualifier: 'RECIPIENT', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H5', fact: 'fact:person:kim-sena|INVOLVED_IN|event:2024-selm-talks|PARTICIPANT', slot: 'person:kim-sena|INVOLVED_IN', subject: 'person:kim-sena', predicate: 'INVOLVED_IN', object: 'event:2024-selm-talks', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H6', fact: 'fact:person:lena-reth|INVOLVED_IN|event:2024-selm-talks|OBSERVER', slot: 'person:lena-reth|INVOLVED_IN', subject: 'person:lena-reth', predicate: 'INVOLVED_IN', object: 'event:2024-selm-talks', role: 'OBSERVER', qualifier: 'OBSERVER', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H1', fact: 'fact:person:mira-voss|INVOLVED_IN|event:2024-voss-pyongyang-visit|VISITOR', slot: 'person:mira-voss|INVOLVED_IN', subject: 'person:mira-voss', predicate: 'INVOLVED_IN', object: 'event:2024-voss-pyongyang-visit', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H5', fact: 'fact:person:tobias-reth|INVOLVED_IN|event:2024-selm-talks|PARTICIPANT', slot: 'person:tobias-reth|INVOLVED_IN', subject: 'person:tobias-reth', predicate: 'INVOLVED_IN', object: 'event:2024-selm-talks', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H5', fact: 'fact:event:2024-selm-talks|HAS_PLACE|place:selm', slot: 'event:2024-selm-talks|HAS_PLACE', subject: 'event:2024-selm-talks', predicate: 'HAS_PLACE', object: 'place:selm', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H1', fact: 'fact:event:2024-voss-pyongyang-visit|HAS_PLACE|place:pyongyang', slot: 'event:2024-voss-pyongyang-visit|HAS_PLACE', subject: 'event:2024-voss-pyongyang-visit', predicate: 'HAS_PLACE', object: 'place:pyongyang', basis: 'STATED'}
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
  {claim: 'claim:sc-20240203:H4', fact: 'fact:gift:2024-voss-lavrov-lamp|item|lamp', slot: 'gift:2024-voss-lavrov-lamp|item', subject: 'gift:2024-voss-lavrov-lamp', predicate: 'item', value: 'lamp', basis: 'STATED'},
  {claim: 'claim:sc-20240203:H4', fact: 'fact:gift:2024-voss-lavrov-lamp|quantity|1', slot: 'gift:2024-voss-lavrov-lamp|quantity', subject: 'gift:2024-voss-lavrov-lamp', predicate: 'quantity', value: '1', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);
