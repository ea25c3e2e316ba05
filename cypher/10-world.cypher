// 10-world: what exists whether or not an article mentions it: countries, people, named places, organizations.
// Run after 00-schema. Running it again changes nothing: MERGE is on the id alone, recordedAt is set once.
// name and aliases identify, weakAliases merely may (a surname, a capital standing for its government).
// Unnamed places, groups and everything that only one article knows stand in the script of that article.

// Countries: actors and places at once. The id is the ISO code.
UNWIND [
  {id: 'country:ru', name: 'Russia',        isoCode: 'RU', demonym: 'Russian',      aliases: ['Russia'],              weakAliases: ['Moscow']},
  {id: 'country:kp', name: 'North Korea',   isoCode: 'KP', demonym: 'North Korean', aliases: ['North Korea'],         weakAliases: []},
  {id: 'country:ua', name: 'Ukraine',       isoCode: 'UA', demonym: 'Ukrainian',    aliases: ['Ukraine'],             weakAliases: []},
  {id: 'country:us', name: 'United States', isoCode: 'US', demonym: 'American',     aliases: ['United States', 'US'], weakAliases: []},
  {id: 'country:kr', name: 'South Korea',   isoCode: 'KR', demonym: 'South Korean', aliases: ['South Korea'],         weakAliases: []}
] AS row
MERGE (n:Country {id: row.id})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += row
  SET n:Entity;

// People: named individuals only.
UNWIND [
  {id: 'person:vladimir-putin', name: 'Vladimir Putin', aliases: ['Vladimir Putin'],                 weakAliases: ['Putin']},
  {id: 'person:kim-jong-un',    name: 'Kim Jong-un',    aliases: ['Kim Jong-un', 'Kim Jong Un'],     weakAliases: ['Kim']},
  {id: 'person:kim-jong-il',    name: 'Kim Jong-il',    aliases: ['Kim Jong-il', 'Kim Jong Il'],     weakAliases: ['Kim']},
  {id: 'person:sergei-lavrov',  name: 'Sergei Lavrov',  aliases: ['Sergei Lavrov', 'Sergey Lavrov'], weakAliases: ['Lavrov']}
] AS row
MERGE (n:Person {id: row.id})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += row
  SET n:Entity;

// Places that have a name.
UNWIND [
  {id: 'place:russian-far-east',   name: 'Russian Far East',   kind: 'REGION', named: true, aliases: ['Far East', "Russia's Far East"], weakAliases: []},
  {id: 'place:komsomolsk-on-amur', name: 'Komsomolsk-on-Amur', kind: 'CITY',   named: true, aliases: ['Komsomolsk-on-Amur'],            weakAliases: []},
  {id: 'place:vladivostok',        name: 'Vladivostok',        kind: 'CITY',   named: true, aliases: ['Vladivostok'],                   weakAliases: []},
  {id: 'place:pyongyang',          name: 'Pyongyang',          kind: 'CITY',   named: true, aliases: ['Pyongyang'],                     weakAliases: []}
] AS row
MERGE (n:Place {id: row.id})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += row
  SET n:Entity;

// Organizations that have a name.
UNWIND [
  {id: 'org:kremlin',             name: 'Kremlin',             kind: 'GOVERNMENT',        aliases: ['Kremlin', 'the Kremlin'], weakAliases: []},
  {id: 'org:un-security-council', name: 'UN Security Council', kind: 'INTERGOVERNMENTAL', aliases: ['UN Security Council'],    weakAliases: []}
] AS row
MERGE (n:Organization {id: row.id})
  ON CREATE SET n.recordedAt = toString(datetime())
  SET n += row
  SET n:Entity;

// Background: world knowledge no article has to state, so without claims. The claims of a later article that states it
// may be added, so they are set on creation only.
UNWIND [
  {a: 'org:kremlin', b: 'country:ru'}
] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:REPRESENTS]->(b)
  ON CREATE SET r.basis = 'BACKGROUND', r.claims = [];

UNWIND [
  {a: 'place:vladivostok', b: 'country:ru'}
] AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:LOCATED_IN]->(b)
  ON CREATE SET r.basis = 'BACKGROUND', r.claims = [];
