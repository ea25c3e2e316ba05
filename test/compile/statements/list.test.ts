import { expect, test } from '@jest/globals';
import { cypher, statementOf } from '../../support/statement.ts';

/** A list is found, ordered, cut to a page, and only then expanded. */

test('all of a type, in an order that an index can give', () => {
  const query = '{ countries(first: 2) { nodes { name } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Country) WHERE v0.id IS NOT NULL
      WITH v0 ORDER BY v0.id LIMIT $p0
      RETURN collect([v0.name]) AS h1
    }
    RETURN [h1] AS data
  `);
});

test('how many there are, alone', () => {
  const query = '{ countries { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Country)
      RETURN count(v0) AS c1
    }
    RETURN [c1] AS data
  `);
});

test('a list in a list, each cut before it is expanded', () => {
  const query = '{ people { nodes { name gave(first: 3) { nodes { item } } } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Person) WHERE v0.id IS NOT NULL
      WITH v0 ORDER BY v0.id LIMIT $p0
      CALL (v0) {
        MATCH (v0)-[r1:GAVE]->(v2:Gift)
        WITH v2 ORDER BY v2.id LIMIT $p1
        RETURN collect([v2.item]) AS h3
      }
      WITH v0, h3 ORDER BY v0.id
      RETURN collect([v0.name, h3]) AS h4
    }
    RETURN [h4] AS data
  `);
});

test('one related thing', () => {
  const query = '{ gifts { nodes { during { name } } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Gift) WHERE v0.id IS NOT NULL
      WITH v0 ORDER BY v0.id LIMIT $p0
      CALL (v0) {
        MATCH (v0)-[r1:GIVEN_DURING]->(v2:Event)
        WITH v2 ORDER BY v2.id LIMIT 1
        RETURN collect([v2.name]) AS h3
      }
      WITH v0, h3 ORDER BY v0.id
      RETURN collect([h3]) AS h4
    }
    RETURN [h4] AS data
  `);
});

test('the relationship that joins an item to its owner', () => {
  const query = '{ person(id: "person:kim-jong-un") { offices { nodes { title country { name } } } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        UNWIND $p0 AS k0
        MATCH (v1:Person {id: k0})
        RETURN v1
      }
      WITH DISTINCT v1 ORDER BY v1.id LIMIT 1
      CALL (v1) {
        MATCH (v1)-[r2:HOLDS_OFFICE]->(v3)
        WITH v1, v3, r2 ORDER BY v3.id, v1.id, r2.title LIMIT $p1
        RETURN collect([r2.title, [v3.name]]) AS h4
      }
      WITH v1, h4 ORDER BY v1.id
      RETURN collect([h4]) AS h5
    }
    RETURN [h5] AS data
  `);
});

test('the evidence of an edge, by the claims that it rests on', () => {
  const query = '{ person(id: "person:kim-jong-un") { gave { edges { evidence { start end } } } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        UNWIND $p0 AS k0
        MATCH (v1:Person {id: k0})
        RETURN v1
      }
      WITH DISTINCT v1 ORDER BY v1.id LIMIT 1
      CALL (v1) {
        MATCH (v1)-[r2:GAVE]->(v3:Gift)
        WITH r2, v3 ORDER BY v3.id LIMIT $p1
        CALL (r2) {
          UNWIND coalesce(r2.claims, []) AS id_4
          MATCH (:Claim {id: id_4})-[stated_5:STATED_IN]->(:Sentence)
          WITH DISTINCT stated_5, startNode(stated_5) AS v6, endNode(stated_5) AS v7
          WITH v6, v7, stated_5 ORDER BY v6.id, v7.seq, stated_5.start LIMIT $p2
          RETURN collect([stated_5.start, stated_5.end]) AS h8
        }
        WITH v3, h8 ORDER BY v3.id
        RETURN collect([h8]) AS h9
      }
      WITH v1, h9 ORDER BY v1.id
      RETURN collect([h9]) AS h10
    }
    RETURN [h10] AS data
  `);
});

test('things of a statement of the schema, in a subquery of its own', () => {
  const query = '{ person(id: "person:kim-jong-un") { met { nodes { name } } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        UNWIND $p0 AS k0
        MATCH (v1:Person {id: k0})
        RETURN v1
      }
      WITH DISTINCT v1 ORDER BY v1.id LIMIT 1
      CALL (v1) {
        CALL (v1) {
          MATCH (v1)-[mine_2:INVOLVED_IN]->(meeting_3:Event {kind: 'MEETING'})<-[theirs_4:INVOLVED_IN]-(met_5:Person) WHERE met_5.id <> v1.id AND meeting_3.status = 'OCCURRED'
          WITH met_5, coalesce(mine_2.claims, []) + coalesce(theirs_4.claims, []) AS both_6, CASE WHEN mine_2.reportedOn > theirs_4.reportedOn THEN mine_2.reportedOn ELSE theirs_4.reportedOn END AS day_7
          UNWIND both_6 AS claim_8
          WITH met_5, collect(DISTINCT claim_8) AS claims_9, min(day_7) AS day_7
          RETURN met_5, {claims: claims_9, basis: 'IMPLIED', reportedOn: day_7} AS edge_10
        }
        WITH met_5 ORDER BY met_5.id LIMIT $p1
        RETURN collect([met_5.name]) AS h11
      }
      WITH v1, h11 ORDER BY v1.id
      RETURN collect([h11]) AS h12
    }
    RETURN [h12] AS data
  `);
});

test('things by their ids, each looked up under each label', () => {
  const query = '{ nodes(ids: ["gift:x"]) { id } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        UNWIND $p0 AS k0
        MATCH (v1:Entity {id: k0})
        RETURN v1
        UNION ALL
        UNWIND $p0 AS k0
        MATCH (v1:Article {id: k0})
        RETURN v1
        UNION ALL
        UNWIND $p0 AS k0
        MATCH (v1:Sentence {id: k0})
        RETURN v1
        UNION ALL
        UNWIND $p0 AS k0
        MATCH (v1:Claim {id: k0})
        RETURN v1
      }
      WITH DISTINCT v1 LIMIT $p1
      RETURN collect([v1.id, [v1.id]]) AS h2
    }
    RETURN [h2] AS data
  `);
});

test('a value that is computed', () => {
  const query = '{ gifts { nodes { date { edtf } } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Gift) WHERE v0.id IS NOT NULL
      WITH v0 ORDER BY v0.id LIMIT $p0
      CALL (v0) {
        CALL (v0) {
          MATCH path_3 = (v0)-[:GIVEN_DURING]->(first_1:Event)-[:PART_OF*0..8]->(dated_2:Event) WHERE dated_2.date IS NOT NULL AND (first_1.date IS NOT NULL OR first_1.status = 'OCCURRED')
          WITH dated_2, length(path_3) AS distance_4 ORDER BY distance_4, dated_2.id LIMIT 1
          RETURN {edtf: dated_2.date, earliest: dated_2.dateMin, latest: dated_2.dateMax, precision: dated_2.datePrecision, basis: dated_2.dateBasis, text: dated_2.dateText, inherited: distance_4 > 0, property: 'date', event: dated_2.id} AS date_5
        }
        WITH date_5 LIMIT 1
        RETURN collect([date_5.edtf]) AS h6
      }
      WITH v0, h6 ORDER BY v0.id
      RETURN collect([h6]) AS h7
    }
    RETURN [h7] AS data
  `);
});
