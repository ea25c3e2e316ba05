import { hash } from 'node:crypto';
import type { Expression } from '../cypher/ast.ts';
import { allOf, anyOf, equal, isNotNull, isNull, operation } from '../cypher/build.ts';
import { printHinted } from '../cypher/print.ts';
import { decoded, type Input } from './input.ts';
import type { OrderKey, Scope } from './plan.ts';

/** Keyset pages: a cursor holds the sort keys of an item, so pages neither lose nor repeat when the list changes. */

/** Marks the cursors of one list in one order, so that another list does not take them. */
export function cursorMark(coordinate: string, order: readonly OrderKey[]): string {
  const text = [coordinate, ...order.map((key) => `${printHinted(key.value)} ${key.descending}`)].join('\n');
  return hash('sha256', text, 'base64url').slice(0, 8);
}

/** Where a page begins or ends: its cursor, the mark of its list, and the side on which the page lies. */
export type Beyond = { readonly cursor: Input; readonly mark: string; readonly side: 'after' | 'before' };

/**
 * Holds of items after (or before) the cursor in the forward order.
 * Two keys without nulls give `k1 >= $a AND (k1 > $a OR k2 > $b)`, which an index can serve.
 */
export function beyond(
  scope: Scope,
  order: readonly OrderKey[],
  { cursor, mark, side }: Beyond,
): { readonly strict: Expression; readonly equal: Expression } {
  const keysOf = decoded(cursor, mark, order.length);
  const tests = order.map((key, index) => {
    const value = scope.parameter((variables) => keysOf(variables)[index] ?? null);
    return keyTests(key, value, side);
  });
  const strict = tests.reduceRight<Expression | undefined>((rest, test) => {
    if (rest === undefined) return test.beyond;
    if (test.atOrBeyond) return allOf([test.atOrBeyond, anyOf([test.beyond, rest])]);
    return anyOf([test.beyond, allOf([test.equal, rest])]);
  }, undefined);
  return { strict: strict ?? anyOf([]), equal: allOf(tests.map((test) => test.equal)) };
}

function keyTests({ value: key, descending, nullable }: OrderKey, value: Expression, side: Beyond['side']) {
  const operator = (side === 'after') !== descending ? '>' : '<';
  const further = operation(operator, key, value);
  if (!nullable)
    return { beyond: further, atOrBeyond: operation(`${operator}=`, key, value), equal: equal(key, value) };
  const nulls = side === 'after' ? [isNull(key), isNotNull(value)] : [isNotNull(key), isNull(value)];
  return {
    beyond: anyOf([further, allOf(nulls)]),
    equal: anyOf([equal(key, value), allOf([isNull(key), isNull(value)])]),
  };
}
