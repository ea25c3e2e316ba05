// 10-registry: what background:registry says.

// What it said before goes; run the derivation after this script.
MATCH (:Claim {owner: 'background:registry'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Owner {id: 'background:registry'})-[:SAYS]->(f:Fact) SET f.stale = true;
MATCH (:Claim {owner: 'background:registry'})-[:CONTRADICTS]-(c:Claim) SET c.stale = true;
MATCH (j:Judgement {owner: 'background:registry'}) MATCH (c:Claim {id: j.target}) SET c.stale = true;
MATCH (j:Judgement {owner: 'background:registry'}) MATCH (c:Claim {id: j.by}) SET c.stale = true;
MATCH (j:Judgement {owner: 'background:registry'}) MATCH (t:Judgement {id: j.target}) SET t.stale = true;
MATCH (j:Judgement {owner: 'background:registry', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.target}) SET e.regroup = true;
MATCH (j:Judgement {owner: 'background:registry', kind: 'SAME_AS'}) MATCH (e:Entity {id: j.other}) SET e.regroup = true;
MATCH (:Owner {id: 'background:registry'})-[:DECLARES]->(e:Entity) SET e.stale = true;
MATCH (c:Claim {owner: 'background:registry'}) REMOVE c.stale DETACH DELETE c;
MATCH (j:Judgement {owner: 'background:registry'}) REMOVE j.stale DETACH DELETE j;
MATCH (:Owner {id: 'background:registry'})<-[:IN_ARTICLE]-(s:Sentence) DETACH DELETE s;
MATCH (o:Owner {id: 'background:registry'}) DETACH DELETE o;

// The owner: background knowledge.
UNWIND [
  {id: 'background:registry'}
] AS row
MERGE (o:Owner:Background {id: row.id})
SET o.recordedAt = toString(datetime()), o.stale = true;

// Things that are a University, and what the owner calls them.
UNWIND [
  {id: 'university:port', name: 'University of Port', keys: ['university of port']}
] AS row
MATCH (o:Owner {id: 'background:registry'})
MERGE (e:Entity:University {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Department, and what the owner calls them.
UNWIND [
  {id: 'department:music', name: 'Department of Music', keys: ['department of music']},
  {id: 'department:physics', name: 'Department of Physics', keys: ['department of physics']}
] AS row
MATCH (o:Owner {id: 'background:registry'})
MERGE (e:Entity:Department {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Professor, and what the owner calls them.
UNWIND [
  {id: 'professor:juan-brook', name: 'Juan Brook', keys: ['juan brook']},
  {id: 'professor:vera-stone', name: 'Vera Stone', keys: ['vera stone']}
] AS row
MATCH (o:Owner {id: 'background:registry'})
MERGE (e:Entity:Professor {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Student, and what the owner calls them.
UNWIND [
  {id: 'student:ada-lake', name: 'Ada Lake', keys: ['ada lake']},
  {id: 'student:tom-field', name: 'Tom Field', keys: ['tom field']}
] AS row
MATCH (o:Owner {id: 'background:registry'})
MERGE (e:Entity:Student {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// Things that are a Course, and what the owner calls them.
UNWIND [
  {id: 'course:harmony', name: 'Harmony', keys: ['harmony']},
  {id: 'course:mechanics', name: 'Mechanics', keys: ['mechanics']},
  {id: 'course:optics', name: 'Optics', keys: ['optics']}
] AS row
MATCH (o:Owner {id: 'background:registry'})
MERGE (e:Entity:Course {id: row.id})
CREATE (o)-[:DECLARES {name: row.name, aliases: row.aliases, weakAliases: row.weakAliases, wikidata: row.wikidata, keys: row.keys, weakKeys: row.weakKeys}]->(e);

// How two things are related. Known without a text.
UNWIND [
  {fact: 'fact:department:music|PART_OF|university:port', slot: 'department:music|PART_OF', subject: 'department:music', predicate: 'PART_OF', object: 'university:port', basis: 'BACKGROUND'},
  {fact: 'fact:department:physics|PART_OF|university:port', slot: 'department:physics|PART_OF', subject: 'department:physics', predicate: 'PART_OF', object: 'university:port', basis: 'BACKGROUND'},
  {fact: 'fact:professor:juan-brook|WORKS_AT|department:music', slot: 'professor:juan-brook|WORKS_AT', subject: 'professor:juan-brook', predicate: 'WORKS_AT', object: 'department:music', basis: 'BACKGROUND'},
  {fact: 'fact:professor:vera-stone|WORKS_AT|department:physics', slot: 'professor:vera-stone|WORKS_AT', subject: 'professor:vera-stone', predicate: 'WORKS_AT', object: 'department:physics', basis: 'BACKGROUND'},
  {fact: 'fact:course:harmony|OFFERED_BY|department:music', slot: 'course:harmony|OFFERED_BY', subject: 'course:harmony', predicate: 'OFFERED_BY', object: 'department:music', basis: 'BACKGROUND'},
  {fact: 'fact:course:mechanics|OFFERED_BY|department:physics', slot: 'course:mechanics|OFFERED_BY', subject: 'course:mechanics', predicate: 'OFFERED_BY', object: 'department:physics', basis: 'BACKGROUND'},
  {fact: 'fact:course:optics|OFFERED_BY|department:physics', slot: 'course:optics|OFFERED_BY', subject: 'course:optics', predicate: 'OFFERED_BY', object: 'department:physics', basis: 'BACKGROUND'},
  {fact: 'fact:professor:juan-brook|TEACHES|course:harmony', slot: 'professor:juan-brook|TEACHES', subject: 'professor:juan-brook', predicate: 'TEACHES', object: 'course:harmony', basis: 'BACKGROUND'},
  {fact: 'fact:professor:vera-stone|TEACHES|course:mechanics', slot: 'professor:vera-stone|TEACHES', subject: 'professor:vera-stone', predicate: 'TEACHES', object: 'course:mechanics', basis: 'BACKGROUND'},
  {fact: 'fact:professor:vera-stone|TEACHES|course:optics', slot: 'professor:vera-stone|TEACHES', subject: 'professor:vera-stone', predicate: 'TEACHES', object: 'course:optics', basis: 'BACKGROUND'},
  {fact: 'fact:student:ada-lake|ATTENDS|course:harmony|2.5', slot: 'student:ada-lake|ATTENDS', subject: 'student:ada-lake', predicate: 'ATTENDS', object: 'course:harmony', grade: 2.5, qualifier: '2.5', basis: 'BACKGROUND'},
  {fact: 'fact:student:ada-lake|ATTENDS|course:mechanics|3.7', slot: 'student:ada-lake|ATTENDS', subject: 'student:ada-lake', predicate: 'ATTENDS', object: 'course:mechanics', grade: 3.7, qualifier: '3.7', basis: 'BACKGROUND'},
  {fact: 'fact:student:tom-field|ATTENDS|course:mechanics|1.5', slot: 'student:tom-field|ATTENDS', subject: 'student:tom-field', predicate: 'ATTENDS', object: 'course:mechanics', grade: 1.5, qualifier: '1.5', basis: 'BACKGROUND'},
  {fact: 'fact:course:optics|REQUIRES|course:mechanics', slot: 'course:optics|REQUIRES', subject: 'course:optics', predicate: 'REQUIRES', object: 'course:mechanics', basis: 'BACKGROUND'}
] AS row
MATCH (o:Owner {id: 'background:registry'})
MATCH (a:Entity {id: row.subject})
MATCH (b:Entity {id: row.object})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'RELATION', f.predicate = row.predicate, f.slot = row.slot, f.grade = row.grade, f.qualifier = row.qualifier
MERGE (f)-[:SUBJECT]->(a)
MERGE (f)-[:OBJECT]->(b)
CREATE (o)-[:SAYS {basis: row.basis}]->(f);

// What a thing is like. Known without a text.
UNWIND [
  {fact: 'fact:university:port|town|Port', slot: 'university:port|town', subject: 'university:port', predicate: 'town', value: 'Port', basis: 'BACKGROUND'},
  {fact: 'fact:student:ada-lake|enrolledOn|2024-09-01', slot: 'student:ada-lake|enrolledOn', subject: 'student:ada-lake', predicate: 'enrolledOn', value: '2024-09-01', basis: 'BACKGROUND'},
  {fact: 'fact:student:tom-field|enrolledOn|2023-09-01', slot: 'student:tom-field|enrolledOn', subject: 'student:tom-field', predicate: 'enrolledOn', value: '2023-09-01', basis: 'BACKGROUND'},
  {fact: 'fact:course:harmony|code|MU101', slot: 'course:harmony|code', subject: 'course:harmony', predicate: 'code', value: 'MU101', basis: 'BACKGROUND'},
  {fact: 'fact:course:mechanics|code|PH101', slot: 'course:mechanics|code', subject: 'course:mechanics', predicate: 'code', value: 'PH101', basis: 'BACKGROUND'},
  {fact: 'fact:course:optics|code|PH201', slot: 'course:optics|code', subject: 'course:optics', predicate: 'code', value: 'PH201', basis: 'BACKGROUND'},
  {fact: 'fact:course:harmony|level|UNDERGRADUATE', slot: 'course:harmony|level', subject: 'course:harmony', predicate: 'level', value: 'UNDERGRADUATE', basis: 'BACKGROUND'},
  {fact: 'fact:course:mechanics|level|UNDERGRADUATE', slot: 'course:mechanics|level', subject: 'course:mechanics', predicate: 'level', value: 'UNDERGRADUATE', basis: 'BACKGROUND'},
  {fact: 'fact:course:optics|level|GRADUATE', slot: 'course:optics|level', subject: 'course:optics', predicate: 'level', value: 'GRADUATE', basis: 'BACKGROUND'},
  {fact: 'fact:course:harmony|credits|4', slot: 'course:harmony|credits', subject: 'course:harmony', predicate: 'credits', value: '4', basis: 'BACKGROUND'},
  {fact: 'fact:course:mechanics|credits|6', slot: 'course:mechanics|credits', subject: 'course:mechanics', predicate: 'credits', value: '6', basis: 'BACKGROUND'},
  {fact: 'fact:course:optics|credits|6', slot: 'course:optics|credits', subject: 'course:optics', predicate: 'credits', value: '6', basis: 'BACKGROUND'}
] AS row
MATCH (o:Owner {id: 'background:registry'})
MATCH (a:Entity {id: row.subject})
MERGE (f:Fact {id: row.fact}) ON CREATE SET f.form = 'VALUE', f.predicate = row.predicate, f.slot = row.slot, f.value = row.value
MERGE (f)-[:SUBJECT]->(a)
CREATE (o)-[:SAYS {basis: row.basis}]->(f);
