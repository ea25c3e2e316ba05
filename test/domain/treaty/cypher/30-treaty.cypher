// 30-treaty: a made-up article about a made-up treaty, in the graph of the news.

MERGE (n:Article {id: 'article:tt-20231101'})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += {title: 'A Treaty Is Signed', byline: 'The Morning Note', publishedOn: '2023-11-01', language: 'en', textSha256: 'tt', length: 100};

MATCH (a:Article {id: 'article:tt-20231101'})
MERGE (s:Sentence {id: 'sentence:tt-20231101:1'})
  ON CREATE SET s.recordedAt = toString(datetime())
  SET s += {n: '1', seq: 0, kind: 'BODY', start: 0, end: 100, textSha256: '1'}
MERGE (s)-[:IN_ARTICLE]->(a);

MERGE (n:Treaty {id: 'treaty:2023-friendship'})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += {
    name: 'Treaty of Friendship', aliases: ['Friendship Treaty'],
    date: '2023-09-13', dateMin: '2023-09-13', dateMax: '2023-09-13', datePrecision: 'DAY', dateBasis: 'STATED'
  }
  SET n:Entity;

MERGE (n:Treaty {id: 'treaty:2000-neighbours'})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += {
    name: 'Treaty of Good Neighbours', aliases: [],
    date: '2000', dateMin: '2000-01-01', dateMax: '2000-12-31', datePrecision: 'YEAR', dateBasis: 'STATED'
  }
  SET n:Entity;

UNWIND [
  {id: 'T1', text: 'Russia and North Korea signed a treaty of friendship.', about: ['treaty:2023-friendship', 'country:ru', 'country:kp']},
  {id: 'T3', text: 'The treaty of friendship is of 13 September.', property: 'date', value: '2023-09-13', about: ['treaty:2023-friendship']},
  {id: 'T2', text: 'Russia had signed another one in 2000.', about: ['treaty:2000-neighbours', 'country:ru']}
] AS row
MATCH (s:Sentence {id: 'sentence:tt-20231101:1'})
MERGE (c:Claim {id: 'claim:tt-20231101:' + row.id})
  ON CREATE SET c.recordedAt = toString(datetime())
  SET c.text = row.text, c.status = 'OCCURRED', c.voice = 'ARTICLE', c.basis = 'STATED', c.rank = 'NORMAL',
    c.property = row.property, c.value = row.value
MERGE (c)-[r:STATED_IN]->(s) SET r.start = s.start, r.end = s.end
WITH c, row UNWIND row.about AS id
MATCH (e:Entity {id: id})
MERGE (c)-[:ABOUT]->(e);

UNWIND [
  {treaty: 'treaty:2023-friendship', country: 'country:ru', claim: 'T1'},
  {treaty: 'treaty:2023-friendship', country: 'country:kp', claim: 'T1'},
  {treaty: 'treaty:2000-neighbours', country: 'country:ru', claim: 'T2'}
] AS row
MATCH (t:Treaty {id: row.treaty})
MATCH (c:Country {id: row.country})
MERGE (t)-[r:SIGNED_BY]->(c)
  SET r.basis = 'STATED', r.claims = ['claim:tt-20231101:' + row.claim];

MATCH (t:Treaty {id: 'treaty:2023-friendship'})
MATCH (e:Event {id: 'event:2023-putin-kim-summit'})
MERGE (t)-[r:SIGNED_AT]->(e)
  SET r.basis = 'STATED', r.claims = ['claim:tt-20231101:T1'];
