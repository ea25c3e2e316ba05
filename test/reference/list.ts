import type { FuzzyDate } from './dates.ts';
import { type Shapes, satisfies, shapeOf, type Where } from './filter.ts';
import { asksStatus, isGone } from './gone.ts';
import type { Item } from './graph.ts';
import { ascending, compareKeys, type KeyPart } from './order.ts';
import type { Entry } from './shape.ts';

export type ListArguments = { readonly [argument: string]: unknown };

/** What a list is made of before its arguments count. */
export type ListSource = {
  readonly of: string;
  readonly entries: readonly Entry[];
  readonly pageSize: number;
  readonly whole?: boolean | undefined;
};

/** A page of a list and how it lies in it. */
export type Page = {
  readonly entries: readonly (Entry & { readonly cursor: string })[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

const given = <T>(value: unknown): T | undefined =>
  value === null || value === undefined ? undefined : (value as T);

function keyOf(shapes: Shapes, of: string, item: Item, orders: readonly Where[]): readonly KeyPart[] {
  const shape = shapeOf(shapes, item, of);
  const parts = orders.flatMap((order) =>
    Object.entries(order).flatMap(([field, direction]) => {
      const keys = shape.keysOf?.(field, item);
      if (keys) return keys.map((value) => ({ value, descending: direction === 'DESC' }));
      const { kind, among, read } = shape.values[field] ?? {};
      const found = read?.(item) ?? null;
      const value = among && found !== null ? among.indexOf(found) : found;
      const descending = direction === 'DESC';
      if (kind !== 'fuzzyDate') return [{ value, descending }];
      const date = value as FuzzyDate | null;
      const [first, last] = [date?.earliest ?? null, date?.latest ?? null];
      return [first ?? last, last].map((day) => ({ value: day, descending }));
    }),
  );
  return [...parts, ...ascending(shape.order(item))];
}

/** Filters, orders, and takes the page that the arguments ask for. */
export function pageOf(
  shapes: Shapes,
  { of, entries, pageSize, whole }: ListSource,
  args: ListArguments,
): Page {
  const where = given<Where>(args.where) ?? {};
  const everything = whole === true || args.withdrawn === true || asksStatus(where);
  const orders = given<Where[]>(args.orderBy) ?? [];
  const all = entries
    .filter(({ item }) => (everything || !isGone(item)) && satisfies(shapes, { of }, item, where))
    .map((entry) => ({ ...entry, key: keyOf(shapes, of, entry.item, orders) }))
    .sort((a, b) => compareKeys(a.key, b.key));
  const [after, before] = [given<string>(args.after), given<string>(args.before)];
  const past =
    after === undefined ? 0 : all.filter(({ key }) => compareKeys(key, readCursor(after)) <= 0).length;
  const until =
    before === undefined
      ? all.length
      : all.filter(({ key }) => compareKeys(key, readCursor(before)) < 0).length;
  const last = given<number>(args.last);
  const [from, to] = slice([past, Math.max(past, until)], {
    first: given<number>(args.first),
    last,
    pageSize,
  });
  return {
    entries: all.slice(from, to).map(({ item, join, key }) => ({ item, join, cursor: writeCursor(key) })),
    totalCount: all.length,
    hasNextPage: until < all.length || to < until,
    hasPreviousPage: past > 0 || from > past,
  };
}

type Slicing = {
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly pageSize: number;
};

function slice(
  [from, to]: readonly [number, number],
  { first, last, pageSize }: Slicing,
): readonly [number, number] {
  if (last !== undefined) return [Math.max(from, to - last), to];
  return [from, Math.min(to, from + (first ?? pageSize))];
}

const writeCursor = (key: readonly KeyPart[]): string => JSON.stringify(key);

const readCursor = (cursor: string): readonly KeyPart[] => JSON.parse(cursor) as readonly KeyPart[];
