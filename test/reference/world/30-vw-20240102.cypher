// 30-vw-20240102: what article:vw-20240102 says.

// What it said before goes; run the derivation after this script.
MATCH (:Claim {owner: 'article:vw-20240102'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Owner {id: 'article:vw-20240102'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Claim {owner: 'article:vw-20240102'})-[:CONTRADICTS]-(c:Claim) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:vw-20240102'}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:vw-20240102'}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (j:Judgement {owner: 'article:vw-20240102'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {owner: 'article:vw-20240102', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {owner: 'article:vw-20240102', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (:Owner {id: 'article:vw-20240102'})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (c:Claim {owner: 'article:vw-20240102'}) REMOVE c.stale DETACH DELETE c;
MATCH (j:Judgement {owner: 'article:vw-20240102'}) REMOVE j.stale DETACH DELETE j;
MATCH (:Owner {id: 'article:vw-20240102'})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s;
MATCH (o:Owner {id: 'article:vw-20240102'}) DETACH DELETE o;

// The owner: an article.
UNWIND [
  {id: 'article:vw-20240102', title: 'Straße nach “Moscow”: Kim, KIM & kim', subtitle: '', publishedOn: '2024-01-02', language: 'de', url: 'https://example.org/a?b=1&c=%27', textSha256: '00', length: 240}
] AS row
MERGE (o:Owner:Article {id: row.id})
SET o.title = row.title, o.subtitle = row.subtitle, o.byline = row.byline, o.publishedOn = row.publishedOn, o.language = row.language, o.url = row.url, o.textSha256 = row.textSha256, o.length = row.length, o.recordedAt = toString(datetime()), o.stale = true;

// Sentences of the article, as spans of its text in Unicode code points.
UNWIND [
  {id: 'sentence:vw-20240102:0a', n: '0a', seq: 0, kind: 'TITLE', start: 0, end: 36, textSha256: 'a0', text: 'Straße nach “Moscow”: Kim, KIM & kim'},
  {id: 'sentence:vw-20240102:1', n: '1', seq: 1, kind: 'BODY', start: 40, end: 70, textSha256: 'a1', text: '😀 𐐔𐐯𐑅𐐨𐑉𐐯𐐻 met Kim in İstanbul. 𝒳'},
  {id: 'sentence:vw-20240102:2', n: '2', seq: 2, kind: 'BODY', start: 71, end: 110, textSha256: 'a2', text: 'O\'Brien said: "no" \\ `never` $p {x} //'},
  {id: 'sentence:vw-20240102:10', n: '10', seq: 3, kind: 'BODY', start: 111, end: 140, textSha256: 'a3'}
] AS row
MATCH (o:Owner {id: 'article:vw-20240102'})
CREATE (:Sentence {id: row.id, n: row.n, seq: row.seq, kind: row.kind, start: row.start, end: row.end, textSha256: row.textSha256, text: row.text})-[:IN_ARTICLE]->(o);

// Things that are a Person, and what the owner calls them.
UNWIND [
  {id: 'person:deseret', name: '𐐔𐐯𐑅𐐨𐑉𐐯𐐻', aliases: ['ﬀ', '😀'], keys: ['ff', '𐐼𐐯𐑅𐐨𐑉𐐯𐐻', '😀']},
  {id: 'person:kim-jong-un-2', name: 'Kim Jong-un', keys: ['kim jong un']},
  {id: 'person:kim-yo-jong', name: 'Kim', aliases: ['Kim Yo-jong', '김여정', 'ＫＩＭ'], weakAliases: ['kim'], keys: ['kim', 'kim yo jong', '김여정'], weakKeys: ['kim']},
  {id: 'person:o-brien', name: 'O\'Brien', aliases: ['O’Brien', 'ÓBRIEN', 'Ὀδυσσεύς'], weakAliases: ['Straße', 'STRASSE'], wikidata: 'Q42', keys: ['o\'brien', 'obrien', 'οδυσσευσ'], weakKeys: ['strasse']},
  {id: 'person:vladimir-putin', aliases: ['Wladimir Putin', 'Wladimir Wladimirowitsch Putin'], weakAliases: ['iron man'], keys: ['wladimir putin', 'wladimir wladimirowitsch putin'], weakKeys: ['iron man']},
  {id: 'person:kim-jong-il'},
  {id: 'person:kim-jong-un'}
] AS row
MATCH (o:Owner {id: 'article:vw-20240102'})
MERGE (e:Entity:Person {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Country, and what the owner calls them.
UNWIND [
  {id: 'country:xx', name: 'Moscow', weakAliases: ['Kim'], isoCode: 'XX', keys: ['moscow'], weakKeys: ['kim']},
  {id: 'country:kr'},
  {id: 'country:ru'}
] AS row
MATCH (o:Owner {id: 'article:vw-20240102'})
MERGE (e:Entity:Country {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, isoCode: row.isoCode, demonym: row.demonym, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Place, and what the owner calls them.
UNWIND [
  {id: 'place:moscow', name: 'Moscow', aliases: ['Москва'], kind: 'CITY', named: true, keys: ['moscow', 'москва']},
  {id: 'place:moscow-oblast', name: 'Moscow', kind: 'REGION', named: true, keys: ['moscow']},
  {id: 'place:vw-20240102:hall', name: 'a hall', kind: 'FACILITY', named: false, keys: ['a hall']}
] AS row
MATCH (o:Owner {id: 'article:vw-20240102'})
MERGE (e:Entity:Place {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, named: row.named, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Organization, and what the owner calls them.
UNWIND [
  {id: 'org:empty', name: '#', aliases: [''], kind: 'INTERGOVERNMENTAL', keys: ['#']},
  {id: 'org:kim', name: 'KIM', aliases: ['Operation: Dawn'], kind: 'GOVERNMENT', keys: ['kim', 'operation dawn']}
] AS row
MATCH (o:Owner {id: 'article:vw-20240102'})
MERGE (e:Entity:Organization {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Group, and what the owner calls them.
UNWIND [
  {id: 'group:vw-20240102:crowd', name: 'residents', keys: ['residents']},
  {id: 'group:vw-20240102:kims', name: 'the Kims', aliases: ['kim'], keys: ['kim', 'kims']}
] AS row
MATCH (o:Owner {id: 'article:vw-20240102'})
MERGE (e:Entity:Group {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Event, and what the owner calls them.
UNWIND [
  {id: 'event:w-conference', name: 'Conference', kind: 'MEETING', keys: ['conference']},
  {id: 'event:w-dated-child', name: 'Aid', kind: 'AID', keys: ['aid']},
  {id: 'event:w-denied', name: 'Denied first', kind: 'MEETING', keys: ['denied first']},
  {id: 'event:w-late-date', name: 'Late date', kind: 'TALKS', keys: ['late date']},
  {id: 'event:w-leaf', name: 'Leaf', kind: 'MEETING', keys: ['leaf']},
  {id: 'event:w-mid', name: 'Mid', kind: 'MEETING', keys: ['mid']},
  {id: 'event:w-old', name: 'Old visit', kind: 'VISIT', keys: ['old visit']},
  {id: 'event:w-planned', name: 'Planned session', kind: 'MEETING', keys: ['planned session']},
  {id: 'event:w-session', name: 'Session', aliases: ['the session'], kind: 'MEETING', keys: ['session']},
  {id: 'event:w-side', name: 'Session', kind: 'TALKS', keys: ['session']},
  {id: 'event:w-told-late', name: 'Told late', kind: 'DEAL', keys: ['told late']},
  {id: 'event:w-tour', name: 'conference', kind: 'VISIT', keys: ['conference']},
  {id: 'event:w-undated', name: '会议', kind: 'MEETING', keys: ['会议']},
  {id: 'event:w-under-planned', name: 'Display', kind: 'DISPLAY', keys: ['display']},
  {id: 'event:2000-putin-pyongyang-visit'},
  {id: 'event:2023-russia-nk-arms-deal'}
] AS row
MATCH (o:Owner {id: 'article:vw-20240102'})
MERGE (e:Entity:Event {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Gift, and what the owner calls them.
UNWIND [
  {id: 'gift:w-SWORD', name: 'Sword', keys: ['sword']},
  {id: 'gift:w-horse', name: 'horse', aliases: ['Kim'], keys: ['horse', 'kim']},
  {id: 'gift:w-sword', name: 'sword', keys: ['sword']},
  {id: 'gift:w-tea', name: 'tea', keys: ['tea']}
] AS row
MATCH (o:Owner {id: 'article:vw-20240102'})
MERGE (e:Entity:Gift {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Claims: what the article says, in our own words.
UNWIND [
  {id: 'claim:vw-20240102:W01', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', text: 'Kim met 𐐔𐐯𐑅𐐨𐑉𐐯𐐻.'},
  {id: 'claim:vw-20240102:W02', status: 'DENIED', voice: 'SOURCE', basis: 'STATED', text: 'Kim did not meet anyone.', sourceText: 'O\'Brien'},
  {id: 'claim:vw-20240102:W03', status: 'OCCURRED', voice: 'UNNAMED', basis: 'IMPLIED', text: 'It was in 2024.'},
  {id: 'claim:vw-20240102:W04', status: 'OCCURRED', voice: 'UNNAMED', basis: 'STATED', text: 'It was in 2023.'},
  {id: 'claim:vw-20240102:W05', status: 'PLANNED', voice: 'ARTICLE', basis: 'STATED', text: 'it was in 2024.'},
  {id: 'claim:vw-20240102:W10', status: 'HABITUAL', voice: 'SOURCE', basis: 'STATED', text: '', sourceText: ''},
  {id: 'claim:vw-20240102:W11', status: 'SPECULATED', voice: 'SOURCE', basis: 'STATED', text: 'South Korea alone warns.'},
  {id: 'claim:vw-20240102:W7', status: 'DOUBTED', voice: 'UNNAMED', basis: 'STATED', text: 'Old visit doubted.'},
  {id: 'claim:vw-20240102:W8', status: 'EXPECTED', voice: 'ARTICLE', basis: 'STATED', text: 'Aid expected.'},
  {id: 'claim:vw-20240102:W9', status: 'OCCURRED', voice: 'SOURCE', basis: 'STATED', text: 'Swords and horses were given.'}
] AS row
CREATE (:Claim {id: row.id, status: row.status, voice: row.voice, basis: row.basis, text: row.text, sourceText: row.sourceText, owner: 'article:vw-20240102'});

// Where a claim is stated.
UNWIND [
  {claim: 'claim:vw-20240102:W01', sentence: 'sentence:vw-20240102:0a', start: 0, end: 6},
  {claim: 'claim:vw-20240102:W01', sentence: 'sentence:vw-20240102:1', start: 40, end: 52},
  {claim: 'claim:vw-20240102:W02', sentence: 'sentence:vw-20240102:2', start: 71, end: 84},
  {claim: 'claim:vw-20240102:W03', sentence: 'sentence:vw-20240102:10', start: 111, end: 120},
  {claim: 'claim:vw-20240102:W04', sentence: 'sentence:vw-20240102:10', start: 111, end: 121},
  {claim: 'claim:vw-20240102:W05', sentence: 'sentence:vw-20240102:2', start: 84, end: 90},
  {claim: 'claim:vw-20240102:W10', sentence: 'sentence:vw-20240102:10', start: 120, end: 121},
  {claim: 'claim:vw-20240102:W11', sentence: 'sentence:vw-20240102:2', start: 71, end: 84},
  {claim: 'claim:vw-20240102:W7', sentence: 'sentence:vw-20240102:2', start: 71, end: 109},
  {claim: 'claim:vw-20240102:W8', sentence: 'sentence:vw-20240102:0a', start: 12, end: 20},
  {claim: 'claim:vw-20240102:W9', sentence: 'sentence:vw-20240102:1', start: 69, end: 70}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (s:Sentence {id: row.sentence})
CREATE (c)-[:STATED_IN {start: row.start, end: row.end}]->(s);

// Who says so, where it is not the article itself.
UNWIND [
  {claim: 'claim:vw-20240102:W02', entity: 'org:kim', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W02', entity: 'person:o-brien', basis: 'STATED', sourceText: 'O\'Brien'},
  {claim: 'claim:vw-20240102:W10', entity: 'country:xx', basis: 'STATED', sourceText: ''},
  {claim: 'claim:vw-20240102:W11', entity: 'country:kr', basis: 'STATED', sourceText: 'South Korea'},
  {claim: 'claim:vw-20240102:W9', entity: 'group:vw-20240102:kims', basis: 'STATED', sourceText: 'the Kims'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (e:Entity {id: row.entity})
CREATE (c)-[:ATTRIBUTED_TO {basis: row.basis, sourceText: row.sourceText}]->(e);

// Which words of a sentence mean what.
UNWIND [
  {sentence: 'sentence:vw-20240102:0a', start: 13, end: 19, kind: 'NAME', entity: 'country:xx', surface: 'Moscow', key: 'moscow'},
  {sentence: 'sentence:vw-20240102:0a', start: 33, end: 36, kind: 'NAME', entity: 'group:vw-20240102:kims', surface: 'kim', key: 'kim'},
  {sentence: 'sentence:vw-20240102:0a', start: 27, end: 30, kind: 'NAME', entity: 'org:kim', surface: 'KIM', key: 'kim'},
  {sentence: 'sentence:vw-20240102:0a', start: 22, end: 25, kind: 'NAME', entity: 'person:kim-yo-jong', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:vw-20240102:0a', start: 13, end: 19, kind: 'NAME', entity: 'place:moscow', surface: 'Moscow', key: 'moscow'},
  {sentence: 'sentence:vw-20240102:1', start: 69, end: 70, kind: 'NOMINAL', entity: 'event:w-session', surface: 'the Session', key: 'session'},
  {sentence: 'sentence:vw-20240102:1', start: 42, end: 52, kind: 'NOMINAL', entity: 'event:w-told-late', surface: 'a deal', key: 'a deal'},
  {sentence: 'sentence:vw-20240102:1', start: 40, end: 41, kind: 'PRONOUN', entity: 'person:deseret', surface: 'he'},
  {sentence: 'sentence:vw-20240102:1', start: 42, end: 49, kind: 'NAME', entity: 'person:deseret', surface: '𐐔𐐯𐑅𐐨𐑉𐐯𐐻', key: '𐐼𐐯𐑅𐐨𐑉𐐯𐐻'},
  {sentence: 'sentence:vw-20240102:1', start: 54, end: 57, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim', key: 'kim'},
  {sentence: 'sentence:vw-20240102:1', start: 58, end: 62, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'WLADIMIR PUTIN', key: 'wladimir putin'},
  {sentence: 'sentence:vw-20240102:10', start: 121, end: 140, kind: 'NOMINAL', entity: 'gift:w-sword'},
  {sentence: 'sentence:vw-20240102:10', start: 111, end: 120, kind: 'NOMINAL', entity: 'person:kim-yo-jong', surface: 'the leader', key: 'leader'},
  {sentence: 'sentence:vw-20240102:2', start: 84, end: 90, kind: 'DEMONYM', entity: 'country:xx', surface: 'Muscovite', key: 'muscovite'},
  {sentence: 'sentence:vw-20240102:2', start: 71, end: 78, kind: 'NAME', entity: 'person:o-brien', surface: 'O’Brien', key: 'o\'brien'},
  {sentence: 'sentence:vw-20240102:2', start: 71, end: 75, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Iron Man', key: 'iron man'}
] AS row
MATCH (s:Sentence {id: row.sentence})
MATCH (e:Entity {id: row.entity})
CREATE (s)-[:MENTIONS {start: row.start, end: row.end, kind: row.kind, surface: row.surface, key: row.key}]->(e);

// What the owner judges of claims and things.
UNWIND [
  {id: 'judgement:CONTRADICTS|claim:vw-20240102:W01|claim:vw-20240102:W02|date|2024-01-02', kind: 'CONTRADICTS', target: 'claim:vw-20240102:W02', by: 'claim:vw-20240102:W01', on: '2024-01-02', predicate: 'date'},
  {id: 'judgement:CONTRADICTS|claim:vw-20240102:W02|claim:vw-20240102:W01|date|2024-01-02', kind: 'CONTRADICTS', target: 'claim:vw-20240102:W01', by: 'claim:vw-20240102:W02', on: '2024-01-02', predicate: 'date'},
  {id: 'judgement:CONTRADICTS|claim:vw-20240102:W03|claim:vw-20240102:W04|date|2024-01-02', kind: 'CONTRADICTS', target: 'claim:vw-20240102:W04', by: 'claim:vw-20240102:W03', on: '2024-01-02', predicate: 'date'},
  {id: 'judgement:CONTRADICTS|claim:vw-20240102:W05|claim:vw-20240102:W04|date|2024-01-02', kind: 'CONTRADICTS', target: 'claim:vw-20240102:W04', by: 'claim:vw-20240102:W05', on: '2024-01-02', predicate: 'date'},
  {id: 'judgement:PREFERS|article:vw-20240102|claim:vw-20240102:W03|2024-01-02', kind: 'PREFERS', target: 'claim:vw-20240102:W03', on: '2024-01-02'},
  {id: 'judgement:WITHDRAWS|article:vw-20240102|claim:vw-20240102:W04|2024-01-02', kind: 'WITHDRAWS', target: 'claim:vw-20240102:W04', on: '2024-01-02'}
] AS row
CREATE (:Judgement {id: row.id, kind: row.kind, target: row.target, other: row.other, by: row.by, on: row.on, predicate: row.predicate, who: row.who, reason: row.reason, owner: 'article:vw-20240102'});

// That an event takes place, or that a gift was given.
UNWIND [
  {claim: 'claim:vw-20240102:W10', fact: 'fact:event:2000-putin-pyongyang-visit|happens', slot: 'event:2000-putin-pyongyang-visit|happens', subject: 'event:2000-putin-pyongyang-visit', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W11', fact: 'fact:event:2023-russia-nk-arms-deal|happens', slot: 'event:2023-russia-nk-arms-deal|happens', subject: 'event:2023-russia-nk-arms-deal', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-conference|happens', slot: 'event:w-conference|happens', subject: 'event:w-conference', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W03', fact: 'fact:event:w-conference|happens', slot: 'event:w-conference|happens', subject: 'event:w-conference', predicate: 'happens', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W04', fact: 'fact:event:w-conference|happens', slot: 'event:w-conference|happens', subject: 'event:w-conference', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W05', fact: 'fact:event:w-conference|happens', slot: 'event:w-conference|happens', subject: 'event:w-conference', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W8', fact: 'fact:event:w-dated-child|happens', slot: 'event:w-dated-child|happens', subject: 'event:w-dated-child', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-denied|happens', slot: 'event:w-denied|happens', subject: 'event:w-denied', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:event:w-late-date|happens', slot: 'event:w-late-date|happens', subject: 'event:w-late-date', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-leaf|happens', slot: 'event:w-leaf|happens', subject: 'event:w-leaf', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:event:w-leaf|happens', slot: 'event:w-leaf|happens', subject: 'event:w-leaf', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W10', fact: 'fact:event:w-mid|happens', slot: 'event:w-mid|happens', subject: 'event:w-mid', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W10', fact: 'fact:event:w-old|happens', slot: 'event:w-old|happens', subject: 'event:w-old', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W7', fact: 'fact:event:w-old|happens', slot: 'event:w-old|happens', subject: 'event:w-old', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W05', fact: 'fact:event:w-planned|happens', slot: 'event:w-planned|happens', subject: 'event:w-planned', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-session|happens', slot: 'event:w-session|happens', subject: 'event:w-session', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-session|happens', slot: 'event:w-session|happens', subject: 'event:w-session', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:event:w-side|happens', slot: 'event:w-side|happens', subject: 'event:w-side', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W03', fact: 'fact:event:w-tour|happens', slot: 'event:w-tour|happens', subject: 'event:w-tour', predicate: 'happens', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:event:w-undated|happens', slot: 'event:w-undated|happens', subject: 'event:w-undated', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:event:w-under-planned|happens', slot: 'event:w-under-planned|happens', subject: 'event:w-under-planned', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-SWORD|happens', slot: 'gift:w-SWORD|happens', subject: 'gift:w-SWORD', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-horse|happens', slot: 'gift:w-horse|happens', subject: 'gift:w-horse', predicate: 'happens', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-sword|happens', slot: 'gift:w-sword|happens', subject: 'gift:w-sword', predicate: 'happens', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'HAPPENS', f.predicate = row.predicate, f.slot = row.slot
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// How two things are related.
UNWIND [
  {claim: 'claim:vw-20240102:W01', fact: 'fact:person:deseret|HOLDS_OFFICE|country:ru|président', slot: 'person:deseret|HOLDS_OFFICE', subject: 'person:deseret', predicate: 'HOLDS_OFFICE', object: 'country:ru', title: 'président', qualifier: 'président', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:person:kim-yo-jong|HOLDS_OFFICE|country:xx|President', slot: 'person:kim-yo-jong|HOLDS_OFFICE', subject: 'person:kim-yo-jong', predicate: 'HOLDS_OFFICE', object: 'country:xx', title: 'President', qualifier: 'President', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:person:kim-yo-jong|HOLDS_OFFICE|country:xx|foreign minister', slot: 'person:kim-yo-jong|HOLDS_OFFICE', subject: 'person:kim-yo-jong', predicate: 'HOLDS_OFFICE', object: 'country:xx', title: 'foreign minister', qualifier: 'foreign minister', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:country:xx|GAVE|gift:w-SWORD', slot: 'country:xx|GAVE', subject: 'country:xx', predicate: 'GAVE', object: 'gift:w-SWORD', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:org:kim|GAVE|gift:w-horse', slot: 'org:kim|GAVE', subject: 'org:kim', predicate: 'GAVE', object: 'gift:w-horse', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:org:kim|GAVE|gift:w-horse', slot: 'org:kim|GAVE', subject: 'org:kim', predicate: 'GAVE', object: 'gift:w-horse', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W10', fact: 'fact:org:kim|GAVE|gift:w-horse', slot: 'org:kim|GAVE', subject: 'org:kim', predicate: 'GAVE', object: 'gift:w-horse', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:person:deseret|GAVE|gift:w-sword', slot: 'person:deseret|GAVE', subject: 'person:deseret', predicate: 'GAVE', object: 'gift:w-sword', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:person:kim-yo-jong|GAVE|gift:w-sword', slot: 'person:kim-yo-jong|GAVE', subject: 'person:kim-yo-jong', predicate: 'GAVE', object: 'gift:w-sword', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:person:kim-yo-jong|GAVE|gift:w-sword', slot: 'person:kim-yo-jong|GAVE', subject: 'person:kim-yo-jong', predicate: 'GAVE', object: 'gift:w-sword', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W10', fact: 'fact:person:vladimir-putin|GAVE|gift:w-tea', slot: 'person:vladimir-putin|GAVE', subject: 'person:vladimir-putin', predicate: 'GAVE', object: 'gift:w-tea', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-SWORD|GIVEN_TO|person:kim-yo-jong', slot: 'gift:w-SWORD|GIVEN_TO', subject: 'gift:w-SWORD', predicate: 'GIVEN_TO', object: 'person:kim-yo-jong', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-horse|GIVEN_TO|person:vladimir-putin', slot: 'gift:w-horse|GIVEN_TO', subject: 'gift:w-horse', predicate: 'GIVEN_TO', object: 'person:vladimir-putin', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-sword|GIVEN_TO|country:xx', slot: 'gift:w-sword|GIVEN_TO', subject: 'gift:w-sword', predicate: 'GIVEN_TO', object: 'country:xx', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W10', fact: 'fact:gift:w-sword|GIVEN_TO|country:xx', slot: 'gift:w-sword|GIVEN_TO', subject: 'gift:w-sword', predicate: 'GIVEN_TO', object: 'country:xx', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-sword|GIVEN_TO|person:kim-jong-un', slot: 'gift:w-sword|GIVEN_TO', subject: 'gift:w-sword', predicate: 'GIVEN_TO', object: 'person:kim-jong-un', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W10', fact: 'fact:gift:w-tea|GIVEN_TO|org:kim', slot: 'gift:w-tea|GIVEN_TO', subject: 'gift:w-tea', predicate: 'GIVEN_TO', object: 'org:kim', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W03', fact: 'fact:country:xx|INVOLVED_IN|event:w-tour|VISITOR', slot: 'country:xx|INVOLVED_IN', subject: 'country:xx', predicate: 'INVOLVED_IN', object: 'event:w-tour', role: 'VISITOR', qualifier: 'VISITOR', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:group:vw-20240102:crowd|INVOLVED_IN|event:w-undated|CITED', slot: 'group:vw-20240102:crowd|INVOLVED_IN', subject: 'group:vw-20240102:crowd', predicate: 'INVOLVED_IN', object: 'event:w-undated', role: 'CITED', qualifier: 'CITED', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:group:vw-20240102:kims|INVOLVED_IN|event:w-undated|ADDRESSEE', slot: 'group:vw-20240102:kims|INVOLVED_IN', subject: 'group:vw-20240102:kims', predicate: 'INVOLVED_IN', object: 'event:w-undated', role: 'ADDRESSEE', qualifier: 'ADDRESSEE', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:org:kim|INVOLVED_IN|event:w-side|AGENT', slot: 'org:kim|INVOLVED_IN', subject: 'org:kim', predicate: 'INVOLVED_IN', object: 'event:w-side', role: 'AGENT', qualifier: 'AGENT', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W03', fact: 'fact:person:deseret|INVOLVED_IN|event:w-conference|PARTICIPANT', slot: 'person:deseret|INVOLVED_IN', subject: 'person:deseret', predicate: 'INVOLVED_IN', object: 'event:w-conference', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:person:deseret|INVOLVED_IN|event:w-conference|PARTICIPANT', slot: 'person:deseret|INVOLVED_IN', subject: 'person:deseret', predicate: 'INVOLVED_IN', object: 'event:w-conference', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:person:deseret|INVOLVED_IN|event:w-denied|AGENT', slot: 'person:deseret|INVOLVED_IN', subject: 'person:deseret', predicate: 'INVOLVED_IN', object: 'event:w-denied', role: 'AGENT', qualifier: 'AGENT', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:person:deseret|INVOLVED_IN|event:w-session|PARTICIPANT', slot: 'person:deseret|INVOLVED_IN', subject: 'person:deseret', predicate: 'INVOLVED_IN', object: 'event:w-session', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:person:kim-yo-jong|INVOLVED_IN|event:w-conference|PARTICIPANT', slot: 'person:kim-yo-jong|INVOLVED_IN', subject: 'person:kim-yo-jong', predicate: 'INVOLVED_IN', object: 'event:w-conference', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:person:kim-yo-jong|INVOLVED_IN|event:w-conference|SPEAKER', slot: 'person:kim-yo-jong|INVOLVED_IN', subject: 'person:kim-yo-jong', predicate: 'INVOLVED_IN', object: 'event:w-conference', role: 'SPEAKER', qualifier: 'SPEAKER', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:person:kim-yo-jong|INVOLVED_IN|event:w-conference|SPEAKER', slot: 'person:kim-yo-jong|INVOLVED_IN', subject: 'person:kim-yo-jong', predicate: 'INVOLVED_IN', object: 'event:w-conference', role: 'SPEAKER', qualifier: 'SPEAKER', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:person:kim-yo-jong|INVOLVED_IN|event:w-session|PARTICIPANT', slot: 'person:kim-yo-jong|INVOLVED_IN', subject: 'person:kim-yo-jong', predicate: 'INVOLVED_IN', object: 'event:w-session', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W05', fact: 'fact:person:o-brien|INVOLVED_IN|event:w-planned|PARTICIPANT', slot: 'person:o-brien|INVOLVED_IN', subject: 'person:o-brien', predicate: 'INVOLVED_IN', object: 'event:w-planned', role: 'PARTICIPANT', qualifier: 'PARTICIPANT', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:person:o-brien|INVOLVED_IN|event:w-told-late|AGENT', slot: 'person:o-brien|INVOLVED_IN', subject: 'person:o-brien', predicate: 'INVOLVED_IN', object: 'event:w-told-late', role: 'AGENT', qualifier: 'AGENT', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W03', fact: 'fact:person:vladimir-putin|INVOLVED_IN|event:w-conference|OBSERVER', slot: 'person:vladimir-putin|INVOLVED_IN', subject: 'person:vladimir-putin', predicate: 'INVOLVED_IN', object: 'event:w-conference', role: 'OBSERVER', qualifier: 'OBSERVER', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:person:kim-jong-il|PARENT_OF|person:kim-yo-jong', slot: 'person:kim-jong-il|PARENT_OF', subject: 'person:kim-jong-il', predicate: 'PARENT_OF', object: 'person:kim-yo-jong', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:person:o-brien|PARENT_OF|person:kim-yo-jong', slot: 'person:o-brien|PARENT_OF', subject: 'person:o-brien', predicate: 'PARENT_OF', object: 'person:kim-yo-jong', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W03', fact: 'fact:event:w-conference|HAS_PLACE|place:moscow', slot: 'event:w-conference|HAS_PLACE', subject: 'event:w-conference', predicate: 'HAS_PLACE', object: 'place:moscow', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W03', fact: 'fact:event:w-conference|HAS_PLACE|place:vw-20240102:hall', slot: 'event:w-conference|HAS_PLACE', subject: 'event:w-conference', predicate: 'HAS_PLACE', object: 'place:vw-20240102:hall', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W03', fact: 'fact:event:w-old|HAS_PLACE|country:ru', slot: 'event:w-old|HAS_PLACE', subject: 'event:w-old', predicate: 'HAS_PLACE', object: 'country:ru', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W03', fact: 'fact:event:w-session|HAS_PLACE|place:moscow', slot: 'event:w-session|HAS_PLACE', subject: 'event:w-session', predicate: 'HAS_PLACE', object: 'place:moscow', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W03', fact: 'fact:event:w-tour|HAS_PLACE|country:xx', slot: 'event:w-tour|HAS_PLACE', subject: 'event:w-tour', predicate: 'HAS_PLACE', object: 'country:xx', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-SWORD|GIVEN_DURING|event:w-leaf', slot: 'gift:w-SWORD|GIVEN_DURING', subject: 'gift:w-SWORD', predicate: 'GIVEN_DURING', object: 'event:w-leaf', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-horse|GIVEN_DURING|event:w-conference', slot: 'gift:w-horse|GIVEN_DURING', subject: 'gift:w-horse', predicate: 'GIVEN_DURING', object: 'event:w-conference', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-sword|GIVEN_DURING|event:w-side', slot: 'gift:w-sword|GIVEN_DURING', subject: 'gift:w-sword', predicate: 'GIVEN_DURING', object: 'event:w-side', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-dated-child|PART_OF|event:w-conference', slot: 'event:w-dated-child|PART_OF', subject: 'event:w-dated-child', predicate: 'PART_OF', object: 'event:w-conference', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-dated-child|PART_OF|event:w-conference', slot: 'event:w-dated-child|PART_OF', subject: 'event:w-dated-child', predicate: 'PART_OF', object: 'event:w-conference', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-late-date|PART_OF|event:w-conference', slot: 'event:w-late-date|PART_OF', subject: 'event:w-late-date', predicate: 'PART_OF', object: 'event:w-conference', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-late-date|PART_OF|event:w-conference', slot: 'event:w-late-date|PART_OF', subject: 'event:w-late-date', predicate: 'PART_OF', object: 'event:w-conference', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-leaf|PART_OF|event:w-dated-child', slot: 'event:w-leaf|PART_OF', subject: 'event:w-leaf', predicate: 'PART_OF', object: 'event:w-dated-child', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-leaf|PART_OF|event:w-dated-child', slot: 'event:w-leaf|PART_OF', subject: 'event:w-leaf', predicate: 'PART_OF', object: 'event:w-dated-child', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-leaf|PART_OF|event:w-mid', slot: 'event:w-leaf|PART_OF', subject: 'event:w-leaf', predicate: 'PART_OF', object: 'event:w-mid', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-leaf|PART_OF|event:w-mid', slot: 'event:w-leaf|PART_OF', subject: 'event:w-leaf', predicate: 'PART_OF', object: 'event:w-mid', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-mid|PART_OF|event:w-tour', slot: 'event:w-mid|PART_OF', subject: 'event:w-mid', predicate: 'PART_OF', object: 'event:w-tour', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-mid|PART_OF|event:w-tour', slot: 'event:w-mid|PART_OF', subject: 'event:w-mid', predicate: 'PART_OF', object: 'event:w-tour', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-planned|PART_OF|event:w-conference', slot: 'event:w-planned|PART_OF', subject: 'event:w-planned', predicate: 'PART_OF', object: 'event:w-conference', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-planned|PART_OF|event:w-conference', slot: 'event:w-planned|PART_OF', subject: 'event:w-planned', predicate: 'PART_OF', object: 'event:w-conference', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-session|PART_OF|event:w-conference', slot: 'event:w-session|PART_OF', subject: 'event:w-session', predicate: 'PART_OF', object: 'event:w-conference', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-session|PART_OF|event:w-conference', slot: 'event:w-session|PART_OF', subject: 'event:w-session', predicate: 'PART_OF', object: 'event:w-conference', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-session|PART_OF|event:w-tour', slot: 'event:w-session|PART_OF', subject: 'event:w-session', predicate: 'PART_OF', object: 'event:w-tour', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-session|PART_OF|event:w-tour', slot: 'event:w-session|PART_OF', subject: 'event:w-session', predicate: 'PART_OF', object: 'event:w-tour', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-side|PART_OF|event:w-session', slot: 'event:w-side|PART_OF', subject: 'event:w-side', predicate: 'PART_OF', object: 'event:w-session', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-side|PART_OF|event:w-session', slot: 'event:w-side|PART_OF', subject: 'event:w-side', predicate: 'PART_OF', object: 'event:w-session', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-side|PART_OF|event:w-undated', slot: 'event:w-side|PART_OF', subject: 'event:w-side', predicate: 'PART_OF', object: 'event:w-undated', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-side|PART_OF|event:w-undated', slot: 'event:w-side|PART_OF', subject: 'event:w-side', predicate: 'PART_OF', object: 'event:w-undated', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-undated|PART_OF|event:w-old', slot: 'event:w-undated|PART_OF', subject: 'event:w-undated', predicate: 'PART_OF', object: 'event:w-old', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-undated|PART_OF|event:w-old', slot: 'event:w-undated|PART_OF', subject: 'event:w-undated', predicate: 'PART_OF', object: 'event:w-old', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-under-planned|PART_OF|event:w-late-date', slot: 'event:w-under-planned|PART_OF', subject: 'event:w-under-planned', predicate: 'PART_OF', object: 'event:w-late-date', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-under-planned|PART_OF|event:w-late-date', slot: 'event:w-under-planned|PART_OF', subject: 'event:w-under-planned', predicate: 'PART_OF', object: 'event:w-late-date', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-under-planned|PART_OF|event:w-planned', slot: 'event:w-under-planned|PART_OF', subject: 'event:w-under-planned', predicate: 'PART_OF', object: 'event:w-planned', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W02', fact: 'fact:event:w-under-planned|PART_OF|event:w-planned', slot: 'event:w-under-planned|PART_OF', subject: 'event:w-under-planned', predicate: 'PART_OF', object: 'event:w-planned', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W7', fact: 'fact:event:w-old|BEFORE|event:w-conference', slot: 'event:w-old|BEFORE', subject: 'event:w-old', predicate: 'BEFORE', object: 'event:w-conference', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W7', fact: 'fact:event:w-old|BEFORE|event:w-tour', slot: 'event:w-old|BEFORE', subject: 'event:w-old', predicate: 'BEFORE', object: 'event:w-tour', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W7', fact: 'fact:event:w-tour|BEFORE|event:w-planned', slot: 'event:w-tour|BEFORE', subject: 'event:w-tour', predicate: 'BEFORE', object: 'event:w-planned', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W7', fact: 'fact:event:w-dated-child|CONCERNS|event:w-planned', slot: 'event:w-dated-child|CONCERNS', subject: 'event:w-dated-child', predicate: 'CONCERNS', object: 'event:w-planned', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W8', fact: 'fact:event:w-dated-child|CONCERNS|event:w-planned', slot: 'event:w-dated-child|CONCERNS', subject: 'event:w-dated-child', predicate: 'CONCERNS', object: 'event:w-planned', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W7', fact: 'fact:event:w-undated|CONCERNS|event:w-old', slot: 'event:w-undated|CONCERNS', subject: 'event:w-undated', predicate: 'CONCERNS', object: 'event:w-old', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W8', fact: 'fact:event:w-undated|CONCERNS|event:w-old', slot: 'event:w-undated|CONCERNS', subject: 'event:w-undated', predicate: 'CONCERNS', object: 'event:w-old', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-SWORD|IN_RETURN_FOR|gift:w-sword', slot: 'gift:w-SWORD|IN_RETURN_FOR', subject: 'gift:w-SWORD', predicate: 'IN_RETURN_FOR', object: 'gift:w-sword', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-horse|IN_RETURN_FOR|gift:w-SWORD', slot: 'gift:w-horse|IN_RETURN_FOR', subject: 'gift:w-horse', predicate: 'IN_RETURN_FOR', object: 'gift:w-SWORD', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-horse|IN_RETURN_FOR|gift:w-sword', slot: 'gift:w-horse|IN_RETURN_FOR', subject: 'gift:w-horse', predicate: 'IN_RETURN_FOR', object: 'gift:w-sword', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W10', fact: 'fact:event:2000-putin-pyongyang-visit|POSSIBLY_SAME_AS|event:w-old', slot: 'event:2000-putin-pyongyang-visit|POSSIBLY_SAME_AS', subject: 'event:2000-putin-pyongyang-visit', predicate: 'POSSIBLY_SAME_AS', object: 'event:w-old', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W10', fact: 'fact:event:w-old|POSSIBLY_SAME_AS|event:w-session', slot: 'event:w-old|POSSIBLY_SAME_AS', subject: 'event:w-old', predicate: 'POSSIBLY_SAME_AS', object: 'event:w-session', basis: 'IMPLIED'},
  {claim: 'claim:vw-20240102:W10', fact: 'fact:event:w-session|POSSIBLY_SAME_AS|event:w-undated', slot: 'event:w-session|POSSIBLY_SAME_AS', subject: 'event:w-session', predicate: 'POSSIBLY_SAME_AS', object: 'event:w-undated', basis: 'IMPLIED'}
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
  {claim: 'claim:vw-20240102:W9', fact: 'fact:event:w-side|purpose|to talk', slot: 'event:w-side|purpose', subject: 'event:w-side', predicate: 'purpose', value: 'to talk', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:event:w-undated|grounds|none', slot: 'event:w-undated|grounds', subject: 'event:w-undated', predicate: 'grounds', value: 'none', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W10', fact: 'fact:event:w-old|ordinal|1', slot: 'event:w-old|ordinal', subject: 'event:w-old', predicate: 'ordinal', value: '1', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W01', fact: 'fact:event:w-session|ordinal|1', slot: 'event:w-session|ordinal', subject: 'event:w-session', predicate: 'ordinal', value: '1', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:event:w-side|duration|two hours', slot: 'event:w-side|duration', subject: 'event:w-side', predicate: 'duration', value: 'two hours', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-SWORD|item|sword', slot: 'gift:w-SWORD|item', subject: 'gift:w-SWORD', predicate: 'item', value: 'sword', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-horse|item|Horse', slot: 'gift:w-horse|item', subject: 'gift:w-horse', predicate: 'item', value: 'Horse', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-sword|item|sword', slot: 'gift:w-sword|item', subject: 'gift:w-sword', predicate: 'item', value: 'sword', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-SWORD|quantity|0', slot: 'gift:w-SWORD|quantity', subject: 'gift:w-SWORD', predicate: 'quantity', value: '0', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-sword|quantity|2', slot: 'gift:w-sword|quantity', subject: 'gift:w-sword', predicate: 'quantity', value: '2', basis: 'STATED'},
  {claim: 'claim:vw-20240102:W9', fact: 'fact:gift:w-sword|description|two swords', slot: 'gift:w-sword|description', subject: 'gift:w-sword', predicate: 'description', value: 'two swords', basis: 'STATED'}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis}]->(f);

// When it was.
UNWIND [
  {claim: 'claim:vw-20240102:W03', fact: 'fact:event:w-conference|date|2024', slot: 'event:w-conference|date', subject: 'event:w-conference', predicate: 'date', value: '2024', precision: 'YEAR', sortKey: 19723, words: '2024', start: '2024', end: '2024', basis: 'STATED', text: 'this year', earliest: '2024-01-01', latest: '2024-12-31', earliestDay: 19723, latestDay: 20088},
  {claim: 'claim:vw-20240102:W04', fact: 'fact:event:w-conference|date|2023', slot: 'event:w-conference|date', subject: 'event:w-conference', predicate: 'date', value: '2023', precision: 'YEAR', sortKey: 19358, words: '2023', start: '2023', end: '2023', basis: 'STATED', earliest: '2023-01-01', latest: '2023-12-31', earliestDay: 19358, latestDay: 19722},
  {claim: 'claim:vw-20240102:W8', fact: 'fact:event:w-dated-child|date|2024-01', slot: 'event:w-dated-child|date', subject: 'event:w-dated-child', predicate: 'date', value: '2024-01', precision: 'MONTH', sortKey: 19723, words: 'January 2024', start: '2024-01', end: '2024-01', basis: 'STATED', earliest: '2024-01-01', latest: '2024-01-31', earliestDay: 19723, latestDay: 19753},
  {claim: 'claim:vw-20240102:W10', fact: 'fact:event:w-old|date|2000-07-19', slot: 'event:w-old|date', subject: 'event:w-old', predicate: 'date', value: '2000-07-19', precision: 'DAY', sortKey: 11157, words: '19 July 2000', start: '2000-07-19', end: '2000-07-19', basis: 'STATED', earliest: '2000-07-19', latest: '2000-07-19', earliestDay: 11157, latestDay: 11157},
  {claim: 'claim:vw-20240102:W05', fact: 'fact:event:w-conference|endDate|2024-02-29', slot: 'event:w-conference|endDate', subject: 'event:w-conference', predicate: 'endDate', value: '2024-02-29', precision: 'DAY', sortKey: 19782, words: '29 February 2024', start: '2024-02-29', end: '2024-02-29', basis: 'IMPLIED', text: 'on leap day', earliest: '2024-02-29', latest: '2024-02-29', earliestDay: 19782, latestDay: 19782}
] AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value, f.precision = row.precision, f.sortKey = row.sortKey, f.words = row.words, f.start = row.start, f.startInexact = row.startInexact, f.end = row.end, f.endInexact = row.endInexact, f.uncertain = row.uncertain, f.approximate = row.approximate
MERGE (f)-[:SUBJECT]->(a)
CREATE (c)-[:SAYS {basis: row.basis, text: row.text, earliest: row.earliest, latest: row.latest, earliestDay: row.earliestDay, latestDay: row.latestDay}]->(f);
