import { expect, test } from '@jest/globals';
import { cypher, statementOf } from '../../support/statement.ts';

/** All shortest ways between two names over facts alone. */

test('over all of the graph', () => {
  const query = '{ path(from: "a", to: "b", maxHops: 2, via: [GAVE]) { outcome hops } }';
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
    CALL () {
      CALL () {
        MATCH (e6:Entity {id: $p2})
        RETURN e6, 1 AS byId_7, 0 AS mentions_8
        UNION ALL
        MATCH (:Name {key: $p3})-[r9:NAMES]->(e6:Entity)
        RETURN e6, 0 AS byId_7, r9.mentions AS mentions_8
      }
      WITH e6, byId_7, mentions_8 ORDER BY byId_7 DESC, mentions_8 DESC, e6.id
      RETURN collect(e6) AS n10, head(collect(e6)) AS x11
    }
    CALL (x5, x11) {
      WITH x5, x11, x5 AS a12, x11 AS b13 WHERE x5.id <> x11.id
      MATCH p14 = allShortestPaths((a12)-[:GAVE*1..2]-(b13))
      WITH p14, nodes(p14) AS n15, relationships(p14) AS r16, reduce(t_17 = '', n_18 IN nodes(p14) | t_17 + n_18.id + ' ') + reduce(t_19 = '', r20 IN relationships(p14) | t_19 + (' ' + type(r20) + ' ' + coalesce(r20.role, r20.title, ''))) AS t21
      WITH r16, t21 ORDER BY t21 LIMIT $p4
      RETURN collect([size(r16)]) AS h22
    }
    RETURN [h22, CASE WHEN x5 IS NULL OR x11 IS NULL THEN 'UNKNOWN_NAME' WHEN x5.id = x11.id THEN 'SAME_ENTITY' WHEN size(h22) = 0 THEN 'NONE_WITHIN_HOPS' WHEN size(h22) > 20 THEN 'TRUNCATED' ELSE 'FOUND' END, head(head(h22))] AS data
  `);
});

test('over events of some statuses: layers from the end, then ways through them', () => {
  const query =
    '{ path(from: "a", to: "b", maxHops: 1, via: [GAVE], status: [OCCURRED]) { paths { nodes { name } } } }';
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
    CALL () {
      CALL () {
        MATCH (e6:Entity {id: $p2})
        RETURN e6, 1 AS byId_7, 0 AS mentions_8
        UNION ALL
        MATCH (:Name {key: $p3})-[r9:NAMES]->(e6:Entity)
        RETURN e6, 0 AS byId_7, r9.mentions AS mentions_8
      }
      WITH e6, byId_7, mentions_8 ORDER BY byId_7 DESC, mentions_8 DESC, e6.id
      RETURN collect(e6) AS n10, head(collect(e6)) AS x11
    }
    CALL (x5, x11) {
      WITH x5, x11, x5 AS a12, [x11] AS l13 WHERE x5.id <> x11.id
      CALL (a12, l13) {
        UNWIND CASE WHEN a12 IN l13 THEN [] ELSE l13 END AS m14
        MATCH (m14)-[r15:GAVE]-(n16) WHERE n16.id = a12.id OR n16.status IS NULL OR n16.status IN $p4
        RETURN collect(DISTINCT n16) AS l17
      }
      WITH a12, l13, l17, CASE WHEN a12 IN l17 THEN 1 END AS d18, [[[a12], [], '']] AS w19 WHERE d18 > 0
      CALL (d18, l13, w19) {
        CALL (d18, l13, w19) {
          UNWIND CASE WHEN d18 >= 1 THEN l13 ELSE [] END AS n20
          RETURN n20, null AS w21
          UNION ALL
          UNWIND CASE WHEN d18 >= 1 THEN w19 ELSE [] END AS w21
          WITH w21, last(w21[0]) AS m22
          MATCH (m22)-[r23:GAVE]-(n20)
          RETURN n20, [w21[0] + [n20], w21[1] + [elementId(r23)], w21[2] + (' ' + type(r23) + ' ' + coalesce(r23.role, r23.title, ''))] AS w21
        }
        WITH n20, collect(w21) AS f25, count(*) - count(w21) AS i24 WHERE i24 > 0
        UNWIND f25 AS w21
        RETURN collect(w21) AS w26
      }
      WITH d18, w19, w26, CASE WHEN d18 >= 1 THEN w26 ELSE w19 END AS w27
      UNWIND w27 AS w28
      WITH w28, w28[0] AS n29, w28[1] AS r30, reduce(t_31 = '', n_32 IN w28[0] | t_31 + n_32.id + ' ') + w28[2] AS t33
      WITH n29, r30, t33 ORDER BY t33 LIMIT $p5
      CALL (n29) {
        UNWIND range(0, size(n29) - 1) AS i34
        WITH n29, i34, n29[i34] AS v35
        WITH i34, v35 ORDER BY i34 LIMIT $p6
        RETURN collect([v35.name]) AS h36
      }
      WITH r30, t33, h36 ORDER BY t33
      RETURN collect([size(r30), h36]) AS h37
    }
    RETURN [h37] AS data
  `);
});
