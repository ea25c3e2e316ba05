import { hash } from 'node:crypto';
import { getNamedType, isObjectType } from 'graphql';
import { allOf, anyOf, type Expression, equal, isNotNull, isNull, operation } from '../cypher/ast.ts';
import { printHinted } from '../cypher/print.ts';
import { invariant, ServiceError } from '../errors.ts';
import type { Value } from '../store/store.ts';
import type { Input, Variables } from './input.ts';
import type { OrderKey } from './plan.ts';
import type { FieldRequest } from './row.ts';
import type { Scope } from './scope.ts';
import type { Selected } from './selection.ts';

/** Keyset pages: a cursor holds the sort keys of an item, so pages neither lose nor repeat when the list changes. */

/** Which page of a list is wanted. */
export type PageRequest = {
  readonly size: (variables: Variables) => number;
  readonly backward: boolean;
  readonly after: Input | undefined;
  readonly before: Input | undefined;
  /** The field whose cursors it takes: of a list that several types have from an interface, that of the interface. */
  readonly cursorsOf: string;
};

/** Reads `first`, `after`, `last` and `before`; without a size the page has as many items as @listSize says. */
export function readPage({ scope, typeName, selected }: Omit<FieldRequest, 'row'>): PageRequest {
  const coordinate = `${typeName}.${selected.name}`;
  const listSize = scope.mapping.listSize(typeName, selected.name);
  invariant(listSize, `${coordinate} is a list without @listSize`);
  const { last, after, before } = selected.arguments;
  // The default of `first` tells the size of a page to clients; beside `last` it must not count.
  const first = selected.arguments.first?.byDefault ? undefined : selected.arguments.first;
  if (first?.present && last?.present) {
    throw new ServiceError('BAD_USER_INPUT', `${coordinate} takes first or last, not both.`, {
      hint: 'Use first with after to go forward, last with before to go backward.',
    });
  }
  const count = last?.present ? last : first?.present ? first : undefined;
  const limit = { max: scope.limits.pageSizeMax, pages: hasPages(selected) };
  return {
    size: (variables) => (count ? pageSize(coordinate, count.read(variables), limit) : listSize.assumedSize),
    backward: last?.present ?? false,
    after: after?.present ? after : undefined,
    before: before?.present ? before : undefined,
    cursorsOf: `${scope.mapping.declarer(typeName, selected.name)}.${selected.name}`,
  };
}

/** Whether a list goes on after a page; some give their first items alone. */
function hasPages({ type }: Selected): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && 'pageInfo' in named.getFields();
}

/** How many items a list gives at once, and whether there are more pages of it. */
type PageLimit = { readonly max: number; readonly pages: boolean };

function pageSize(coordinate: string, value: unknown, { max, pages }: PageLimit): number {
  if (typeof value === 'number' && value >= 0 && value <= max) return value;
  throw new ServiceError(
    'PAGE_SIZE',
    `${coordinate} was asked for ${value} items; a page holds 0 to ${max} (PAGE_SIZE_MAX).`,
    {
      hint: pages
        ? 'Ask for a smaller page and follow pageInfo.endCursor.'
        : `Ask for ${max} or fewer: this list has no further pages.`,
    },
  );
}

/** Marks the cursors of one list in one order, so that another list does not take them. */
export function cursorMark(coordinate: string, order: readonly OrderKey[]): string {
  const text = [coordinate, ...order.map((key) => `${printHinted(key.value)} ${key.descending}`)].join('\n');
  return hash('sha256', text, 'base64url').slice(0, 8);
}

/** The cursor of an item with these sort keys. */
export function encodeCursor(mark: string, keys: readonly Value[]): string {
  const body = JSON.stringify(keys);
  const check = hash('sha256', mark + body, 'base64url').slice(0, 6);
  return Buffer.from(JSON.stringify([mark, check, ...keys])).toString('base64url');
}

/** The sort keys in a cursor; one of another list, or changed by hand, is refused. */
export function decodeCursor(cursor: unknown, mark: string, count: number): readonly Value[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(String(cursor), 'base64url').toString());
    if (Array.isArray(parts)) {
      const [foundMark, , ...keys] = parts as Value[];
      if (foundMark === mark && keys.length === count && encodeCursor(mark, keys) === cursor) return keys;
    }
  } catch {
    // falls through to the one refusal
  }
  throw new ServiceError('BAD_CURSOR', 'The cursor does not belong to this list in this order.', {
    hint: 'A cursor is a place in an order: take it from the same field with the same orderBy; where may differ.',
  });
}

/** The sort keys in the cursor of a request; its parameters ask for them one after the other. */
function decoded(cursor: Input, mark: string, count: number): (variables: Variables) => readonly Value[] {
  let last: { readonly text: unknown; readonly keys: readonly Value[] } | undefined;
  return (variables) => {
    const text = cursor.read(variables);
    if (!last || last.text !== text) last = { text, keys: decodeCursor(text, mark, count) };
    return last.keys;
  };
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
