import { expect, test } from '@jest/globals';
import { cypher, statementOf } from '../../support/statement.ts';

/** An order is total: the keys that are asked for, then those of the type. */

test('by a text', () => {
  const query = '{ gifts(orderBy: [{item: DESC}]) { nodes { id } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Gift) WHERE v0.item IS NOT NULL
      WITH v0 ORDER BY v0.item DESC, v0.id LIMIT $p0
      RETURN collect([v0.id]) AS h1
    }
    RETURN [h1] AS data
  `);
});

test('by the place of a value among those of its enum', () => {
  const query = '{ events(orderBy: [{status: ASC}]) { nodes { id } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Event)
      WITH v0 ORDER BY size(split('|OCCURRED|ONGOING|HABITUAL|PLANNED|EXPECTED|REQUESTED|SPECULATED|DOUBTED|DENIED|', '|' + v0.status + '|')[0]), v0.id LIMIT $p0
      RETURN collect([v0.id]) AS h1
    }
    RETURN [h1] AS data
  `);
});

test('by a date, which is computed for each', () => {
  const query = '{ events(orderBy: [{date: ASC}]) { nodes { id } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Event)
      CALL (v0) {
        MATCH path_2 = (v0)-[:PART_OF*0..8]->(dated_1:Event) WHERE dated_1.date IS NOT NULL AND (v0.date IS NOT NULL OR v0.status = 'OCCURRED')
        WITH dated_1, length(path_2) AS distance_3 ORDER BY distance_3, dated_1.id LIMIT 1
        RETURN head(collect({edtf: dated_1.date, earliest: dated_1.dateMin, latest: dated_1.dateMax, precision: dated_1.datePrecision, basis: dated_1.dateBasis, text: dated_1.dateText, inherited: distance_3 > 0, property: 'date', event: dated_1.id})) AS d4
      }
      WITH d4, v0 ORDER BY d4.earliest IS NULL, d4.earliest, d4.latest IS NULL, d4.latest, v0.id LIMIT $p0
      RETURN collect([v0.id]) AS h5
    }
    RETURN [h5] AS data
  `);
});

test('of a list that has an order of its own', () => {
  const query = '{ timeline { nodes { id } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Event)
      CALL (v0) {
        MATCH path_2 = (v0)-[:PART_OF*0..8]->(dated_1:Event) WHERE dated_1.date IS NOT NULL AND (v0.date IS NOT NULL OR v0.status = 'OCCURRED')
        WITH dated_1, length(path_2) AS distance_3 ORDER BY distance_3, dated_1.id LIMIT 1
        RETURN head(collect({edtf: dated_1.date, earliest: dated_1.dateMin, latest: dated_1.dateMax, precision: dated_1.datePrecision, basis: dated_1.dateBasis, text: dated_1.dateText, inherited: distance_3 > 0, property: 'date', event: dated_1.id})) AS d4
      }
      WITH d4, v0 ORDER BY d4.earliest IS NULL, d4.earliest, d4.latest IS NULL, d4.latest, v0.id LIMIT $p0
      RETURN collect([v0.id]) AS h5
    }
    RETURN [h5] AS data
  `);
});

test('of relationships, by their ends', () => {
  const query = '{ facts { nodes { predicate } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Entity)-[fact_1]->(v2:Entity)
      WITH DISTINCT v0, v2, fact_1 ORDER BY v0.id, type(fact_1), v2.id, coalesce(fact_1.role, fact_1.title, '') LIMIT $p0
      RETURN collect([type(fact_1)]) AS h3
    }
    RETURN [h3] AS data
  `);
});
