// 10-world: what background:world says.

// What it said before goes; run the derivation after this script.
MATCH (:Claim {owner: 'background:world'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Owner {id: 'background:world'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Claim {owner: 'background:world'})-[:CONTRADICTS]-(c:Claim) SET c.stale = true;
MATCH (j:Judgement {owner: 'background:world'}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {owner: 'background:world'}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (j:Judgement {owner: 'background:world'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {owner: 'background:world', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {owner: 'background:world', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (:Owner {id: 'background:world'})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (c:Claim {owner: 'background:world'}) REMOVE c.stale DETACH DELETE c;
MATCH (j:Judgement {owner: 'background:world'}) REMOVE j.stale DETACH DELETE j;
MATCH (:Owner {id: 'background:world'})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s;
MATCH (o:Owner {id: 'background:world'}) DETACH DELETE o;

// The owner: background knowledge.
UNWIND [
  {id: 'background:world'}
] AS row
MERGE (o:Owner:Background {id: row.id})
SET o.recordedAt = toString(datetime()), o.stale = true;

// Things that are a Person, and what the owner calls them.
UNWIND [
  {id: 'person:kim-jong-il', name: 'Kim Jong-il', aliases: ['Kim Jong-il', 'Kim Jong Il'], weakAliases: ['Kim'], keys: ['kim jong il'], weakKeys: ['kim']},
  {id: 'person:kim-jong-un', name: 'Kim Jong-un', aliases: ['Kim Jong-un', 'Kim Jong Un'], weakAliases: ['Kim'], keys: ['kim jong un'], weakKeys: ['kim']},
  {id: 'person:sergei-lavrov', name: 'Sergei Lavrov', aliases: ['Sergei Lavrov', 'Sergey Lavrov'], weakAliases: ['Lavrov'], keys: ['sergei lavrov', 'sergey lavrov'], weakKeys: ['lavrov']},
  {id: 'person:vladimir-putin', name: 'Vladimir Putin', aliases: ['Vladimir Putin'], weakAliases: ['Putin'], keys: ['vladimir putin'], weakKeys: ['putin']}
] AS row
MATCH (o:Owner {id: 'background:world'})
MERGE (e:Entity:Person {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Country, and what the owner calls them.
UNWIND [
  {id: 'country:kp', name: 'North Korea', aliases: ['North Korea'], isoCode: 'KP', demonym: 'North Korean', keys: ['north korea']},
  {id: 'country:kr', name: 'South Korea', aliases: ['South Korea'], isoCode: 'KR', demonym: 'South Korean', keys: ['south korea']},
  {id: 'country:ru', name: 'Russia', aliases: ['Russia'], weakAliases: ['Moscow'], isoCode: 'RU', demonym: 'Russian', keys: ['russia'], weakKeys: ['moscow']},
  {id: 'country:ua', name: 'Ukraine', aliases: ['Ukraine'], isoCode: 'UA', demonym: 'Ukrainian', keys: ['ukraine']},
  {id: 'country:us', name: 'United States', aliases: ['United States', 'US'], isoCode: 'US', demonym: 'American', keys: ['united states', 'us']}
] AS row
MATCH (o:Owner {id: 'background:world'})
MERGE (e:Entity:Country {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, isoCode: row.isoCode, demonym: row.demonym, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Place, and what the owner calls them.
UNWIND [
  {id: 'place:komsomolsk-on-amur', name: 'Komsomolsk-on-Amur', aliases: ['Komsomolsk-on-Amur'], kind: 'CITY', named: true, keys: ['komsomolsk on amur']},
  {id: 'place:pyongyang', name: 'Pyongyang', aliases: ['Pyongyang'], kind: 'CITY', named: true, keys: ['pyongyang']},
  {id: 'place:russian-far-east', name: 'Russian Far East', aliases: ['Far East', 'Russia\'s Far East'], kind: 'REGION', named: true, keys: ['far east', 'russia\'s far east', 'russian far east']},
  {id: 'place:vladivostok', name: 'Vladivostok', aliases: ['Vladivostok'], kind: 'CITY', named: true, keys: ['vladivostok']}
] AS row
MATCH (o:Owner {id: 'background:world'})
MERGE (e:Entity:Place {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, named: row.named, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Organization, and what the owner calls them.
UNWIND [
  {id: 'org:kremlin', name: 'Kremlin', aliases: ['Kremlin', 'the Kremlin'], kind: 'GOVERNMENT', keys: ['kremlin']},
  {id: 'org:un-security-council', name: 'UN Security Council', aliases: ['UN Security Council'], kind: 'INTERGOVERNMENTAL', keys: ['un security council']}
] AS row
MATCH (o:Owner {id: 'background:world'})
MERGE (e:Entity:Organization {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// How two things are related. Known without a text.
UNWIND [
  {fact: 'fact:place:vladivostok|LOCATED_IN|country:ru', slot: 'place:vladivostok|LOCATED_IN', subject: 'place:vladivostok', predicate: 'LOCATED_IN', object: 'country:ru', basis: 'BACKGROUND'},
  {fact: 'fact:org:kremlin|REPRESENTS|country:ru', slot: 'org:kremlin|REPRESENTS', subject: 'org:kremlin', predicate: 'REPRESENTS', object: 'country:ru', basis: 'BACKGROUND'}
] AS row
MATCH (o:Owner {id: 'background:world'})
MATCH (a:Entity {id: row.subject})
MATCH (b:Entity {id: row.object})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'RELATION', f.predicate = row.predicate, f.slot = row.slot, f.role = row.role, f.title = row.title, f.qualifier = row.qualifier
MERGE (f)-[:SUBJECT]->(a)
MERGE (f)-[:OBJECT]->(b)
CREATE (o)-[:SAYS {basis: row.basis}]->(f);
