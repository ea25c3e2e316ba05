import { expect, test } from '@jest/globals';
import { cypher, statementOf } from '../../support/statement.ts';

/** A cursor holds the sort keys of an item: the next page begins beyond them. */

test('after a cursor', () => {
  const query = '{ countries(orderBy: [{name: ASC}], first: 2, after: "x") { nodes { name } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Country) WHERE v0.name >= $p0 AND (v0.name > $p0 OR v0.id > $p1)
      WITH v0 ORDER BY v0.name, v0.id LIMIT $p2
      RETURN collect([v0.name]) AS h1
    }
    RETURN [h1] AS data
  `);
});

test('before a cursor, from the end', () => {
  const query = '{ countries(last: 2, before: "x") { nodes { name } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Country) WHERE v0.id < $p0
      WITH v0 ORDER BY v0.id DESC LIMIT $p1
      RETURN collect([v0.name]) AS h1
    }
    RETURN [h1] AS data
  `);
});

test('whether there is something on the far side of the cursor', () => {
  const query = '{ countries(first: 2, after: "x") { pageInfo { hasPreviousPage } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Country) WHERE v0.id > $p0
      WITH v0 ORDER BY v0.id LIMIT $p1
      RETURN collect([]) AS h1
    }
    CALL () {
      MATCH (v0:Country) WHERE v0.id < $p2 OR v0.id = $p2
      WITH v0 LIMIT 1
      RETURN count(v0) AS c2
    }
    RETURN [h1, c2] AS data
  `);
});

test('a key without a value comes last', () => {
  const query = '{ countries(orderBy: [{isoCode: DESC}], after: "x") { nodes { name } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Country) WHERE v0.isoCode <= $p0 AND (v0.isoCode < $p0 OR v0.id > $p1)
      WITH v0 ORDER BY v0.isoCode DESC, v0.id LIMIT $p2
      RETURN collect([v0.name]) AS h1
    }
    RETURN [h1] AS data
  `);
});

test('keys go with the items where cursors are asked for', () => {
  const query = '{ countries(orderBy: [{name: ASC}]) { edges { cursor } } }';
  expect(statementOf(query)).toBe(cypher`
    CALL () {
      MATCH (v0:Country) WHERE v0.name IS NOT NULL
      WITH v0 ORDER BY v0.name, v0.id LIMIT $p0
      RETURN collect([v0.name, v0.id]) AS h1
    }
    RETURN [h1] AS data
  `);
});
