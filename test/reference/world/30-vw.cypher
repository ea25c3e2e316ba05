// 30-vw: what background:vw says.

// What it said before goes; run the derivation after this script.
MATCH (:Claim {owner: 'background:vw'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Owner {id: 'background:vw'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Claim {owner: 'background:vw'})-[:CONTRADICTS]-(c:Claim) SET c.stale = true;
MATCH (j:Judgement {owner: 'background:vw'}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {owner: 'background:vw'}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (j:Judgement {owner: 'background:vw'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {owner: 'background:vw', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {owner: 'background:vw', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (:Owner {id: 'background:vw'})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (c:Claim {owner: 'background:vw'}) REMOVE c.stale DETACH DELETE c;
MATCH (j:Judgement {owner: 'background:vw'}) REMOVE j.stale DETACH DELETE j;
MATCH (:Owner {id: 'background:vw'})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s;
MATCH (o:Owner {id: 'background:vw'}) DETACH DELETE o;

// The owner: background knowledge.
UNWIND [
  {id: 'background:vw'}
] AS row
MERGE (o:Owner:Background {id: row.id})
SET o.recordedAt = toString(datetime()), o.stale = true;

// Things that are a Country, and what the owner calls them.
UNWIND [
  {id: 'country:xx'},
  {id: 'country:aa'},
  {id: 'country:ru'},
  {id: 'country:kp'}
] AS row
MATCH (o:Owner {id: 'background:vw'})
MERGE (e:Entity:Country {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, isoCode: row.isoCode, demonym: row.demonym, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Place, and what the owner calls them.
UNWIND [
  {id: 'place:moscow'},
  {id: 'place:moscow-oblast'},
  {id: 'place:vw-20240102:hall'}
] AS row
MATCH (o:Owner {id: 'background:vw'})
MERGE (e:Entity:Place {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, named: row.named, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Organization, and what the owner calls them.
UNWIND [
  {id: 'org:kim'}
] AS row
MATCH (o:Owner {id: 'background:vw'})
MERGE (e:Entity:Organization {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, kind: row.kind, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Gift, and what the owner calls them.
UNWIND [
  {id: 'gift:w-sword'},
  {id: 'gift:w-tea'}
] AS row
MATCH (o:Owner {id: 'background:vw'})
MERGE (e:Entity:Gift {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// How two things are related. Known without a text.
UNWIND [
  {fact: 'fact:gift:w-sword|MADE_IN|country:xx', slot: 'gift:w-sword|MADE_IN', subject: 'gift:w-sword', predicate: 'MADE_IN', object: 'country:xx', basis: 'BACKGROUND'},
  {fact: 'fact:gift:w-tea|MADE_IN|country:aa', slot: 'gift:w-tea|MADE_IN', subject: 'gift:w-tea', predicate: 'MADE_IN', object: 'country:aa', basis: 'BACKGROUND'},
  {fact: 'fact:place:moscow|LOCATED_IN|country:ru', slot: 'place:moscow|LOCATED_IN', subject: 'place:moscow', predicate: 'LOCATED_IN', object: 'country:ru', basis: 'BACKGROUND'},
  {fact: 'fact:place:moscow|LOCATED_IN|place:moscow-oblast', slot: 'place:moscow|LOCATED_IN', subject: 'place:moscow', predicate: 'LOCATED_IN', object: 'place:moscow-oblast', basis: 'BACKGROUND'},
  {fact: 'fact:place:moscow-oblast|LOCATED_IN|country:ru', slot: 'place:moscow-oblast|LOCATED_IN', subject: 'place:moscow-oblast', predicate: 'LOCATED_IN', object: 'country:ru', basis: 'BACKGROUND'},
  {fact: 'fact:place:moscow-oblast|LOCATED_IN|country:xx', slot: 'place:moscow-oblast|LOCATED_IN', subject: 'place:moscow-oblast', predicate: 'LOCATED_IN', object: 'country:xx', basis: 'BACKGROUND'},
  {fact: 'fact:place:vw-20240102:hall|LOCATED_IN|place:moscow', slot: 'place:vw-20240102:hall|LOCATED_IN', subject: 'place:vw-20240102:hall', predicate: 'LOCATED_IN', object: 'place:moscow', basis: 'BACKGROUND'},
  {fact: 'fact:org:kim|REPRESENTS|country:kp', slot: 'org:kim|REPRESENTS', subject: 'org:kim', predicate: 'REPRESENTS', object: 'country:kp', basis: 'BACKGROUND'},
  {fact: 'fact:org:kim|REPRESENTS|country:xx', slot: 'org:kim|REPRESENTS', subject: 'org:kim', predicate: 'REPRESENTS', object: 'country:xx', basis: 'BACKGROUND'}
] AS row
MATCH (o:Owner {id: 'background:vw'})
MATCH (a:Entity {id: row.subject})
MATCH (b:Entity {id: row.object})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'RELATION', f.predicate = row.predicate, f.slot = row.slot, f.role = row.role, f.title = row.title, f.qualifier = row.qualifier
MERGE (f)-[:SUBJECT]->(a)
MERGE (f)-[:OBJECT]->(b)
CREATE (o)-[:SAYS {basis: row.basis}]->(f);
