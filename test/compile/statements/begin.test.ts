import { expect, test } from '@jest/globals';
import { cypher, statementOf } from '../../support/statement.ts';

/** A list of the root begins at an end that a condition fixes, however far away it is. */

test('at an id', () => {
  const query = '{ gifts(where: {id: {eq: "gift:x"}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Gift {id: $p0})
      RETURN count(DISTINCT v0) AS c1
    }
    RETURN [c1] AS data
  `);
});

test('at each of several ids', () => {
  const query = '{ gifts(where: {id: {in: ["gift:x", "gift:y"]}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      UNWIND $p0 AS k0
      MATCH (v1:Gift {id: k0})
      RETURN count(DISTINCT v1) AS c2
    }
    RETURN [c2] AS data
  `);
});

test('at a text, by an index that folds it: the condition stays', () => {
  const query = '{ people(where: {name: {eq: "kim"}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      UNWIND $p0 AS k0
      MATCH (:Name {key: k0})-[:NAMES]->(v1:Person) WHERE toLower(v1.name) = toLower($p1)
      RETURN count(DISTINCT v1) AS c2
    }
    RETURN [c2] AS data
  `);
});

test('at the id of what it leads to: the condition is answered', () => {
  const query = '{ gifts(where: {givers: {some: {id: {eq: "person:x"}}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Entity {id: $p0})
      MATCH (v0)-[r1:GAVE]->(v2:Gift)
      RETURN count(DISTINCT v2) AS c3
    }
    RETURN [c3] AS data
  `);
});

test('further away', () => {
  const query =
    '{ gifts(where: {during: {partOf: {some: {places: {some: {name: {eq: "Russia"}}}}}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      UNWIND $p0 AS k0
      MATCH (:Name {key: k0})-[:NAMES]->(v1:Entity)
      MATCH (v1)<-[r2:HAS_PLACE]-(v3:Event)
      MATCH (v3)<-[r4:PART_OF]-(v5:Event)
      MATCH (v5)<-[r6:GIVEN_DURING]-(v7:Gift) WHERE EXISTS { MATCH (v7)-[r8:GIVEN_DURING]->(v9:Event) WHERE EXISTS { MATCH (v9)-[r10:PART_OF]->(v11:Event) WHERE EXISTS { MATCH (v11)-[r12:HAS_PLACE]->(v13:Entity) WHERE toLower(v13.name) = toLower($p1) } } }
      RETURN count(DISTINCT v7) AS c14
    }
    RETURN [c14] AS data
  `);
});

test('at an end of relationships', () => {
  const query = '{ facts(where: {object: {id: {eq: "gift:x"}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Entity {id: $p0})
      MATCH (v0)<-[fact_1]-(:Entity)
      WITH DISTINCT fact_1, startNode(fact_1) AS v2, endNode(fact_1) AS v0
      RETURN count(DISTINCT fact_1) AS c3
    }
    RETURN [c3] AS data
  `);
});

test('at each end, of an or', () => {
  const query =
    '{ facts(where: {or: [{subject: {id: {eq: "a:x"}}}, {object: {id: {eq: "a:x"}}}]}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        MATCH (v0:Entity {id: $p0})
        MATCH (v0)-[fact_1]->(:Entity)
        RETURN fact_1
        UNION ALL
        MATCH (v2:Entity {id: $p1})
        MATCH (v2)<-[fact_1]-(:Entity)
        RETURN fact_1
      }
      WITH DISTINCT fact_1, startNode(fact_1) AS v0, endNode(fact_1) AS v2
      RETURN count(DISTINCT fact_1) AS c3
    }
    RETURN [c3] AS data
  `);
});

test('nowhere, where a branch of an or fixes nothing', () => {
  const query = '{ gifts(where: {or: [{id: {eq: "gift:x"}}, {item: {eq: "rifle"}}]}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Gift) WHERE v0.id = $p0 OR toLower(v0.item) = toLower($p1)
      RETURN count(v0) AS c1
    }
    RETURN [c1] AS data
  `);
});

test('nowhere, where what is fixed is denied', () => {
  const query = '{ gifts(where: {not: {id: {eq: "gift:x"}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Gift) WHERE NOT v0.id = $p0
      RETURN count(v0) AS c1
    }
    RETURN [c1] AS data
  `);
});

test('at a name that was looked up, before any of these', () => {
  const query = '{ gifts(from: "Putin", where: {id: {eq: "gift:x"}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        MATCH (e0:Entity {id: $p0})
        RETURN e0, 1 AS byId_1, 0 AS mentions_2
        UNION ALL
        MATCH (:Name {key: $p1})-[r3:NAMES]->(e0:Entity)
        RETURN e0, 0 AS byId_1, r3.mentions AS mentions_2
      }
      WITH e0, byId_1, mentions_2 WHERE e0:Person OR e0:Country OR e0:Organization OR e0:Group
      WITH e0, byId_1, mentions_2 ORDER BY byId_1 DESC, mentions_2 DESC, e0.id
      RETURN collect(e0) AS n4, head(collect(e0)) AS x5
    }
    CALL (x5) {
      MATCH (x5)-[:GAVE]->(v6:Gift) WHERE v6.id = $p2
      RETURN count(DISTINCT v6) AS c7
    }
    RETURN [c7] AS data
  `);
});

test('groups, too', () => {
  const query = '{ giftStats(by: [ITEM], where: {givers: {some: {id: {eq: "person:x"}}}}) { item count } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Entity {id: $p0})
      MATCH (v0)-[r1:GAVE]->(v2:Gift)
      WITH v2, v2.item AS k3
      WITH k3, count(DISTINCT v2) AS c4
      WITH k3, c4 ORDER BY c4 DESC, k3 IS NULL, k3 LIMIT $p1
      RETURN collect([k3, c4]) AS h5
    }
    RETURN [h5] AS data
  `);
});
