// 10-registry: what the registry of a made-up university knows. It is no text, so all of it is background knowledge.

UNWIND [
  {id: 'university:port', name: 'University of Port', town: 'Port'}
] AS row
MERGE (n:University {id: row.id}) SET n += row SET n:Entity;

UNWIND [
  {id: 'department:physics', name: 'Department of Physics'},
  {id: 'department:music',   name: 'Department of Music'}
] AS row
MATCH (u:University {id: 'university:port'})
MERGE (n:Department {id: row.id}) SET n += row SET n:Entity
MERGE (n)-[r:PART_OF]->(u) SET r.basis = 'BACKGROUND';

UNWIND [
  {id: 'course:mechanics', name: 'Mechanics', code: 'PH101', level: 'UNDERGRADUATE', credits: 6, of: 'department:physics'},
  {id: 'course:optics',    name: 'Optics',    code: 'PH201', level: 'GRADUATE',      credits: 6, of: 'department:physics'},
  {id: 'course:harmony',   name: 'Harmony',   code: 'MU101', level: 'UNDERGRADUATE', credits: 4, of: 'department:music'}
] AS row
MATCH (d:Department {id: row.of})
MERGE (n:Course {id: row.id})
  SET n.name = row.name, n.code = row.code, n.level = row.level, n.credits = row.credits SET n:Entity
MERGE (n)-[r:OFFERED_BY]->(d) SET r.basis = 'BACKGROUND';

MATCH (o:Course {id: 'course:optics'}) MATCH (m:Course {id: 'course:mechanics'})
MERGE (o)-[r:REQUIRES]->(m) SET r.basis = 'BACKGROUND';

UNWIND [
  {id: 'professor:vera-stone', name: 'Vera Stone', at: 'department:physics', teaches: ['course:mechanics', 'course:optics']},
  {id: 'professor:juan-brook', name: 'Juan Brook', at: 'department:music',   teaches: ['course:harmony']}
] AS row
MATCH (d:Department {id: row.at})
MERGE (n:Professor {id: row.id}) SET n.name = row.name SET n:Entity
MERGE (n)-[w:WORKS_AT]->(d) SET w.basis = 'BACKGROUND'
WITH n, row UNWIND row.teaches AS id
MATCH (c:Course {id: id})
MERGE (n)-[r:TEACHES]->(c) SET r.basis = 'BACKGROUND';

UNWIND [
  {id: 'student:ada-lake',  name: 'Ada Lake',  enrolledOn: '2024-09-01', course: 'course:mechanics', grade: 3.7},
  {id: 'student:ada-lake',  name: 'Ada Lake',  enrolledOn: '2024-09-01', course: 'course:harmony',   grade: 2.5},
  {id: 'student:tom-field', name: 'Tom Field', enrolledOn: '2023-09-01', course: 'course:mechanics', grade: 1.5}
] AS row
MATCH (c:Course {id: row.course})
MERGE (n:Student {id: row.id}) SET n.name = row.name, n.enrolledOn = row.enrolledOn SET n:Entity
MERGE (n)-[r:ATTENDS]->(c) SET r.basis = 'BACKGROUND', r.grade = row.grade;

// What each is called.
MATCH (n:Name) DETACH DELETE n;
MATCH (e:Entity)
MERGE (k:Name {key: toLower(e.name)})
MERGE (k)-[r:NAMES]->(e) SET r.weak = false, r.mentions = 0;
