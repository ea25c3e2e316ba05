import { expect, test } from '@jest/globals';
import { cypher, statementOf } from '../../support/statement.ts';

/** As of a day: all that is gone through had been reported, and what has a history is as it was then. */

test('all of a type', () => {
  const query = '{ countries(asOf: "2023-09-18") { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Country) WHERE coalesce(v0.reportedOn, '') <= $p0
      RETURN count(v0) AS c1
    }
    RETURN [c1] AS data
  `);
});

test('a relationship and what it leads to, once', () => {
  const query = '{ people(asOf: "2023-09-18") { nodes { gave { nodes { during { name } } } } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Person) WHERE coalesce(v0.reportedOn, '') <= $p0 AND v0.id IS NOT NULL
      WITH v0 ORDER BY v0.id LIMIT $p1
      CALL (v0) {
        MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE coalesce(r1.reportedOn, '') <= $p0 AND coalesce(v2.reportedOn, '') <= $p0
        WITH v2 ORDER BY v2.id LIMIT $p2
        CALL (v2) {
          MATCH (v2)-[r3:GIVEN_DURING]->(v4:Event) WHERE coalesce(r3.reportedOn, '') <= $p0 AND coalesce(v4.reportedOn, '') <= $p0
          WITH v4 ORDER BY v4.id LIMIT 1
          RETURN collect([v4.name]) AS h5
        }
        WITH v2, h5 ORDER BY v2.id
        RETURN collect([h5]) AS h6
      }
      WITH v0, h6 ORDER BY v0.id
      RETURN collect([h6]) AS h7
    }
    RETURN [h7] AS data
  `);
});

test('several relationships one after the other', () => {
  const query = '{ countries(asOf: "2023-09-18") { nodes { eventsHere { totalCount } } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Country) WHERE coalesce(v0.reportedOn, '') <= $p0 AND v0.id IS NOT NULL
      WITH v0 ORDER BY v0.id LIMIT $p1
      CALL (v0) {
        MATCH (v0)<-[r1:LOCATED_IN*0..4]-(v2)<-[r3:HAS_PLACE]-(event_4:Event) WHERE all(s5 IN r1 WHERE coalesce(s5.reportedOn, '') <= $p0) AND coalesce(v2.reportedOn, '') <= $p0 AND coalesce(r3.reportedOn, '') <= $p0 AND coalesce(event_4.reportedOn, '') <= $p0
        RETURN count(DISTINCT event_4) AS c6
      }
      WITH v0, c6 ORDER BY v0.id
      RETURN collect([c6]) AS h7
    }
    RETURN [h7] AS data
  `);
});

test('a property that has a history', () => {
  const query = '{ events(asOf: "2023-09-18", where: {status: {eq: OCCURRED}}) { nodes { status } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Event) WHERE coalesce(v0.reportedOn, '') <= $p0 AND head([i_1 IN range(size(coalesce(v0.statusDays, [])) - 1, 0, -1) WHERE v0.statusDays[i_1] <= $p0 | v0.statuses[i_1]]) = $p1
      WITH v0 ORDER BY v0.id LIMIT $p2
      RETURN collect([head([i_2 IN range(size(coalesce(v0.statusDays, [])) - 1, 0, -1) WHERE v0.statusDays[i_2] <= $p0 | v0.statuses[i_2]])]) AS h3
    }
    RETURN [h3] AS data
  `);
});

test('a condition', () => {
  const query = '{ people(asOf: "2023-09-18", where: {gave: {none: {item: {eq: "rifle"}}}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Person) WHERE coalesce(v0.reportedOn, '') <= $p0 AND NOT EXISTS { MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE coalesce(r1.reportedOn, '') <= $p0 AND coalesce(v2.reportedOn, '') <= $p0 AND toLower(v2.item) = toLower($p1) }
      RETURN count(v0) AS c3
    }
    RETURN [c3] AS data
  `);
});

test('a name, and how often it is used', () => {
  const query = '{ country(name: "Russia", asOf: "2023-09-18") { isoCode } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        MATCH (e0:Entity {id: $p0}) WHERE coalesce(e0.reportedOn, '') <= $p1
        RETURN e0, 1 AS byId_1, 0 AS mentions_2
        UNION ALL
        MATCH (v3:Name {key: $p2})-[r4:NAMES]->(e0:Entity) WHERE coalesce(v3.reportedOn, '') <= $p1 AND coalesce(r4.reportedOn, '') <= $p1 AND coalesce(e0.reportedOn, '') <= $p1
        RETURN e0, 0 AS byId_1, reduce(total_5 = 0, i_6 IN range(0, size(coalesce(r4.mentionDays, [])) - 1) | total_5 + CASE WHEN r4.mentionDays[i_6] <= $p1 THEN r4.mentionCounts[i_6] ELSE 0 END) AS mentions_2
      }
      WITH e0, byId_1, mentions_2 WHERE e0:Country
      WITH e0, byId_1, mentions_2 ORDER BY byId_1 DESC, mentions_2 DESC, e0.id
      RETURN collect(e0) AS n7, head(collect(e0)) AS x8
    }
    CALL (x8) {
      WITH x8, x8 AS v9 WHERE x8 IS NOT NULL
      WITH v9 LIMIT 1
      RETURN collect([v9.isoCode]) AS h10
    }
    RETURN [h10] AS data
  `);
});

test('a text that an index finds: what it goes through is of no day', () => {
  const query = '{ people(asOf: "2023-09-18", where: {name: {eq: "kim"}}) { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      UNWIND $p0 AS k0
      MATCH (:Name {key: k0})-[:NAMES]->(v1:Person) WHERE coalesce(v1.reportedOn, '') <= $p1 AND toLower(v1.name) = toLower($p2)
      RETURN count(DISTINCT v1) AS c2
    }
    RETURN [c2] AS data
  `);
});

test('one field of the root alone', () => {
  const query = '{ then: countries(asOf: "2023-09-18") { totalCount } now: countries { totalCount } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Country) WHERE coalesce(v0.reportedOn, '') <= $p0
      RETURN count(v0) AS c1
    }
    CALL () {
      MATCH (v2:Country)
      RETURN count(v2) AS c3
    }
    RETURN [c1, c3] AS data
  `);
});

test('paths, by layers', () => {
  const query = '{ path(from: "a", to: "b", maxHops: 1, via: [GAVE], asOf: "2023-09-18") { outcome } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        MATCH (e0:Entity {id: $p0}) WHERE coalesce(e0.reportedOn, '') <= $p1
        RETURN e0, 1 AS byId_1, 0 AS mentions_2
        UNION ALL
        MATCH (v3:Name {key: $p2})-[r4:NAMES]->(e0:Entity) WHERE coalesce(v3.reportedOn, '') <= $p1 AND coalesce(r4.reportedOn, '') <= $p1 AND coalesce(e0.reportedOn, '') <= $p1
        RETURN e0, 0 AS byId_1, reduce(total_5 = 0, i_6 IN range(0, size(coalesce(r4.mentionDays, [])) - 1) | total_5 + CASE WHEN r4.mentionDays[i_6] <= $p1 THEN r4.mentionCounts[i_6] ELSE 0 END) AS mentions_2
      }
      WITH e0, byId_1, mentions_2 ORDER BY byId_1 DESC, mentions_2 DESC, e0.id
      RETURN collect(e0) AS n7, head(collect(e0)) AS x8
    }
    CALL () {
      CALL () {
        MATCH (e0:Entity {id: $p3}) WHERE coalesce(e0.reportedOn, '') <= $p1
        RETURN e0, 1 AS byId_1, 0 AS mentions_2
        UNION ALL
        MATCH (v9:Name {key: $p4})-[r4:NAMES]->(e0:Entity) WHERE coalesce(v9.reportedOn, '') <= $p1 AND coalesce(r4.reportedOn, '') <= $p1 AND coalesce(e0.reportedOn, '') <= $p1
        RETURN e0, 0 AS byId_1, reduce(total_10 = 0, i_11 IN range(0, size(coalesce(r4.mentionDays, [])) - 1) | total_10 + CASE WHEN r4.mentionDays[i_11] <= $p1 THEN r4.mentionCounts[i_11] ELSE 0 END) AS mentions_2
      }
      WITH e0, byId_1, mentions_2 ORDER BY byId_1 DESC, mentions_2 DESC, e0.id
      RETURN collect(e0) AS n12, head(collect(e0)) AS x13
    }
    CALL (x8, x13) {
      WITH x8, x13, x8 AS a14, [x13] AS l15 WHERE x8.id <> x13.id
      CALL (a14, l15) {
        UNWIND CASE WHEN a14 IN l15 THEN [] ELSE l15 END AS m16
        MATCH (m16)-[r17:GAVE]-(n18) WHERE coalesce(m16.reportedOn, '') <= $p1 AND coalesce(r17.reportedOn, '') <= $p1 AND coalesce(n18.reportedOn, '') <= $p1
        RETURN collect(DISTINCT n18) AS l19
      }
      WITH a14, l15, l19, CASE WHEN a14 IN l19 THEN 1 END AS d20, [[[a14], [], '']] AS w21 WHERE d20 > 0
      CALL (d20, l15, w21) {
        CALL (d20, l15, w21) {
          UNWIND CASE WHEN d20 >= 1 THEN l15 ELSE [] END AS n22
          RETURN n22, null AS w23
          UNION ALL
          UNWIND CASE WHEN d20 >= 1 THEN w21 ELSE [] END AS w23
          WITH w23, last(w23[0]) AS m24
          MATCH (m24)-[r25:GAVE]-(n22) WHERE coalesce(m24.reportedOn, '') <= $p1 AND coalesce(r25.reportedOn, '') <= $p1 AND coalesce(n22.reportedOn, '') <= $p1
          RETURN n22, [w23[0] + [n22], w23[1] + [elementId(r25)], w23[2] + (' ' + type(r25) + ' ' + coalesce(r25.role, r25.title, ''))] AS w23
        }
        WITH n22, collect(w23) AS f27, count(*) - count(w23) AS i26 WHERE i26 > 0
        UNWIND f27 AS w23
        RETURN collect(w23) AS w28
      }
      WITH d20, w21, w28, CASE WHEN d20 >= 1 THEN w28 ELSE w21 END AS w29
      UNWIND w29 AS w30
      WITH w30, w30[0] AS n31, w30[1] AS r32, reduce(t_33 = '', n_34 IN w30[0] | t_33 + n_34.id + ' ') + w30[2] AS t35
      WITH r32, t35 ORDER BY t35 LIMIT $p5
      RETURN collect([size(r32)]) AS h36
    }
    RETURN [h36, CASE WHEN x8 IS NULL OR x13 IS NULL THEN 'UNKNOWN_NAME' WHEN x8.id = x13.id THEN 'SAME_ENTITY' WHEN size(h36) = 0 THEN 'NONE_WITHIN_HOPS' WHEN size(h36) > 20 THEN 'TRUNCATED' ELSE 'FOUND' END] AS data
  `);
});
