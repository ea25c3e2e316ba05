import { describe, expect, test } from '@jest/globals';
import { instantiate, matchPart, reversePattern } from '../../src/compile/cypher.ts';

const fresh = (name: string) => `${name}_1`;
const put = (text: string, given = { this: 'v0' }) => instantiate(text, given, fresh).text;

describe('Cypher of the schema, put to use', () => {
  test('stands for the owner and gives its own variables fresh names', () => {
    expect(put('MATCH (this)-[fact]-(:Entity) RETURN fact')).toBe(
      'MATCH (v0)-[fact_1]-(:Entity) RETURN fact_1',
    );
  });

  test('leaves keys of maps, properties, functions and texts as they are', () => {
    expect(put("MATCH (met:Person {name: 'met'}) RETURN {met: met.met, n: size(met.name)} AS size")).toBe(
      "MATCH (met_1:Person {name: 'met'}) RETURN {met: met_1.met, n: size(met_1.name)} AS size_1",
    );
  });

  test('tells the function startNode from the variable', () => {
    const given = { this: 'r0', startNode: 'v1' };
    expect(instantiate('startNode(this).id + startNode.id', given, fresh).text).toBe(
      'startNode(r0).id + v1.id',
    );
  });

  test('renames paths, aliases and unwound items', () => {
    expect(put('MATCH path = (this)-->(x) UNWIND nodes(path) AS n RETURN n')).toBe(
      'MATCH path_1 = (v0)-->(x_1) UNWIND nodes(path_1) AS n_1 RETURN n_1',
    );
  });

  test('refuses a variable that nothing stands for', () => {
    expect(() => instantiate('MATCH (named)-->(this)', { this: 'v0' }, fresh)).toThrow('named');
  });

  test('keeps only the pattern of a statement for a filter', () => {
    expect(matchPart('MATCH (this)-->(x) WHERE x.id <> this.id UNWIND x.y AS z RETURN z')).toBe(
      'MATCH (this)-->(x) WHERE x.id <> this.id',
    );
  });

  test.each([
    ['(a)-[:X]->(b)', '(b)<-[:X]-(a)'],
    ['(a)<-[:X*0..8]-(:E)<-[:Y]-(b)', '(b)-[:Y]->(:E)-[:X*0..8]->(a)'],
    ['(a)-[r]-(:E)', '(:E)-[r]-(a)'],
    ['(this)', '(this)'],
  ])('writes the pattern %s from its other end', (pattern, reversed) => {
    expect(reversePattern(pattern)).toBe(reversed);
    expect(reversePattern(reversed)).toBe(pattern);
  });
});
