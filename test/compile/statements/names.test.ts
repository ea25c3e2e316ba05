import { expect, test } from '@jest/globals';
import { cypher, statementOf } from '../../support/statement.ts';

/** A name or an id of an argument is looked up once, by index. */

test('a thing by its name', () => {
  const query = '{ country(name: "Russia") { isoCode } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        MATCH (e0:Entity {id: $p0})
        RETURN e0, 1 AS byId_1, 0 AS mentions_2
        UNION ALL
        MATCH (:Name {key: $p1})-[r3:NAMES]->(e0:Entity)
        RETURN e0, 0 AS byId_1, r3.mentions AS mentions_2
      }
      WITH e0, byId_1, mentions_2 WHERE e0:Country
      WITH e0, byId_1, mentions_2 ORDER BY byId_1 DESC, mentions_2 DESC, e0.id
      RETURN collect(e0) AS n4, head(collect(e0)) AS x5
    }
    CALL (x5) {
      WITH x5, x5 AS v6 WHERE x5 IS NOT NULL
      WITH v6 LIMIT 1
      RETURN collect([v6.isoCode]) AS h7
    }
    RETURN [h7] AS data
  `);
});

test('a thing by its id', () => {
  const query = '{ country(id: "country:ru") { isoCode } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        UNWIND $p0 AS k0
        MATCH (v1:Country {id: k0})
        RETURN v1
      }
      WITH DISTINCT v1 ORDER BY v1.id LIMIT 1
      RETURN collect([v1.isoCode]) AS h2
    }
    RETURN [h2] AS data
  `);
});

test('one name narrows by several ways', () => {
  const query = '{ timeline(of: "Pyongyang") { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        MATCH (e0:Entity {id: $p0})
        RETURN e0, 1 AS byId_1, 0 AS mentions_2
        UNION ALL
        MATCH (:Name {key: $p1})-[r3:NAMES]->(e0:Entity)
        RETURN e0, 0 AS byId_1, r3.mentions AS mentions_2
      }
      WITH e0, byId_1, mentions_2 ORDER BY byId_1 DESC, mentions_2 DESC, e0.id
      RETURN collect(e0) AS n4, head(collect(e0)) AS x5
    }
    CALL (x5) {
      CALL (x5) {
        MATCH (x5)<-[:LOCATED_IN*0..4]-()-[:INVOLVED_IN|HAS_PLACE]-(v6:Event)
        RETURN v6
        UNION ALL
        MATCH (x5)<-[:PART_OF*1..8]-(v6:Event)
        RETURN v6
        UNION ALL
        MATCH (x5)-[:GIVEN_DURING]->(v6:Event)
        RETURN v6
      }
      RETURN count(DISTINCT v6) AS c7
    }
    RETURN [c7] AS data
  `);
});

test('at either end of a relationship', () => {
  const query = '{ facts(of: "Russia") { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        MATCH (e0:Entity {id: $p0})
        RETURN e0, 1 AS byId_1, 0 AS mentions_2
        UNION ALL
        MATCH (:Name {key: $p1})-[r3:NAMES]->(e0:Entity)
        RETURN e0, 0 AS byId_1, r3.mentions AS mentions_2
      }
      WITH e0, byId_1, mentions_2 ORDER BY byId_1 DESC, mentions_2 DESC, e0.id
      RETURN collect(e0) AS n4, head(collect(e0)) AS x5
    }
    CALL (x5) {
      MATCH (x5)-[fact_6]-(:Entity)
      WITH DISTINCT fact_6, startNode(fact_6) AS v7, endNode(fact_6) AS v8
      RETURN count(DISTINCT fact_6) AS c9
    }
    RETURN [c9] AS data
  `);
});

test('a name that narrows a list in a list', () => {
  const query = '{ people { nodes { gave(to: "Kim") { totalCount } } } }';
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
      MATCH (v6:Person) WHERE v6.id IS NOT NULL
      WITH x5, v6 ORDER BY v6.id LIMIT $p2
      CALL (v6, x5) {
        MATCH (v6)-[r7:GAVE]->(v8:Gift) WHERE EXISTS { MATCH (v8)-[:GIVEN_TO]->(x5) }
        RETURN count(v8) AS c9
      }
      WITH v6, c9 ORDER BY v6.id
      RETURN collect([c9]) AS h10
    }
    RETURN [h10] AS data
  `);
});

test('all that a name can mean', () => {
  const query = '{ resolve(name: "Kim") { ambiguous matches { entity { id } } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Name {key: $p0})-[r1:NAMES]->(v2:Entity)
      WITH DISTINCT v2, r1 ORDER BY -r1.mentions, v2.id LIMIT $p1
      RETURN collect([[v2.id]]) AS h3
    }
    RETURN [COUNT { MATCH (:Name {key: $p0})-[:NAMES]->(:Entity) } > 1, h3] AS data
  `);
});

test('what is near to it', () => {
  const query = '{ resolve(name: "Kim") { suggestions } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (name_0:Name)-[:NAMES]->(:Entity) WHERE (name_0.key CONTAINS $p0 OR $p0 CONTAINS name_0.key OR name_0.key STARTS WITH $p1) AND NOT EXISTS { MATCH (:Name {key: $p0})-[:NAMES]->(:Entity) }
      WITH DISTINCT name_0.key AS v1
      WITH v1 ORDER BY v1 LIMIT $p2
      RETURN collect([v1]) AS h2
    }
    RETURN [h2] AS data
  `);
});

test('what two names gave each other', () => {
  const query = '{ exchange(a: "Putin", b: "Kim") { given { nodes { item } } } }';
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
    CALL () {
      CALL () {
        MATCH (e0:Entity {id: $p2})
        RETURN e0, 1 AS byId_1, 0 AS mentions_2
        UNION ALL
        MATCH (:Name {key: $p3})-[r3:NAMES]->(e0:Entity)
        RETURN e0, 0 AS byId_1, r3.mentions AS mentions_2
      }
      WITH e0, byId_1, mentions_2 WHERE e0:Person OR e0:Country OR e0:Organization OR e0:Group
      WITH e0, byId_1, mentions_2 ORDER BY byId_1 DESC, mentions_2 DESC, e0.id
      RETURN collect(e0) AS n6, head(collect(e0)) AS x7
    }
    CALL (x5, x7) {
      CALL (x5, x7) {
        RETURN {a: x5, b: x7} AS exchange_8
      }
      WITH exchange_8 LIMIT 1
      CALL (exchange_8) {
        CALL (exchange_8) {
          WITH exchange_8.a AS giver_9, exchange_8.b AS taker_10
          MATCH (giver_9)-[:GAVE]->(gift_11:Gift)-[:GIVEN_TO]->(taker_10)
          RETURN DISTINCT gift_11
        }
        WITH gift_11 ORDER BY gift_11.id LIMIT $p4
        RETURN collect([gift_11.item]) AS h12
      }
      RETURN collect([h12]) AS h13
    }
    RETURN [h13] AS data
  `);
});
