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
        MATCH (e0:Entity {id: $p2})
        RETURN e0, 1 AS byId_1, 0 AS mentions_2
        UNION ALL
        MATCH (:Name {key: $p3})-[r3:NAMES]->(e0:Entity)
        RETURN e0, 0 AS byId_1, r3.mentions AS mentions_2
      }
      WITH e0, byId_1, mentions_2 ORDER BY byId_1 DESC, mentions_2 DESC, e0.id
      RETURN collect(e0) AS n6, head(collect(e0)) AS x7
    }
    CALL (x5, x7) {
      WITH x5, x7, x5 AS a8, x7 AS b9 WHERE x5.id <> x7.id
      MATCH p10 = allShortestPaths((a8)-[:GAVE*1..2]-(b9))
      WITH p10, nodes(p10) AS n11, relationships(p10) AS r12, reduce(t_13 = '', n_14 IN nodes(p10) | t_13 + n_14.id + ' ') + reduce(t_15 = '', r16 IN relationships(p10) | t_15 + (' ' + type(r16) + ' ' + coalesce(r16.role, r16.title, ''))) AS t17
      WITH r12, t17 ORDER BY t17 LIMIT $p4
      RETURN collect([size(r12)]) AS h18
    }
    RETURN [h18, CASE WHEN x5 IS NULL OR x7 IS NULL THEN 'UNKNOWN_NAME' WHEN x5.id = x7.id THEN 'SAME_ENTITY' WHEN size(h18) = 0 THEN 'NONE_WITHIN_HOPS' WHEN size(h18) > 20 THEN 'TRUNCATED' ELSE 'FOUND' END, head(head(h18))] AS data
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
        MATCH (e0:Entity {id: $p2})
        RETURN e0, 1 AS byId_1, 0 AS mentions_2
        UNION ALL
        MATCH (:Name {key: $p3})-[r3:NAMES]->(e0:Entity)
        RETURN e0, 0 AS byId_1, r3.mentions AS mentions_2
      }
      WITH e0, byId_1, mentions_2 ORDER BY byId_1 DESC, mentions_2 DESC, e0.id
      RETURN collect(e0) AS n6, head(collect(e0)) AS x7
    }
    CALL (x5, x7) {
      WITH x5, x7, x5 AS a8, [x7] AS l9 WHERE x5.id <> x7.id
      CALL (a8, l9) {
        UNWIND CASE WHEN a8 IN l9 THEN [] ELSE l9 END AS m10
        MATCH (m10)-[r11:GAVE]-(n12) WHERE n12.id = a8.id OR n12.status IS NULL OR n12.status IN $p4
        RETURN collect(DISTINCT n12) AS l13
      }
      WITH a8, l9, l13, CASE WHEN a8 IN l13 THEN 1 END AS d14, [[[a8], [], '']] AS w15 WHERE d14 > 0
      CALL (d14, l9, w15) {
        CALL (d14, l9, w15) {
          UNWIND CASE WHEN d14 >= 1 THEN l9 ELSE [] END AS n16
          RETURN n16, null AS w17
          UNION ALL
          UNWIND CASE WHEN d14 >= 1 THEN w15 ELSE [] END AS w17
          WITH w17, last(w17[0]) AS m18
          MATCH (m18)-[r19:GAVE]-(n16)
          RETURN n16, [w17[0] + [n16], w17[1] + [elementId(r19)], w17[2] + (' ' + type(r19) + ' ' + coalesce(r19.role, r19.title, ''))] AS w17
        }
        WITH n16, collect(w17) AS f21, count(*) - count(w17) AS i20 WHERE i20 > 0
        UNWIND f21 AS w17
        RETURN collect(w17) AS w22
      }
      WITH d14, w15, w22, CASE WHEN d14 >= 1 THEN w22 ELSE w15 END AS w23
      UNWIND w23 AS w24
      WITH w24, w24[0] AS n25, w24[1] AS r26, reduce(t_27 = '', n_28 IN w24[0] | t_27 + n_28.id + ' ') + w24[2] AS t29
      WITH n25, r26, t29 ORDER BY t29 LIMIT $p5
      CALL (n25) {
        UNWIND range(0, size(n25) - 1) AS i30
        WITH n25, i30, n25[i30] AS v31
        WITH i30, v31 ORDER BY i30 LIMIT $p6
        RETURN collect([v31.name]) AS h32
      }
      WITH r26, t29, h32 ORDER BY t29
      RETURN collect([size(r26), h32]) AS h33
    }
    RETURN [h33] AS data
  `);
});
