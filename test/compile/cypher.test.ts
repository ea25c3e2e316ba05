import { describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { instantiate, matchPart, narrowed, reversePattern } from '../../src/compile/cypher.ts';
import { readDomain } from '../../src/model/domain/domain.ts';

const fresh = (name: string) => `${name}_1`;
/** A text without what stands in parentheses, brackets or braces, closed or not. */
const outside = (text: string): string => {
  const less = text.replace(/\([^()[\]{}]*\)|\[[^()[\]{}]*\]|\{[^()[\]{}]*\}/g, '');
  return less === text ? text.replace(/[([{].*$/s, '') : outside(less);
};
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

  test('takes further conditions beside those that it has', () => {
    expect(narrowed('MATCH (a)', [])).toBe('MATCH (a)');
    expect(narrowed('MATCH (a)', ['a.x = 1', 'a.y = 2'])).toBe('MATCH (a) WHERE a.x = 1 AND a.y = 2');
    expect(narrowed('MATCH (a) WHERE a.x = 1', ['a.y = 2'])).toBe('MATCH (a) WHERE a.x = 1 AND a.y = 2');
  });

  test('has no OR outside parentheses, beside which a further condition would not hold for all', () => {
    const conditions = print(readDomain().document).match(
      /\bWHERE\b[^"]*?(?=\b(?:WITH|RETURN|MATCH|UNWIND|CALL|ORDER)\b|")/g,
    );
    expect(conditions?.length).toBeGreaterThan(10);
    expect(conditions?.filter((condition) => /\bX?OR\b/.test(outside(condition)))).toEqual([]);
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
