// A small world of two articles, ten days apart: what the first announces, the second reports as done, and disputes.
UNWIND [
  {id: 'person:ada', name: 'Ada Bell', aliases: ['Ada Bell'], weakAliases: ['Bell']},
  {id: 'person:cyrus', name: 'Cyrus Dean', aliases: ['Cyrus Dean'], weakAliases: []}
] AS row MERGE (n:Person {id: row.id}) ON CREATE SET n.recordedAt = toString(datetime()) SET n += row SET n:Entity;
UNWIND [
  {id: 'event:visit', name: 'Visit of Ada Bell', kind: 'VISIT', status: 'OCCURRED'},
  {id: 'event:speech', name: 'Speech of Cyrus Dean', kind: 'ANNOUNCEMENT', status: 'OCCURRED'},
  {id: 'event:dinner', name: 'Dinner of Cyrus Dean', kind: 'RECEPTION', status: 'OCCURRED', date: '2024-02', dateMin: '2024-02-01', dateMax: '2024-02-29', datePrecision: 'MONTH', dateBasis: 'STATED', endDate: '2024-02-03'},
  {id: 'event:quarrel', name: 'Quarrel of Cyrus Dean', kind: 'TENSION', status: 'DENIED'},
  {id: 'event:deal', name: 'Deal of Cyrus Dean', kind: 'DEAL', status: 'PLANNED'},
  {id: 'event:pact', name: 'Pact of Ada Bell', kind: 'DEAL', status: 'ONGOING'},
  {id: 'event:fair', name: 'Fair of Ada Bell', kind: 'DISPLAY', status: 'HABITUAL', date: '2024-02-10', dateMin: '2024-02-10', dateMax: '2024-02-10', datePrecision: 'DAY', dateBasis: 'STATED'}
] AS row MERGE (n:Event {id: row.id}) ON CREATE SET n.recordedAt = toString(datetime()) SET n += row SET n:Entity;
UNWIND [
  {id: 'gift:vase', name: 'blue vase', item: 'vase', quantity: 1}
] AS row MERGE (n:Gift {id: row.id}) ON CREATE SET n.recordedAt = toString(datetime()) SET n += row SET n:Entity;
UNWIND [
  {id: 'article:first', title: 'A Visit Is Planned', byline: 'The Courier', publishedOn: '2024-03-01', language: 'en', textSha256: 'x', length: 100},
  {id: 'article:second', title: 'The Visit Took Place', byline: 'The Herald', publishedOn: '2024-03-11', language: 'en', textSha256: 'y', length: 100}
] AS row MERGE (n:Article {id: row.id}) ON CREATE SET n.recordedAt = toString(datetime()) SET n += row;
UNWIND [
  {id: 'sentence:first:1', n: '1', seq: 0, kind: 'BODY', start: 0, end: 50, textSha256: 'a', article: 'article:first'},
  {id: 'sentence:first:2', n: '2', seq: 1, kind: 'BODY', start: 51, end: 100, textSha256: 'b', article: 'article:first'},
  {id: 'sentence:second:1', n: '1', seq: 0, kind: 'BODY', start: 0, end: 50, textSha256: 'c', article: 'article:second'},
  {id: 'sentence:second:2', n: '2', seq: 1, kind: 'BODY', start: 51, end: 100, textSha256: 'd', article: 'article:second'}
] AS row MATCH (a:Article {id: row.article}) MERGE (s:Sentence {id: row.id}) SET s.n = row.n, s.seq = row.seq, s.kind = row.kind,
  s.start = row.start, s.end = row.end, s.textSha256 = row.textSha256 MERGE (s)-[:IN_ARTICLE]->(a);
UNWIND [
  {id: 'claim:first:F1', text: 'A visit of Ada Bell is planned.', status: 'PLANNED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', s: 'sentence:first:1', about: ['event:visit', 'person:ada']},
  {id: 'claim:first:F2', text: 'Cyrus Dean gave a speech.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', s: 'sentence:first:2', about: ['event:speech', 'person:cyrus']},
  {id: 'claim:first:F3', text: 'There was no dinner, and no quarrel.', status: 'DENIED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', s: 'sentence:first:2', about: ['event:dinner', 'event:quarrel']},
  {id: 'claim:first:F4', text: 'A pact holds.', status: 'ONGOING', voice: 'SOURCE', basis: 'STATED', rank: 'NORMAL', s: 'sentence:first:2', about: ['event:pact']},
  {id: 'claim:second:F6', text: 'The pact holds.', status: 'ONGOING', voice: 'SOURCE', basis: 'STATED', rank: 'NORMAL', s: 'sentence:second:2', about: ['event:pact']},
  {id: 'claim:first:F5', text: 'The fair is on the tenth.', status: 'HABITUAL', voice: 'ARTICLE', basis: 'STATED', rank: 'PREFERRED', property: 'date', value: '2024-02-10', s: 'sentence:first:2', about: ['event:fair']},
  {id: 'claim:second:F7', text: 'The fair is on the twelfth.', status: 'HABITUAL', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', property: 'date', value: '2024-02-12', s: 'sentence:second:2', about: ['event:fair']},
  {id: 'claim:second:F1', text: 'Ada Bell made her visit.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', s: 'sentence:second:1', about: ['event:visit']},
  {id: 'claim:second:F2', text: 'Ada Bell gave Cyrus Dean a blue vase.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', s: 'sentence:second:1', about: ['gift:vase']},
  {id: 'claim:second:F3', text: 'Cyrus Dean did not speak.', status: 'DENIED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', s: 'sentence:second:2', about: ['event:speech']},
  {id: 'claim:second:F4', text: 'Cyrus Dean plans a deal.', status: 'PLANNED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', s: 'sentence:second:2', about: ['event:deal']},
  {id: 'claim:second:F5', text: 'Cyrus Dean had a dinner in February.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', property: 'date', value: '2024-02', s: 'sentence:second:2', about: ['event:dinner']}
] AS row MATCH (s:Sentence {id: row.s}) MERGE (c:Claim {id: row.id}) SET c.text = row.text, c.status = row.status, c.voice = row.voice,
  c.basis = row.basis, c.rank = row.rank, c.property = row.property, c.value = row.value MERGE (c)-[r:STATED_IN]->(s) SET r.start = s.start, r.end = s.end
  WITH c, row UNWIND row.about AS about MATCH (e:Entity {id: about}) MERGE (c)-[:ABOUT]->(e);
UNWIND ['claim:first:F4', 'claim:second:F6'] AS id MATCH (c:Claim {id: id}) MATCH (p:Entity {id: 'person:ada'}) MERGE (c)-[r:ATTRIBUTED_TO]->(p) SET r.basis = 'STATED', r.sourceText = 'Ada Bell';
MATCH (c:Claim {id: 'claim:second:F7'}) MATCH (o:Claim {id: 'claim:first:F5'}) MERGE (c)-[:CONTRADICTS]->(o);
MATCH (c:Claim {id: 'claim:second:F3'}) MATCH (o:Claim {id: 'claim:first:F2'}) MERGE (c)-[:CONTRADICTS]->(o);
UNWIND [
  {a: 'person:ada', b: 'event:visit', role: 'VISITOR', claims: ['claim:first:F1', 'claim:second:F1']},
  {a: 'person:cyrus', b: 'event:speech', role: 'SPEAKER', claims: ['claim:first:F2']},
  {a: 'person:cyrus', b: 'event:deal', role: 'AGENT', claims: ['claim:first:F2']}
] AS row MATCH (a:Entity {id: row.a}) MATCH (b:Entity {id: row.b}) MERGE (a)-[r:INVOLVED_IN {role: row.role}]->(b)
  SET r.basis = 'STATED', r.claims = row.claims;
MATCH (a:Entity {id: 'person:ada'}) MATCH (g:Entity {id: 'gift:vase'}) MERGE (a)-[r:GAVE]->(g) SET r.basis = 'STATED', r.claims = ['claim:second:F2'];
MATCH (g:Entity {id: 'gift:vase'}) MATCH (b:Entity {id: 'person:cyrus'}) MERGE (g)-[r:GIVEN_TO]->(b) SET r.basis = 'STATED', r.claims = ['claim:second:F2'];
MATCH (a:Entity {id: 'event:visit'}) MATCH (b:Entity {id: 'event:speech'}) MERGE (a)-[r:CONCERNS]->(b) SET r.basis = 'STATED', r.claims = ['claim:first:F2'];
