import { describe, expect, test } from '@jest/globals';
import { fill, reverse, variable } from '../../src/cypher/build.ts';
import { print } from '../../src/cypher/print.ts';
import { readPattern, readQuery } from '../../src/cypher/read.ts';

const holes = new Set(['this', 'asOf', 'startNode']);
const read = (text: string) => readQuery(text, { place: 'Gift.date (schema.graphql:12)', holes });

/** Cypher of a directive as it stands in a statement, on one line. */
function put(text: string): string {
  const given = { this: variable('v'), asOf: variable('d'), startNode: variable('v') };
  return print(fill(read(text), given).piece).text.replaceAll(/\s*\n\s*/g, ' ');
}

/** How a piece is refused. */
function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    expect(error).toMatchObject({ code: 'DOMAIN_INVALID', hint: expect.any(String) });
    return (error as Error).message.replace(
      'The Cypher of Gift.date (schema.graphql:12) cannot be read: ',
      '',
    );
  }
  throw new Error('it was read');
}

describe('Cypher of a directive', () => {
  test.each([
    [
      'names its own variables anew',
      'MATCH (this)-[fact]-(:Entity) RETURN fact',
      'MATCH (v0)-[fact_1]-(:Entity) RETURN fact_1',
    ],
    [
      'tells keys, properties, functions and texts from variables of the same name',
      "MATCH (met:Person {name: 'met'}) RETURN {met: met.met, n: size(met.name)} AS size",
      "MATCH (met_0:Person {name: 'met'}) RETURN {met: met_0.met, n: size(met_0.name)} AS size_1",
    ],
    [
      'tells the function startNode from the hole',
      'RETURN startNode(this).id + startNode.id AS id',
      'RETURN startNode(v0).id + v1.id AS id_2',
    ],
    [
      'takes texts in either quotes, and prints them in one',
      `MATCH (gift) WHERE gift.item <> "gift" AND gift.name = 'Kim\\'s "gift"' RETURN gift`,
      `MATCH (gift_0) WHERE gift_0.item <> 'gift' AND gift_0.name = 'Kim\\'s "gift"' RETURN gift_0`,
    ],
    [
      'leaves comments out',
      "MATCH (this)-->(x) // by the same giver\n WHERE x.item = 'a // b' /* and\nno more */ RETURN x",
      "MATCH (v0)-->(x_1) WHERE x_1.item = 'a // b' RETURN x_1",
    ],
    [
      'takes several patterns',
      'MATCH (this)--(P), p = (P)-->(x:A:B) RETURN x',
      'MATCH (v0)--(P_1), p_3 = (P_1)-->(x_2:A:B) RETURN x_2',
    ],
    [
      'keeps parentheses that matter',
      'RETURN (1 + 2) * 3 - (4 - 5) AS n',
      'RETURN (1 + 2) * 3 - (4 - 5) AS n_0',
    ],
    ['leaves out those that do not', 'RETURN ((1 * 2)) + (3) AS n', 'RETURN 1 * 2 + 3 AS n_0'],
    [
      'gives AND and OR their places',
      'MATCH (a) WHERE NOT (a.x OR a.y) AND (a.z OR a.u AND a.v) RETURN a',
      'MATCH (a_0) WHERE NOT (a_0.x OR a_0.y) AND (a_0.z OR a_0.u AND a_0.v) RETURN a_0',
    ],
    [
      'takes lists, slices and all that goes over them',
      'RETURN [i IN range(0, 3) WHERE i > 1 | this.x[i]][0..2] + [all(x IN this.y WHERE x), reduce(n = 0, z IN this.y | n + z)] AS l',
      'RETURN [i_0 IN range(0, 3) WHERE i_0 > 1 | v1.x[i_0]][0..2] + [all(x_2 IN v1.y WHERE x_2), reduce(n_3 = 0, z_4 IN v1.y | n_3 + z_4)] AS l_5',
    ],
    [
      'takes CASE of either form',
      'RETURN CASE this.rank WHEN 1 THEN -1 ELSE null END + CASE WHEN this.x IS NOT NULL THEN true END AS n',
      'RETURN CASE v0.rank WHEN 1 THEN -1 ELSE null END + CASE WHEN v0.x IS NOT NULL THEN true END AS n_1',
    ],
    [
      'takes subqueries',
      'CALL (this) { MATCH (this)-[:A|B*0..4]->(x) RETURN x UNION ALL RETURN this AS x } WITH DISTINCT x ORDER BY x.n DESC LIMIT 2 WHERE COUNT { MATCH (x)-->() } > 1 RETURN collect(x) AS xs',
      'CALL (v0) { MATCH (v0)-[:A|B*0..4]->(x_1) RETURN x_1 UNION ALL RETURN v0 AS x_1 } WITH DISTINCT x_1 ORDER BY x_1.n DESC LIMIT 2 WHERE COUNT { MATCH (x_1)-->() } > 1 RETURN collect(x_1) AS xs_2',
    ],
  ])('%s', (_, text, printed) => {
    expect(put(text)).toBe(printed);
  });

  test('means the same when it is read from what was printed', () => {
    const text = put(
      'MATCH (a:A)<-[r:X {}]-(b) WHERE a.x = 1 OR NOT b.y IN [1, 2] RETURN a, -b.z AS z'.replace(' {}', ''),
    );
    const again = readQuery(text, { place: 'again', holes: new Set() });
    expect(
      print(again)
        .text.replaceAll(/_(\d)_\d/g, '$1')
        .replaceAll('\n', ' '),
    ).toBe(text.replaceAll(/_(\d)/g, '$1'));
  });

  test.each([
    ['CREATE (n) RETURN n', 'CREATE begins no clause that is known here.'],
    ['MATCH (this)-[*]->(x) RETURN x', 'a number is expected instead of "]".'],
    ['MATCH (this)-->(x) RETURN y', 'nothing binds "y".'],
    ['MATCH (this)-->(x) RETURN x.name', 'a column needs a name, by AS, before "its end".'],
    [
      'MATCH (this) WHERE (this)-[:X]->() RETURN this',
      'a pattern as a condition stands in EXISTS { MATCH … }.',
    ],
    ['RETURN $secret AS x', '"$secret AS x" is no Cypher that is known here.'],
    ['MATCH (this) RETURN this MATCH (this)', '"MATCH" stands after RETURN.'],
    ["RETURN 'open AS x", '"\'open AS x" is no Cypher that is known here.'],
    ['MATCH (this)<-[:X]->(x) RETURN x', 'an arrow has two heads.'],
  ])('is refused with its place where it says %s', (text, message) => {
    expect(refusal(text)).toBe(message);
  });
});

describe('a pattern', () => {
  const reading = { place: 'a test', holes: new Set<string>() };
  const shown = (text: string) =>
    print({ kind: 'query', branches: [[{ kind: 'match', patterns: [reverse(readPattern(text, reading))] }]] })
      .text;

  test.each([
    ['(a)-[:X]->(b)', 'MATCH (b_0)<-[:X]-(a_1)'],
    ['(a)<-[:X*0..8]-(:E)<-[:Y]-(b)', 'MATCH (b_0)-[:Y]->(:E)-[:X*0..8]->(a_1)'],
    ['(a)-[r]-(:E)', 'MATCH (:E)-[r_0]-(a_1)'],
    ['(a)', 'MATCH (a_0)'],
  ])('%s is written from its other end', (text, reversed) => {
    expect(shown(text)).toBe(reversed);
  });
});
