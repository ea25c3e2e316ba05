import { expect, test } from '@jest/globals';
import { cypher, statementOf } from '../../support/statement.ts';

/** Items in groups, the largest first. */

test('by a property', () => {
  const query = '{ giftStats(by: [ITEM]) { item count } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Gift)
      WITH v0, v0.item AS k1
      WITH k1, count(DISTINCT v0) AS c2
      WITH k1, c2 ORDER BY c2 DESC, k1 IS NULL, k1 LIMIT $p0
      RETURN collect([k1, c2]) AS h3
    }
    RETURN [h3] AS data
  `);
});

test('by what is joined: those with and those without, apart', () => {
  const query = '{ giftStats(by: [GIVER]) { giver { name } count } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      CALL () {
        MATCH (v0:Gift)
        MATCH (v0)<-[:GAVE]-(v1)
        WITH v0, v1 AS k2
        RETURN k2, count(DISTINCT v0) AS c3
        UNION ALL
        MATCH (v0:Gift) WHERE NOT EXISTS { MATCH (v0)<-[:GAVE]-(v1) }
        WITH v0, null AS v1
        WITH v0, v1 AS k2
        RETURN k2, count(DISTINCT v0) AS c3
      }
      WITH k2, c3 ORDER BY c3 DESC, k2.id IS NULL, k2.id LIMIT $p0
      CALL (k2) {
        WITH k2, k2 AS v4 WHERE k2 IS NOT NULL
        WITH v4 LIMIT 1
        RETURN collect([v4.name]) AS h5
      }
      WITH k2, c3, h5 ORDER BY c3 DESC, k2.id IS NULL, k2.id
      RETURN collect([h5, c3]) AS h6
    }
    RETURN [h6] AS data
  `);
});

test('by the month of their days', () => {
  const query = '{ eventStats(by: [MONTH]) { month count } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Event)
      CALL (v0) {
        MATCH path_2 = (v0)-[:PART_OF*0..8]->(dated_1:Event) WHERE dated_1.date IS NOT NULL AND (v0.date IS NOT NULL OR v0.status = 'OCCURRED')
        WITH dated_1, length(path_2) AS distance_3 ORDER BY distance_3, dated_1.id LIMIT 1
        RETURN head(collect({earliest: dated_1.dateMin, latest: dated_1.dateMax})) AS d4
      }
      WITH v0, d4, CASE WHEN left(d4.earliest, 7) = left(d4.latest, 7) THEN left(d4.earliest, 7) END AS k5
      WITH k5, count(DISTINCT v0) AS c6, min(d4.earliest) AS d7, max(d4.latest) AS d8
      WITH k5, c6 ORDER BY c6 DESC, k5 IS NULL, k5 LIMIT $p0
      RETURN collect([k5, c6]) AS h9
    }
    RETURN [h9] AS data
  `);
});

test('of some, with their first and last day', () => {
  const query = '{ claimStats(by: [VOICE], where: {basis: {eq: STATED}}) { voice first last } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Claim) WHERE v0.basis = $p0
      CALL (v0) {
        MATCH (v0)-[:STATED_IN]->(:Sentence)-[:IN_ARTICLE]->(a_1:Article)
        WITH min(a_1.publishedOn) AS earliest_2, max(a_1.publishedOn) AS latest_3
        RETURN head(collect({earliest: earliest_2, latest: latest_3})) AS d4
      }
      WITH v0, d4, v0.voice AS k5
      WITH k5, count(DISTINCT v0) AS c6, min(d4.earliest) AS d7, max(d4.latest) AS d8
      WITH k5, d7, d8, c6 ORDER BY c6 DESC, k5 IS NULL, k5 LIMIT $p1
      RETURN collect([k5, d7, d8]) AS h9
    }
    RETURN [h9] AS data
  `);
});
