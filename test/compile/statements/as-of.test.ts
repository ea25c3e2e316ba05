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
        MATCH (e9:Entity {id: $p3}) WHERE coalesce(e9.reportedOn, '') <= $p1
        RETURN e9, 1 AS byId_10, 0 AS mentions_11
        UNION ALL
        MATCH (v12:Name {key: $p4})-[r13:NAMES]->(e9:Entity) WHERE coalesce(v12.reportedOn, '') <= $p1 AND coalesce(r13.reportedOn, '') <= $p1 AND coalesce(e9.reportedOn, '') <= $p1
        RETURN e9, 0 AS byId_10, reduce(total_14 = 0, i_15 IN range(0, size(coalesce(r13.mentionDays, [])) - 1) | total_14 + CASE WHEN r13.mentionDays[i_15] <= $p1 THEN r13.mentionCounts[i_15] ELSE 0 END) AS mentions_11
      }
      WITH e9, byId_10, mentions_11 ORDER BY byId_10 DESC, mentions_11 DESC, e9.id
      RETURN collect(e9) AS n16, head(collect(e9)) AS x17
    }
    CALL (x8, x17) {
      WITH x8, x17, x8 AS a18, [x17] AS l19 WHERE x8.id <> x17.id
      CALL (a18, l19) {
        UNWIND CASE WHEN a18 IN l19 THEN [] ELSE l19 END AS m20
        MATCH (m20)-[r21:GAVE]-(n22) WHERE coalesce(m20.reportedOn, '') <= $p1 AND coalesce(r21.reportedOn, '') <= $p1 AND coalesce(n22.reportedOn, '') <= $p1
        RETURN collect(DISTINCT n22) AS l23
      }
      WITH a18, l19, l23, CASE WHEN a18 IN l23 THEN 1 END AS d24, [[[a18], [], '']] AS w25 WHERE d24 > 0
      CALL (d24, l19, w25) {
        CALL (d24, l19, w25) {
          UNWIND CASE WHEN d24 >= 1 THEN l19 ELSE [] END AS n26
          RETURN n26, null AS w27
          UNION ALL
          UNWIND CASE WHEN d24 >= 1 THEN w25 ELSE [] END AS w27
          WITH w27, last(w27[0]) AS m28
          MATCH (m28)-[r29:GAVE]-(n26) WHERE coalesce(m28.reportedOn, '') <= $p1 AND coalesce(r29.reportedOn, '') <= $p1 AND coalesce(n26.reportedOn, '') <= $p1
          RETURN n26, [w27[0] + [n26], w27[1] + [elementId(r29)], w27[2] + (' ' + type(r29) + ' ' + coalesce(r29.role, r29.title, ''))] AS w27
        }
        WITH n26, collect(w27) AS f31, count(*) - count(w27) AS i30 WHERE i30 > 0
        UNWIND f31 AS w27
        RETURN collect(w27) AS w32
      }
      WITH d24, w25, w32, CASE WHEN d24 >= 1 THEN w32 ELSE w25 END AS w33
      UNWIND w33 AS w34
      WITH w34, w34[0] AS n35, w34[1] AS r36, reduce(t_37 = '', n_38 IN w34[0] | t_37 + n_38.id + ' ') + w34[2] AS t39
      WITH r36, t39 ORDER BY t39 LIMIT $p5
      RETURN collect([size(r36)]) AS h40
    }
    RETURN [h40, CASE WHEN x8 IS NULL OR x17 IS NULL THEN 'UNKNOWN_NAME' WHEN x8.id = x17.id THEN 'SAME_ENTITY' WHEN size(h40) = 0 THEN 'NONE_WITHIN_HOPS' WHEN size(h40) > 20 THEN 'TRUNCATED' ELSE 'FOUND' END] AS data
  `);
});
