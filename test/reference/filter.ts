import type { FuzzyDate } from './dates.ts';
import { asksStatus, isGone } from './gone.ts';
import { type GraphNode, type Item, isNode, typeOf } from './graph.ts';
import type { Shape, ValueKind, Within } from './shape.ts';

export type Shapes = { readonly [type: string]: Shape };

/** An input object as it was sent; a key that holds null counts as left out. */
export type Where = { readonly [key: string]: unknown };

export function shapeOf(shapes: Shapes, item: Item, of: string): Shape {
  const shape = shapes[isNode(item) ? typeOf(item) : of];
  if (!shape) throw new Error(`no shape for ${of}`);
  return shape;
}

/** What an item is filtered as: its type, and how it lies in what a name means. */
type Of = { readonly of: string; readonly within?: Within | undefined };

/** Whether an item satisfies a filter: all its conditions hold; every condition is true or false. */
export function satisfies(shapes: Shapes, { of, within }: Of, item: Item, where: Where): boolean {
  const shape = shapeOf(shapes, item, of);
  const here = (inner: Where) => satisfies(shapes, { of, within }, item, inner);
  return Object.entries(where).every(([key, condition]) => {
    if (condition === null || condition === undefined) return true;
    if (key === 'and') return (condition as Where[]).every(here);
    if (key === 'or') return (condition as Where[]).some(here);
    if (key === 'not') return !here(condition as Where);
    const value = shape.values[key];
    if (value?.kind === 'name')
      return isCalled({ shape, item: item as GraphNode, within }, condition as Where);
    if (value) return compares(value.kind, value.read(item), condition as Where);
    // Of any things only what every thing has is asked.
    const list = shape.lists[key === 'evidence' && !(of in shapes) ? 'allEvidence' : key];
    if (list) {
      const items = list.read(item).map((entry) => entry.item);
      return quantifies(items, condition as Where, {
        sees: (inner, wanted) => list.whole === true || asksStatus(wanted) || !isGone(inner),
        test: (inner, wanted) => satisfies(shapes, { of: list.of, within: list.within }, inner, wanted),
      });
    }
    const one = shape.ones[key];
    if (!one) throw new Error(`${of} has nothing called ${key}`);
    const found = one.read(item);
    return found !== null && satisfies(shapes, { of: one.of }, found, condition as Where);
  });
}

/** A thing that may be called something, or lie in what is. */
type Called = { readonly shape: Shape; readonly item: GraphNode; readonly within: Within | undefined };

/** Whether a thing is what a name means, or lies in it; parts of a name are looked for in its text. */
function isCalled(called: Called, filter: Where): boolean {
  const { shape, item, within } = called;
  const isMeant = (text: unknown) => {
    const things = shape.means?.(String(text), { strong: within?.strong }) ?? [];
    return things.some((one) => (within ? within.holds(item, one) : one === item));
  };
  return Object.entries(filter).every(([operator, wanted]) => {
    if (wanted === null || wanted === undefined) return true;
    if (operator === 'not') return !isCalled(called, wanted as Where);
    if (operator === 'eq') return isMeant(wanted);
    if (operator === 'in') return (wanted as string[]).some(isMeant);
    return compares('text', item.properties.name ?? null, { [operator]: wanted });
  });
}

/** Which items of a list a filter sees, and whether one satisfies it. */
type Looking = {
  sees(item: Item, where: Where): boolean;
  test(item: Item, where: Where): boolean;
};

function quantifies(items: readonly Item[], filter: Where, { sees, test }: Looking): boolean {
  return Object.entries(filter).every(([quantifier, where]) => {
    if (where === null || where === undefined) return true;
    const seen = items.filter((item) => sees(item, where as Where));
    const so = seen.filter((item) => test(item, where as Where)).length;
    if (quantifier === 'some') return so > 0;
    if (quantifier === 'none') return so === 0;
    if (quantifier === 'all') return so === seen.length;
    return so === 1;
  });
}

/** Whether a value satisfies a comparison of its kind. */
function compares(kind: ValueKind, value: unknown, filter: Where): boolean {
  const conditions = Object.entries(filter).filter(([, wanted]) => wanted !== null && wanted !== undefined);
  return conditions.every(([operator, wanted]) => {
    if (operator === 'not') return !compares(kind, value, wanted as Where);
    if (operator === 'exists') return (value !== null) === wanted;
    if (operator === 'certainly') return true;
    if (value === null) return false;
    if (kind === 'fuzzyDate') return during(value as FuzzyDate, wanted as Where, filter.certainly === true);
    if (kind === 'texts') return (value as string[]).some((text) => lower(text) === lower(wanted));
    if (kind === 'text') return comparesText(operator, lower(value), wanted);
    return comparesPlain(operator, value as string | number, wanted);
  });
}

const lower = (text: unknown): string => String(text).toLowerCase();

function comparesText(operator: string, text: string, wanted: unknown): boolean {
  if (operator === 'eq') return text === lower(wanted);
  if (operator === 'in') return (wanted as string[]).some((one) => text === lower(one));
  if (operator === 'contains') return text.includes(lower(wanted));
  if (operator === 'startsWith') return text.startsWith(lower(wanted));
  throw new Error(`texts have no ${operator}`);
}

function comparesPlain(operator: string, value: string | number, wanted: unknown): boolean {
  const other = wanted as string | number;
  if (operator === 'eq') return value === other;
  if (operator === 'in') return (wanted as unknown[]).includes(value);
  if (operator === 'gt') return value > other;
  if (operator === 'gte') return value >= other;
  if (operator === 'lt') return value < other;
  if (operator === 'lte') return value <= other;
  throw new Error(`values have no ${operator}`);
}

/** Whether a date may, or must, lie in an interval of days. */
function during({ earliest, latest }: FuzzyDate, range: Where, certainly: boolean): boolean {
  const [from, to] = [range.from ?? null, range.to ?? null] as [string | null, string | null];
  // The texts of days sort here, since all years of this world have four digits.
  if (certainly) {
    const begins = from === null || (earliest !== null && earliest >= from);
    return begins && (to === null || (latest !== null && latest <= to));
  }
  const isOver = from !== null && latest !== null && latest < from;
  const isYetToCome = to !== null && earliest !== null && earliest > to;
  return !isOver && !isYetToCome;
}
