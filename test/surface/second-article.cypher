// A second article, made up: what another paper might have told of the first one's events some weeks later.
// It is written as CONTRIBUTING.md says: entities and events that are the same keep their id, its claims are its own,
// and are added to those of the edges that they carry too.

MERGE (n:Article {id: 'article:mn-20231025'})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += {title: 'What Became of the Visits', byline: 'The Morning Note', publishedOn: '2023-10-25', language: 'en', textSha256: 'mn', length: 1000};

MATCH (a:Article {id: 'article:mn-20231025'})
UNWIND range(0, 9) AS seq
WITH a, seq, toString(seq) AS n
MERGE (s:Sentence {id: 'sentence:mn-20231025:' + n})
  ON CREATE SET s.recordedAt = toString(datetime())
  SET s += {n: n, seq: seq, kind: 'BODY', start: seq * 100, end: seq * 100 + 100, textSha256: n}
MERGE (s)-[:IN_ARTICLE]->(a);

// New to the world: a minister, and another telling of a transfer that may be one that is known.
MERGE (n:Person {id: 'person:anna-kern'}) ON CREATE SET n.recordedAt = toString(datetime()) SET n += {name: 'Anna Kern', aliases: [], weakAliases: ['Kern']} SET n:Entity;
MERGE (n:Event {id: 'event:2023-drone-parts-transfer'}) ON CREATE SET n.recordedAt = toString(datetime()) SET n += {name: 'Transfer of drone parts', kind: 'TRANSFER', status: 'SPECULATED'} SET n:Entity;

// The same person under one more name: aliases are joined, none is lost.
MATCH (n:Person {id: 'person:sergei-lavrov'})
WITH n, [alias IN ['Sergey Viktorovich Lavrov', 'The Minister of Iron'] WHERE NOT alias IN n.aliases] AS more
SET n.aliases = n.aliases + more;

UNWIND [
  {id: 'N1', s: '1', status: 'OCCURRED',   voice: 'SOURCE',  rank: 'NORMAL',     text: 'The Kremlin says that rifles were exchanged.', about: ['event:2023-putin-kim-gift-exchange']},
  {id: 'N2', s: '2', status: 'OCCURRED',   voice: 'ARTICLE', rank: 'NORMAL',     text: 'Putin handed Kim a rifle.', about: ['gift:2023-putin-kim-rifle']},
  {id: 'N3', s: '3', status: 'OCCURRED',   voice: 'ARTICLE', rank: 'PREFERRED',  text: 'Lavrov was in Pyongyang on 18 October.', property: 'date', value: '2023-10-18', about: ['event:2023-lavrov-pyongyang-visit']},
  {id: 'N4', s: '4', status: 'DENIED',     voice: 'SOURCE',  rank: 'NORMAL',     text: 'Anna Kern says that Kim never went to Vladivostok.', about: ['event:2023-kim-vladivostok-visit']},
  {id: 'N5', s: '5', status: 'OCCURRED',   voice: 'ARTICLE', rank: 'NORMAL',     text: 'The summit took place in Vladivostok.', about: ['event:2023-putin-kim-summit', 'place:vladivostok']},
  {id: 'N6', s: '6', status: 'SPECULATED', voice: 'UNNAMED', rank: 'NORMAL',     text: 'Parts of drones may have reached North Korea.', about: ['event:2023-drone-parts-transfer']},
  {id: 'N7', s: '7', status: 'OCCURRED',   voice: 'ARTICLE', rank: 'DEPRECATED', text: 'Parts of drones did reach North Korea.', about: ['event:2023-drone-parts-transfer']},
  {id: 'N8', s: '8', status: 'DENIED',     voice: 'SOURCE',  rank: 'NORMAL',     text: 'Anna Kern says that the tour did not end that weekend.', property: 'endDate', value: '2023-09-16/2023-09-17', about: ['event:2023-kim-russia-tour']},
  {id: 'N10', s: '3', status: 'OCCURRED',  voice: 'ARTICLE', rank: 'NORMAL',     text: 'Lavrov went to prepare a treaty.', property: 'purpose', value: 'to prepare a treaty', about: ['event:2023-lavrov-pyongyang-visit']},
  {id: 'N9', s: '9', status: 'SPECULATED', voice: 'SOURCE',  rank: 'NORMAL',     text: 'The United States warns that arms may be sold.', about: ['event:2023-russia-nk-arms-deal']}
] AS row
MATCH (s:Sentence {id: 'sentence:mn-20231025:' + row.s})
MERGE (c:Claim {id: 'claim:mn-20231025:' + row.id})
  ON CREATE SET c.recordedAt = toString(datetime())
  SET c.text = row.text, c.status = row.status, c.voice = row.voice, c.basis = 'STATED', c.rank = row.rank,
    c.property = row.property, c.value = row.value
MERGE (c)-[r:STATED_IN]->(s) SET r.start = s.start, r.end = s.end
WITH c, row UNWIND row.about AS id
MATCH (e:Entity {id: id})
MERGE (c)-[:ABOUT]->(e);

UNWIND [
  {claim: 'N1', actor: 'org:kremlin',      sourceText: 'the Kremlin'},
  {claim: 'N4', actor: 'person:anna-kern', sourceText: 'Anna Kern'},
  {claim: 'N8', actor: 'person:anna-kern', sourceText: 'Anna Kern'},
  {claim: 'N9', actor: 'country:us',       sourceText: 'the United States'}
] AS row
MATCH (c:Claim {id: 'claim:mn-20231025:' + row.claim})
MATCH (e:Entity {id: row.actor})
MERGE (c)-[r:ATTRIBUTED_TO]->(e) SET r.sourceText = row.sourceText, r.basis = 'STATED';

MATCH (c:Claim {id: 'claim:mn-20231025:N4'})
MATCH (o:Claim {id: 'claim:oo-20230918:F30'})
MERGE (c)-[r:CONTRADICTS]->(o) SET r.on = 'status';

// A finer date: the claim that gives it is preferred, and the event takes it over.
MATCH (e:Event {id: 'event:2023-lavrov-pyongyang-visit'})
SET e += {date: '2023-10-18', datePrecision: 'DAY', dateBasis: 'STATED', dateText: '18 October', dateMin: '2023-10-18', dateMax: '2023-10-18', purpose: 'to prepare a treaty'};

// It says Kim far more often than the first, and means the father; and it has a by-name that the first has not.
MATCH (s:Sentence {id: 'sentence:mn-20231025:8'})
MATCH (e:Person {id: 'person:kim-jong-il'})
UNWIND range(0, 29) AS i
MERGE (s)-[r:MENTIONS {start: s.start + i * 3, end: s.start + i * 3 + 3}]->(e)
  SET r.kind = 'NAME', r.surface = 'Kim';
MATCH (s:Sentence {id: 'sentence:mn-20231025:3'})
MATCH (e:Person {id: 'person:sergei-lavrov'})
MERGE (s)-[r:MENTIONS {start: s.start, end: s.start + 20}]->(e)
  SET r.kind = 'NAME', r.surface = 'The Minister of Iron';

// Corroboration: its claims join those that carry the same edge.
UNWIND [
  {a: 'person:vladimir-putin', b: 'gift:2023-putin-kim-rifle', claims: ['N2']}
] AS row
WITH row, [id IN row.claims | 'claim:mn-20231025:' + id] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:GAVE]->(b) ON CREATE SET r.basis = 'STATED'
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;
UNWIND [
  {a: 'person:vladimir-putin', role: 'PARTICIPANT', b: 'event:2023-putin-kim-gift-exchange', claims: ['N1']},
  {a: 'person:sergei-lavrov',  role: 'VISITOR',     b: 'event:2023-lavrov-pyongyang-visit',  claims: ['N3']}
] AS row
WITH row, [id IN row.claims | 'claim:mn-20231025:' + id] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:INVOLVED_IN {role: row.role}]->(b) ON CREATE SET r.basis = 'STATED'
  SET r.claims = [c IN coalesce(r.claims, []) WHERE NOT c IN claims] + claims;

// A finer place has an edge of its own beside the coarser one.
MATCH (a:Entity {id: 'event:2023-putin-kim-summit'})
MATCH (b:Entity {id: 'place:vladivostok'})
MERGE (a)-[r:HAS_PLACE]->(b) ON CREATE SET r.basis = 'STATED'
  SET r.claims = ['claim:mn-20231025:N5'];

// Not certain enough to be the same event.
MATCH (a:Entity {id: 'event:2023-drone-parts-transfer'})
MATCH (b:Entity {id: 'event:2023-nk-receives-advanced-weapons-tech'})
MERGE (a)-[r:POSSIBLY_SAME_AS]->(b) ON CREATE SET r.basis = 'IMPLIED'
  SET r.claims = ['claim:mn-20231025:N6'];
