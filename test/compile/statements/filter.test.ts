import { expect, test } from '@jest/globals';
import { cypher, statementOf } from '../../support/statement.ts';

/** A filter is true or false, never null, so that it and its negation share out the list. */

test('a text that is always there', () => {
  const query = '{ people(where: {name: {contains: "kim"}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Person) WHERE toLower(v0.name) CONTAINS toLower($p0) AND v0.name IS NOT NULL
      RETURN count(v0) AS c1
    }
    RETURN [c1] AS data
  `);
});

test('a value that can be absent', () => {
  const query = '{ events(where: {kind: {in: [MEETING]}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Event) WHERE v0.kind IN $p0
      RETURN count(v0) AS c1
    }
    RETURN [c1] AS data
  `);
});

test('one of a list of texts', () => {
  const query = '{ people(where: {aliases: {includes: "Kim"}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Person) WHERE any(item_1 IN coalesce(v0.aliases, []) WHERE toLower(item_1) = toLower($p0))
      RETURN count(v0) AS c2
    }
    RETURN [c2] AS data
  `);
});

test('and, or, not', () => {
  const query =
    '{ gifts(where: {or: [{item: {eq: "a"}}, {not: {item: {eq: "b"}}, name: {startsWith: "c"}}]}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Gift) WHERE toLower(v0.item) = toLower($p0) OR toLower(v0.name) STARTS WITH toLower($p1) AND v0.name IS NOT NULL AND NOT toLower(v0.item) = toLower($p2)
      RETURN count(v0) AS c1
    }
    RETURN [c1] AS data
  `);
});

test('what is known to hold is left out', () => {
  const query = '{ gifts(where: {and: [{}, {or: [{}, {item: {eq: "a"}}]}]}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Gift)
      RETURN count(v0) AS c1
    }
    RETURN [c1] AS data
  `);
});

test('some of what it leads to', () => {
  const query = '{ people(where: {gave: {some: {item: {startsWith: "r"}}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Person) WHERE EXISTS { MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE toLower(v2.item) STARTS WITH toLower($p0) AND v2.item IS NOT NULL }
      RETURN count(v0) AS c3
    }
    RETURN [c3] AS data
  `);
});

test('none, all', () => {
  const query =
    '{ people(where: {gave: {none: {item: {startsWith: "r"}}, all: {name: {contains: "x"}}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Person) WHERE NOT EXISTS { MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE toLower(v2.item) STARTS WITH toLower($p0) AND v2.item IS NOT NULL } AND NOT EXISTS { MATCH (v0)-[r3:GAVE]->(v4:Gift) WHERE NOT (toLower(v4.name) CONTAINS toLower($p1) AND v4.name IS NOT NULL) }
      RETURN count(v0) AS c5
    }
    RETURN [c5] AS data
  `);
});

test('exactly one', () => {
  const query = '{ people(where: {gave: {single: {item: {startsWith: "r"}}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Person) WHERE COUNT { MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE toLower(v2.item) STARTS WITH toLower($p0) AND v2.item IS NOT NULL } = 1
      RETURN count(v0) AS c3
    }
    RETURN [c3] AS data
  `);
});

test('exactly one of what a match can find twice', () => {
  const query = '{ countries(where: {eventsHere: {single: {name: {startsWith: "r"}}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Country) WHERE EXISTS { MATCH (v0)<-[:LOCATED_IN*0..4]-()<-[:HAS_PLACE]-(event_1:Event) WHERE toLower(event_1.name) STARTS WITH toLower($p0) AND event_1.name IS NOT NULL AND NOT EXISTS { MATCH (v0)<-[:LOCATED_IN*0..4]-()<-[:HAS_PLACE]-(event_2:Event) WHERE toLower(event_2.name) STARTS WITH toLower($p1) AND event_2.name IS NOT NULL AND event_2.id <> event_1.id } }
      RETURN count(v0) AS c3
    }
    RETURN [c3] AS data
  `);
});

test('a relationship, whichever of its ends the owner is', () => {
  const query = '{ gifts(where: {facts: {some: {basis: {eq: STATED}}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Gift) WHERE EXISTS { MATCH (v0)-[fact_1]->(v2:Entity) WHERE fact_1.basis = $p0 } OR EXISTS { MATCH (v0)<-[fact_1]-(v3:Entity) WHERE fact_1.basis = $p1 }
      RETURN count(v0) AS c4
    }
    RETURN [c4] AS data
  `);
});

test('what may lie in an interval', () => {
  const query = '{ events(where: {endDate: {during: {from: "2023-09-01"}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Event) WHERE v0.endDate IS NOT NULL AND v0.endDateMax >= $p0
      RETURN count(v0) AS c1
    }
    RETURN [c1] AS data
  `);
});

test('what must, by a date that another thing has', () => {
  const query = '{ gifts(where: {date: {during: {to: "2023-09-30"}, certainly: true}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Gift) WHERE EXISTS { MATCH path_3 = (v0)-[:GIVEN_DURING]->(first_1:Event)-[:PART_OF*0..8]->(dated_2:Event) WHERE dated_2.date IS NOT NULL AND (first_1.date IS NOT NULL OR first_1.status = 'OCCURRED') AND NOT EXISTS { MATCH way_5 = (v0)-[:GIVEN_DURING]->(:Event)-[:PART_OF*0..8]->(other_4:Event) WHERE other_4.date IS NOT NULL AND (length(way_5) < length(path_3) OR length(way_5) = length(path_3) AND other_4.id < dated_2.id) } AND dated_2.dateMax <= $p0 }
      RETURN count(v0) AS c6
    }
    RETURN [c6] AS data
  `);
});

test('which type it is', () => {
  const query = '{ entities(where: {type: {in: [Person]}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Entity) WHERE any(label_1 IN labels(v0) WHERE label_1 IN $p0)
      RETURN count(v0) AS c2
    }
    RETURN [c2] AS data
  `);
});

test('what more than a match finds, counted beside each item', () => {
  const query = '{ facts(where: {evidence: {some: {start: {gt: 5}}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Entity)-[fact_1]->(v2:Entity)
      CALL (fact_1) {
        UNWIND coalesce(fact_1.claims, []) AS id_3
        MATCH (:Claim {id: id_3})-[stated_4:STATED_IN]->(:Sentence)
        WITH DISTINCT stated_4, startNode(stated_4) AS v5, endNode(stated_4) AS v6 WHERE stated_4.start > $p0
        RETURN count(DISTINCT stated_4) AS k7
      }
      WITH k7, fact_1 WHERE k7 > 0
      RETURN count(DISTINCT fact_1) AS c8
    }
    RETURN [c8] AS data
  `);
});

test('the same inside another condition', () => {
  const query =
    '{ people(where: {offices: {some: {not: {evidence: {some: {start: {gt: 5}}}}}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Person)
      CALL (v0) {
        MATCH (v0)-[r1:HOLDS_OFFICE]->(v2)
        CALL (r1) {
          UNWIND coalesce(r1.claims, []) AS id_3
          MATCH (:Claim {id: id_3})-[stated_4:STATED_IN]->(:Sentence)
          WITH DISTINCT stated_4, startNode(stated_4) AS v5, endNode(stated_4) AS v6 WHERE stated_4.start > $p0
          RETURN count(DISTINCT stated_4) AS k7
        }
        WITH k7, r1 WHERE NOT k7 > 0
        RETURN count(DISTINCT r1) AS k8
      }
      WITH k8, v0 WHERE k8 > 0
      RETURN count(v0) AS c9
    }
    RETURN [c9] AS data
  `);
});
