// A second, made-up article for the tests that compare answers: it has what one real article has not.
// Names that collide, several claims on one edge, denials and contradictions, undated events with two parents,
// letters of other scripts and beyond the basic plane, lists that are empty or not there at all.

MERGE (n:Article {id: 'article:vw-20240102'})
  SET n += {title: 'Straße nach “Moscow”: Kim, KIM & kim', subtitle: '', publishedOn: '2024-01-02', language: 'de',
    url: 'https://example.org/a?b=1&c=%27', textSha256: '00', length: 240};

MERGE (n:Article {id: 'article:vw-20240103'})
  SET n += {title: 'straße nach “moscow”: kim, kim & kim', byline: 'Overt Operator', publishedOn: '2024-01-03', language: 'en',
    textSha256: '01', length: 0};

UNWIND [
  {id: 'sentence:vw-20240102:0a', n: '0a', seq: 0, kind: 'TITLE', start: 0, end: 36, textSha256: 'a0', text: 'Straße nach “Moscow”: Kim, KIM & kim'},
  {id: 'sentence:vw-20240102:1', n: '1', seq: 1, kind: 'BODY', start: 40, end: 70, textSha256: 'a1', text: '😀 𐐔𐐯𐑅𐐨𐑉𐐯𐐻 met Kim in İstanbul. 𝒳'},
  {id: 'sentence:vw-20240102:2', n: '2', seq: 2, kind: 'BODY', start: 71, end: 110, textSha256: 'a2', text: "O'Brien said: \"no\" \\ `never` $p {x} //"},
  {id: 'sentence:vw-20240102:10', n: '10', seq: 3, kind: 'BODY', start: 111, end: 140, textSha256: 'a3'}
] AS row
MATCH (a:Article {id: 'article:vw-20240102'})
MERGE (n:Sentence {id: row.id})
  SET n += row
MERGE (n)-[:IN_ARTICLE]->(a);

UNWIND [
  {id: 'person:kim-yo-jong', name: 'Kim', aliases: ['Kim Yo-jong', '김여정', 'ＫＩＭ'], weakAliases: ['kim']},
  {id: 'person:kim-jong-un-2', name: 'Kim Jong-un', aliases: [], weakAliases: []},
  {id: 'person:deseret', name: '𐐔𐐯𐑅𐐨𐑉𐐯𐐻', aliases: ['ﬀ', '😀']},
  {id: 'person:o-brien', name: "O'Brien", aliases: ['O’Brien', 'ÓBRIEN', 'Ὀδυσσεύς'], weakAliases: ['Straße', 'STRASSE']},
  {id: 'person:Zoe', name: 'zoë', aliases: ['Zoe', 'İstanbul']}
] AS row
MERGE (n:Person {id: row.id})
  SET n += row
  SET n:Entity;

// Names of one who was known before: by a text of this article, by none, and a part of the name.
MATCH (n:Person {id: 'person:vladimir-putin'})
SET n.aliases = n.aliases + ['Wladimir Putin', 'Wladimir Wladimirowitsch Putin'], n.weakAliases = coalesce(n.weakAliases, []) + ['iron man'];

UNWIND [
  {id: 'country:xx', name: 'Moscow', isoCode: 'XX', aliases: [], weakAliases: ['Kim']},
  {id: 'country:aa', name: 'Ångström', isoCode: 'ru', demonym: 'ångström', aliases: ['Angstrom'], weakAliases: []}
] AS row
MERGE (n:Country {id: row.id})
  SET n += row
  SET n:Entity;

UNWIND [
  {id: 'place:moscow', name: 'Moscow', kind: 'CITY', named: true, aliases: ['Москва'], weakAliases: []},
  {id: 'place:moscow-oblast', name: 'Moscow', kind: 'REGION', named: true, aliases: [], weakAliases: []},
  {id: 'place:vw-20240102:hall', name: 'a hall', kind: 'FACILITY', named: false}
] AS row
MERGE (n:Place {id: row.id})
  SET n += row
  SET n:Entity;

UNWIND [
  {id: 'org:kim', name: 'KIM', kind: 'GOVERNMENT', aliases: ['Operation: Dawn'], weakAliases: []},
  {id: 'org:empty', name: ' ', kind: 'INTERGOVERNMENTAL', aliases: [''], weakAliases: []}
] AS row
MERGE (n:Organization {id: row.id})
  SET n += row
  SET n:Entity;

UNWIND [
  {id: 'group:vw-20240102:crowd', name: 'residents'},
  {id: 'group:vw-20240102:kims', name: 'the Kims', aliases: ['kim']}
] AS row
MERGE (n:Group {id: row.id})
  SET n += row
  SET n:Entity;

UNWIND [
  {id: 'event:w-conference', kind: 'MEETING', status: 'OCCURRED', name: 'Conference', date: '2024', datePrecision: 'YEAR', dateBasis: 'STATED', dateText: 'this year', dateMin: '2024-01-01', dateMax: '2024-12-31', endDate: '2024-02-29', endDateBasis: 'IMPLIED', endDateText: 'on leap day', ordinal: 2},
  {id: 'event:w-tour', kind: 'VISIT', status: 'OCCURRED', name: 'conference', date: '2024-01-02/2024-01-05', datePrecision: 'INTERVAL', dateBasis: 'IMPLIED', dateMin: '2024-01-02', dateMax: '2024-01-05', endDate: '2024'},
  {id: 'event:w-session', kind: 'MEETING', status: 'OCCURRED', name: 'Session', aliases: ['the session'], object: 'Straße', ordinal: 1},
  {id: 'event:w-side', kind: 'TALKS', status: 'OCCURRED', name: 'Session', duration: 'two hours', purpose: 'to talk'},
  {id: 'event:w-undated', kind: 'MEETING', status: 'OCCURRED', name: '会议', grounds: 'none'},
  {id: 'event:w-planned', kind: 'MEETING', status: 'PLANNED', name: 'Planned session'},
  {id: 'event:w-under-planned', kind: 'DISPLAY', status: 'OCCURRED', name: 'Display'},
  {id: 'event:w-old', kind: 'VISIT', status: 'DOUBTED', name: 'Old visit', date: '2000-07-19', datePrecision: 'DAY', dateBasis: 'STATED', dateMin: '2000-07-19', dateMax: '2000-07-19', ordinal: 1},
  {id: 'event:w-leaf', kind: 'MEETING', status: 'OCCURRED', name: 'Leaf'},
  {id: 'event:w-mid', kind: 'MEETING', status: 'HABITUAL', name: 'Mid'},
  {id: 'event:w-late-date', kind: 'TALKS', status: 'OCCURRED', name: 'Late date', date: '2024-01-03', datePrecision: 'DAY', dateBasis: 'STATED', dateMin: '2024-01-03', dateMax: '2024-01-03'},
  {id: 'event:w-denied', kind: 'MEETING', status: 'DENIED', name: 'Denied first'},
  {id: 'event:w-only-denied', kind: 'VISIT', status: 'DENIED', name: 'Only denied'},
  {id: 'event:w-retracted', kind: 'VISIT', status: 'OCCURRED', name: 'Retracted'},
  {id: 'event:w-told-late', kind: 'DEAL', status: 'PLANNED', name: 'Told late'},
  {id: 'event:w-dated-child', kind: 'AID', status: 'EXPECTED', name: 'Aid', date: '2024-01', datePrecision: 'MONTH', dateBasis: 'STATED', dateMin: '2024-01-01', dateMax: '2024-01-31'}
] AS row
MERGE (n:Event {id: row.id})
  SET n += row
  SET n:Entity;

UNWIND [
  {id: 'gift:w-sword', name: 'sword', item: 'sword', quantity: 2, description: 'two swords'},
  {id: 'gift:w-SWORD', name: 'Sword', item: 'sword', quantity: 0},
  {id: 'gift:w-horse', name: 'horse', item: 'Horse', aliases: ['Kim']},
  {id: 'gift:w-tea', name: 'tea', item: 'tea', quantity: 2147483647, description: ''},
  {id: 'gift:w-orphan', name: 'a thing that nobody gave', item: 'thing', quantity: 1}
] AS row
MERGE (n:Gift {id: row.id})
  SET n += row
  SET n:Entity;

UNWIND [
  {id: 'claim:vw-20240102:W01', text: 'Kim met 𐐔𐐯𐑅𐐨𐑉𐐯𐐻.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL'},
  {id: 'claim:vw-20240102:W02', text: 'Kim did not meet anyone.', status: 'DENIED', voice: 'SOURCE', basis: 'STATED', rank: 'NORMAL', sourceText: "O'Brien"},
  {id: 'claim:vw-20240102:W03', text: 'It was in 2024.', status: 'OCCURRED', voice: 'UNNAMED', basis: 'IMPLIED', rank: 'PREFERRED', property: 'date', value: '2024'},
  {id: 'claim:vw-20240102:W04', text: 'It was in 2023.', status: 'OCCURRED', voice: 'UNNAMED', basis: 'STATED', rank: 'DEPRECATED', property: 'date', value: '2023'},
  {id: 'claim:vw-20240102:W05', text: 'it was in 2024.', status: 'PLANNED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', property: 'endDate', value: '2024-02-29'},
  {id: 'claim:vw-20240102:W10', text: '', status: 'HABITUAL', voice: 'SOURCE', basis: 'STATED', rank: 'NORMAL', sourceText: ''},
  {id: 'claim:vw-20240102:W9', text: 'Swords and horses were given.', status: 'OCCURRED', voice: 'SOURCE', basis: 'STATED', rank: 'NORMAL'},
  {id: 'claim:vw-20240102:W7', text: 'Old visit doubted.', status: 'DOUBTED', voice: 'UNNAMED', basis: 'STATED', rank: 'NORMAL'},
  {id: 'claim:vw-20240102:W8', text: 'Aid expected.', status: 'EXPECTED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', property: 'date', value: '2024-01'},
  {id: 'claim:vw-20240102:W11', text: 'South Korea alone warns.', status: 'SPECULATED', voice: 'SOURCE', basis: 'STATED', rank: 'NORMAL'}
] AS row
MERGE (n:Claim {id: row.id})
  SET n += row;

UNWIND [
  {c: 'W01', s: '1', start: 40, end: 52}, {c: 'W01', s: '0a', start: 0, end: 6}, {c: 'W02', s: '2', start: 71, end: 84},
  {c: 'W03', s: '10', start: 111, end: 120}, {c: 'W04', s: '10', start: 111, end: 121}, {c: 'W05', s: '2', start: 84, end: 90},
  {c: 'W10', s: '10', start: 120, end: 120}, {c: 'W9', s: '1', start: 69, end: 70}, {c: 'W7', s: '2', start: 71, end: 109},
  {c: 'W8', s: '0a', start: 12, end: 20}, {c: 'W11', s: '2', start: 71, end: 84}
] AS row
MATCH (c:Claim {id: 'claim:vw-20240102:' + row.c})
MATCH (s:Sentence {id: 'sentence:vw-20240102:' + row.s})
MERGE (c)-[r:STATED_IN]->(s)
  SET r.start = row.start, r.end = row.end;

UNWIND [
  {c: 'W01', about: ['event:w-session', 'event:w-conference', 'person:kim-yo-jong', 'person:deseret']},
  {c: 'W02', about: ['event:w-session', 'event:w-leaf', 'event:w-denied']}, {c: 'W03', about: ['event:w-conference', 'event:w-tour']},
  {c: 'W04', about: ['event:w-conference']}, {c: 'W05', about: ['event:w-planned', 'event:w-conference']},
  {c: 'W10', about: ['event:w-mid', 'event:w-old']},
  {c: 'W9', about: ['gift:w-sword', 'gift:w-SWORD', 'gift:w-horse', 'event:w-side', 'event:w-undated', 'event:w-leaf', 'event:w-under-planned', 'event:w-late-date']},
  {c: 'W7', about: ['event:w-old']}, {c: 'W8', about: ['event:w-dated-child']},
  {c: 'W11', about: ['event:2023-russia-nk-arms-deal']}
] AS row
MATCH (c:Claim {id: 'claim:vw-20240102:' + row.c})
UNWIND row.about AS id
MATCH (e:Entity {id: id})
MERGE (c)-[:ABOUT]->(e);

UNWIND [
  {c: 'W02', a: 'person:o-brien', basis: 'STATED', sourceText: "O'Brien"}, {c: 'W02', a: 'org:kim', basis: 'IMPLIED'},
  {c: 'W10', a: 'country:xx', basis: 'STATED', sourceText: ''}, {c: 'W9', a: 'group:vw-20240102:kims', basis: 'STATED', sourceText: 'the Kims'},
  {c: 'W11', a: 'country:kr', basis: 'STATED', sourceText: 'South Korea'}
] AS row
MATCH (c:Claim {id: 'claim:vw-20240102:' + row.c})
MATCH (e:Entity {id: row.a})
MERGE (c)-[r:ATTRIBUTED_TO]->(e)
  SET r.basis = row.basis, r.sourceText = row.sourceText;

UNWIND [{a: 'W02', b: 'W01'}, {a: 'W01', b: 'W02'}, {a: 'W03', b: 'W04'}, {a: 'W05', b: 'W04'}] AS row
MATCH (a:Claim {id: 'claim:vw-20240102:' + row.a})
MATCH (b:Claim {id: 'claim:vw-20240102:' + row.b})
MERGE (a)-[r:CONTRADICTS]->(b)
  SET r.on = 'date';

UNWIND [
  {a: 'person:kim-yo-jong', b: 'gift:w-sword', c: ['W9', 'W01']}, {a: 'person:deseret', b: 'gift:w-sword', c: ['W9']},
  {a: 'country:xx', b: 'gift:w-SWORD', c: ['W9']}, {a: 'org:kim', b: 'gift:w-horse', c: ['W9', 'W02', 'W10']},
  {a: 'person:vladimir-putin', b: 'gift:w-tea', c: ['W10']}
] AS row
WITH row, [f IN row.c | 'claim:vw-20240102:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:GAVE]->(b)
  SET r.basis = 'STATED', r.claims = claims;

UNWIND [
  {a: 'gift:w-sword', b: 'person:kim-jong-un', c: ['W9']}, {a: 'gift:w-sword', b: 'country:xx', c: ['W9', 'W10']},
  {a: 'gift:w-SWORD', b: 'person:kim-yo-jong', c: ['W9']}, {a: 'gift:w-horse', b: 'person:vladimir-putin', c: ['W9']},
  {a: 'gift:w-tea', b: 'org:kim', c: ['W10']}
] AS row
WITH row, [f IN row.c | 'claim:vw-20240102:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:GIVEN_TO]->(b)
  SET r.basis = 'IMPLIED', r.claims = claims;

UNWIND [
  {a: 'gift:w-sword', b: 'event:w-side'}, {a: 'gift:w-SWORD', b: 'event:w-leaf'}, {a: 'gift:w-horse', b: 'event:w-conference'}
] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:GIVEN_DURING]->(b)
  SET r.basis = 'STATED', r.claims = ['claim:vw-20240102:W9'];

UNWIND [
  {a: 'gift:w-SWORD', b: 'gift:w-sword'}, {a: 'gift:w-horse', b: 'gift:w-sword'}, {a: 'gift:w-horse', b: 'gift:w-SWORD'}
] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:IN_RETURN_FOR]->(b)
  SET r.basis = 'IMPLIED', r.claims = ['claim:vw-20240102:W9'];

UNWIND [{a: 'gift:w-sword', b: 'country:xx'}, {a: 'gift:w-tea', b: 'country:aa'}] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:MADE_IN]->(b)
  SET r.basis = 'BACKGROUND', r.claims = [];

UNWIND [
  {a: 'person:kim-yo-jong', role: 'PARTICIPANT', b: 'event:w-conference', c: ['W01']},
  {a: 'person:kim-yo-jong', role: 'SPEAKER', b: 'event:w-conference', c: ['W01', 'W9']},
  {a: 'person:deseret', role: 'PARTICIPANT', b: 'event:w-conference', c: ['W03', 'W01']},
  {a: 'person:vladimir-putin', role: 'OBSERVER', b: 'event:w-conference', c: ['W03']},
  {a: 'person:kim-yo-jong', role: 'PARTICIPANT', b: 'event:w-session', c: ['W02']},
  {a: 'person:deseret', role: 'PARTICIPANT', b: 'event:w-session', c: ['W01']},
  {a: 'person:o-brien', role: 'PARTICIPANT', b: 'event:w-planned', c: ['W05']},
  {a: 'org:kim', role: 'AGENT', b: 'event:w-side', c: ['W9']},
  {a: 'country:xx', role: 'VISITOR', b: 'event:w-tour', c: ['W03']},
  {a: 'person:deseret', role: 'AGENT', b: 'event:w-denied', c: ['W02']},
  {a: 'person:o-brien', role: 'AGENT', b: 'event:w-told-late', c: ['W01']},
  {a: 'group:vw-20240102:kims', role: 'ADDRESSEE', b: 'event:w-undated', c: ['W9']},
  {a: 'group:vw-20240102:crowd', role: 'CITED', b: 'event:w-undated', c: ['W9']}
] AS row
WITH row, [f IN row.c | 'claim:vw-20240102:' + f] AS claims
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:INVOLVED_IN {role: row.role}]->(b)
  SET r.basis = 'STATED', r.claims = claims;

UNWIND [
  {a: 'event:w-conference', b: 'place:vw-20240102:hall'}, {a: 'event:w-conference', b: 'place:moscow'},
  {a: 'event:w-tour', b: 'country:xx'}, {a: 'event:w-session', b: 'place:moscow'}, {a: 'event:w-old', b: 'country:ru'}
] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:HAS_PLACE]->(b)
  SET r.basis = 'STATED', r.claims = ['claim:vw-20240102:W03'];

UNWIND [
  {a: 'place:vw-20240102:hall', b: 'place:moscow'}, {a: 'place:moscow', b: 'place:moscow-oblast'}, {a: 'place:moscow', b: 'country:ru'},
  {a: 'place:moscow-oblast', b: 'country:ru'}, {a: 'place:moscow-oblast', b: 'country:xx'}
] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:LOCATED_IN]->(b)
  SET r.basis = 'BACKGROUND', r.claims = [];

UNWIND [
  {a: 'event:w-session', b: 'event:w-conference'}, {a: 'event:w-session', b: 'event:w-tour'}, {a: 'event:w-side', b: 'event:w-session'},
  {a: 'event:w-side', b: 'event:w-undated'}, {a: 'event:w-undated', b: 'event:w-old'}, {a: 'event:w-planned', b: 'event:w-conference'},
  {a: 'event:w-under-planned', b: 'event:w-planned'}, {a: 'event:w-leaf', b: 'event:w-mid'}, {a: 'event:w-leaf', b: 'event:w-dated-child'},
  {a: 'event:w-mid', b: 'event:w-tour'}, {a: 'event:w-dated-child', b: 'event:w-conference'},
  {a: 'event:w-late-date', b: 'event:w-conference'}, {a: 'event:w-under-planned', b: 'event:w-late-date'}
] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:PART_OF]->(b)
  SET r.basis = 'STATED', r.claims = ['claim:vw-20240102:W01', 'claim:vw-20240102:W02'];

UNWIND [
  {a: 'event:w-old', b: 'event:w-tour'}, {a: 'event:w-old', b: 'event:w-conference'}, {a: 'event:w-tour', b: 'event:w-planned'}
] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:BEFORE]->(b)
  SET r.basis = 'IMPLIED', r.claims = ['claim:vw-20240102:W7'];

UNWIND [{a: 'event:w-undated', b: 'event:w-old'}, {a: 'event:w-dated-child', b: 'event:w-planned'}] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:CONCERNS]->(b)
  SET r.basis = 'IMPLIED', r.claims = ['claim:vw-20240102:W7', 'claim:vw-20240102:W8'];

UNWIND [
  {a: 'event:w-session', b: 'event:w-undated'}, {a: 'event:w-old', b: 'event:w-session'},
  {a: 'event:2000-putin-pyongyang-visit', b: 'event:w-old'}
] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:POSSIBLY_SAME_AS]->(b)
  SET r.basis = 'IMPLIED', r.claims = ['claim:vw-20240102:W10'];

UNWIND [
  {a: 'person:kim-yo-jong', title: 'President', b: 'country:xx', asOf: '2024-01-02'}, {a: 'person:kim-yo-jong', title: 'foreign minister', b: 'country:xx'},
  {a: 'person:deseret', title: 'président', b: 'country:ru', asOf: '2024-02-29'}
] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:HOLDS_OFFICE {title: row.title}]->(b)
  SET r.basis = 'STATED', r.asOf = row.asOf, r.claims = ['claim:vw-20240102:W01'];

UNWIND [{a: 'person:kim-jong-il', b: 'person:kim-yo-jong'}, {a: 'person:o-brien', b: 'person:kim-yo-jong'}] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:PARENT_OF]->(b)
  SET r.basis = 'IMPLIED', r.claims = ['claim:vw-20240102:W01'];

UNWIND [{a: 'org:kim', b: 'country:xx'}, {a: 'org:kim', b: 'country:kp'}] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:REPRESENTS]->(b)
  SET r.basis = 'BACKGROUND', r.claims = [];

UNWIND [
  {s: '0a', start: 22, end: 25, kind: 'NAME', entity: 'person:kim-yo-jong', surface: 'Kim'},
  {s: '0a', start: 27, end: 30, kind: 'NAME', entity: 'org:kim', surface: 'KIM'},
  {s: '0a', start: 33, end: 36, kind: 'NAME', entity: 'group:vw-20240102:kims', surface: 'kim'},
  {s: '0a', start: 13, end: 19, kind: 'NAME', entity: 'place:moscow', surface: 'Moscow'},
  {s: '0a', start: 13, end: 19, kind: 'NAME', entity: 'country:xx', surface: 'Moscow'},
  {s: '1', start: 42, end: 49, kind: 'NAME', entity: 'person:deseret', surface: '𐐔𐐯𐑅𐐨𐑉𐐯𐐻'},
  {s: '1', start: 40, end: 41, kind: 'PRONOUN', entity: 'person:deseret', surface: 'he'},
  {s: '1', start: 54, end: 57, kind: 'NAME', entity: 'person:kim-jong-il', surface: 'Kim'},
  {s: '1', start: 69, end: 70, kind: 'NOMINAL', entity: 'event:w-session', surface: 'the Session'},
  {s: '1', start: 42, end: 52, kind: 'NOMINAL', entity: 'event:w-told-late', surface: 'a deal'},
  {s: '2', start: 71, end: 78, kind: 'NAME', entity: 'person:o-brien', surface: 'O’Brien'},
  {s: '2', start: 84, end: 90, kind: 'DEMONYM', entity: 'country:xx', surface: 'Muscovite'},
  {s: '1', start: 58, end: 62, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'WLADIMIR PUTIN'},
  {s: '2', start: 71, end: 75, kind: 'NAME', entity: 'person:vladimir-putin', surface: 'Iron Man'},
  {s: '10', start: 111, end: 120, kind: 'NOMINAL', entity: 'person:kim-yo-jong', surface: 'the leader'},
  {s: '10', start: 121, end: 140, kind: 'NOMINAL', entity: 'gift:w-sword'}
] AS row
MATCH (s:Sentence {id: 'sentence:vw-20240102:' + row.s})
MATCH (e:Entity {id: row.entity})
MERGE (s)-[r:MENTIONS {start: row.start, end: row.end}]->(e)
  SET r.kind = row.kind, r.surface = row.surface;

// A third article by the author of the first: it repeats, quotes the same source, denies, and retracts.
UNWIND [
  {id: 'sentence:vw-20240103:1', n: '1', seq: 0, kind: 'BODY', start: 0, end: 10, textSha256: 'b1'},
  {id: 'sentence:vw-20240103:2', n: '2', seq: 1, kind: 'BODY', start: 11, end: 20, textSha256: 'b2'}
] AS row
MATCH (a:Article {id: 'article:vw-20240103'})
MERGE (n:Sentence {id: row.id})
  SET n += row
MERGE (n)-[:IN_ARTICLE]->(a);

UNWIND [
  {id: 'claim:vw-20240103:X1', text: 'There was a summit.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL'},
  {id: 'claim:vw-20240103:X2', text: 'A thing was given.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'DEPRECATED'},
  {id: 'claim:vw-20240103:X3', text: 'Rifles were exchanged.', status: 'OCCURRED', voice: 'SOURCE', basis: 'STATED', rank: 'NORMAL', sourceText: 'the Kremlin'},
  {id: 'claim:vw-20240103:X4', text: 'It was not in September.', status: 'DENIED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', property: 'date', value: '2023-09'},
  {id: 'claim:vw-20240103:X5', text: 'It ended in 2024.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', property: 'endDate', value: '2024'},
  {id: 'claim:vw-20240103:X6', text: 'It never happened.', status: 'DENIED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL'},
  {id: 'claim:vw-20240103:X8', text: 'The planned session took place.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL'},
  {id: 'claim:vw-20240103:X9', text: 'The talks were on the third.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', property: 'date', value: '2024-01-03'},
  {id: 'claim:vw-20240103:X7', text: 'It was in 2024.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'DEPRECATED', property: 'date', value: '2024'},
  {id: 'claim:vw-20240103:X11', text: 'It was about a street.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', property: 'object', value: 'Straße'},
  {id: 'claim:vw-20240103:X12', text: 'It was the second one.', status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL', property: 'ordinal', value: '2'},
  {id: 'claim:vw-20240103:X10', text: 'The United States alone warns.', status: 'SPECULATED', voice: 'SOURCE', basis: 'STATED', rank: 'NORMAL'}
] AS row
MERGE (n:Claim {id: row.id})
  SET n += row;

UNWIND [
  {c: 'X1', s: '1', about: ['event:w-denied', 'event:w-told-late', 'event:2023-putin-kim-summit', 'person:vladimir-putin', 'gift:2023-putin-kim-rifle']},
  {c: 'X2', s: '1', about: ['event:w-retracted', 'gift:w-orphan', 'gift:w-sword']},
  {c: 'X3', s: '2', about: ['event:2023-putin-kim-gift-exchange', 'gift:w-tea']},
  {c: 'X4', s: '2', about: ['event:2023-putin-kim-summit']},
  {c: 'X5', s: '2', about: ['event:w-tour', 'event:2023-kim-russia-tour']},
  {c: 'X6', s: '2', about: ['event:w-old', 'event:w-only-denied']},
  {c: 'X7', s: '1', about: ['event:w-conference']},
  {c: 'X8', s: '2', about: ['event:w-planned']},
  {c: 'X9', s: '2', about: ['event:w-late-date']},
  {c: 'X11', s: '2', about: ['event:w-session', 'event:w-side']},
  {c: 'X12', s: '1', about: ['event:w-conference']},
  {c: 'X10', s: '2', about: ['event:2023-russia-nk-arms-deal']}
] AS row
MATCH (c:Claim {id: 'claim:vw-20240103:' + row.c})
MATCH (s:Sentence {id: 'sentence:vw-20240103:' + row.s})
MERGE (c)-[r:STATED_IN]->(s)
  SET r.start = 0, r.end = 5
WITH c, row
UNWIND row.about AS id
MATCH (e:Entity {id: id})
MERGE (c)-[:ABOUT]->(e);

UNWIND [
  {c: 'X3', a: 'org:kremlin', sourceText: 'the Kremlin'}, {c: 'X10', a: 'country:us', sourceText: 'the United States'}
] AS row
MATCH (c:Claim {id: 'claim:vw-20240103:' + row.c})
MATCH (e:Entity {id: row.a})
MERGE (c)-[r:ATTRIBUTED_TO]->(e)
  SET r.basis = 'STATED', r.sourceText = row.sourceText;

MATCH (a:Claim {id: 'claim:vw-20240103:X7'})
MATCH (b:Claim {id: 'claim:vw-20240102:W03'})
MERGE (a)-[r:CONTRADICTS]->(b)
  SET r.on = 'date';

// Relationships that it alone tells.
UNWIND [{a: 'event:w-leaf', b: 'event:w-old'}, {a: 'event:w-side', b: 'event:w-tour'}, {a: 'event:w-old', b: 'event:w-conference'}] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:PART_OF]->(b)
  SET r.basis = 'STATED', r.claims = ['claim:vw-20240103:X1'];
MATCH (a:Entity {id: 'place:vw-20240102:hall'})
MATCH (b:Entity {id: 'country:aa'})
MERGE (a)-[r:LOCATED_IN]->(b)
  SET r.basis = 'STATED', r.claims = ['claim:vw-20240103:X1'];
MATCH (a:Entity {id: 'gift:w-tea'})
MATCH (b:Entity {id: 'event:w-tour'})
MERGE (a)-[r:GIVEN_DURING]->(b)
  SET r.basis = 'STATED', r.claims = ['claim:vw-20240103:X3'];
MATCH (a:Entity {id: 'person:Zoe'})
MATCH (b:Entity {id: 'event:w-conference'})
MERGE (a)-[r:INVOLVED_IN {role: 'PARTICIPANT'}]->(b)
  SET r.basis = 'STATED', r.claims = ['claim:vw-20240103:X1'];
MATCH (a:Entity {id: 'person:vladimir-putin'})
MATCH (b:Entity {id: 'person:o-brien'})
MERGE (a)-[r:PARENT_OF]->(b)
  SET r.basis = 'STATED', r.claims = ['claim:vw-20240103:X1'];

// What it says of relationships that others told already.
UNWIND [
  {a: 'person:vladimir-putin', b: 'gift:2023-putin-kim-rifle', c: 'X1'}, {a: 'person:vladimir-putin', b: 'gift:w-tea', c: 'X3'},
  {a: 'person:kim-yo-jong', b: 'gift:w-sword', c: 'X2'}, {a: 'person:deseret', b: 'gift:w-sword', c: 'X6'}
] AS row
MATCH (:Entity {id: row.a})-[r:GAVE]->(:Entity {id: row.b})
SET r.claims = r.claims + ['claim:vw-20240103:' + row.c];
