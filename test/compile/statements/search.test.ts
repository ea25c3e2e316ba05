import { expect, test } from '@jest/globals';
import { cypher, statementOf } from '../../support/statement.ts';

/** The hits of a full-text search are parameters of the statement, which reads what they are of. */

test('what the hits are of, the best first', () => {
  const query = '{ search(text: "rifle") { score node { id } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        UNWIND range(0, size($p0) - 1) AS i0
        MATCH (:Name {key: $p0[i0]})-[:NAMES]->(v1:Entity)
        RETURN v1, $p1[i0] AS i2
        UNION ALL
        UNWIND range(0, size($p2) - 1) AS i0
        MATCH (v1:Claim {id: $p2[i0]})
        RETURN v1, $p3[i0] AS i2
        UNION ALL
        UNWIND range(0, size($p4) - 1) AS i0
        MATCH (v1:Sentence {id: $p4[i0]})
        RETURN v1, $p5[i0] AS i2
      }
      WITH v1, min(i2) AS i2
      WITH i2, v1 ORDER BY i2 LIMIT $p6
      RETURN collect([i2, [v1.id]]) AS h3
    }
    RETURN [h3] AS data
  `);
});

test('of some types alone', () => {
  const query = '{ search(text: "rifle", types: [Gift]) { text } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        UNWIND range(0, size($p0) - 1) AS i0
        MATCH (:Name {key: $p0[i0]})-[:NAMES]->(v1:Entity)
        RETURN v1, $p1[i0] AS i2
        UNION ALL
        UNWIND range(0, size($p2) - 1) AS i0
        MATCH (v1:Claim {id: $p2[i0]})
        RETURN v1, $p3[i0] AS i2
        UNION ALL
        UNWIND range(0, size($p4) - 1) AS i0
        MATCH (v1:Sentence {id: $p4[i0]})
        RETURN v1, $p5[i0] AS i2
      }
      WITH v1, min(i2) AS i2 WHERE any(label_3 IN labels(v1) WHERE label_3 IN $p6)
      WITH i2, v1 ORDER BY i2 LIMIT $p7
      RETURN collect([i2]) AS h4
    }
    RETURN [h4] AS data
  `);
});
