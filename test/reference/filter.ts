import type { FuzzyDate } from './dates.ts';
import { asksStatus, isGone } from './gone.ts';
import { type GraphNode, type Item, isNode, typeOf } from './graph.ts';
import type { Shape, ValueKind, Within } from './shape.ts';

export type Shapes = { readonly [type: string]: Shape };

/** An input object as it was sent. */
export type Where = { readonly [key: string]: unknown };

/** Of a condition: it is so, it is stated otherwise, or nothing is stated. */
type Truth = true | false | 'unstated';

const not = (truth: Truth): Truth => (truth === 'unstated' ? truth : !truth);

/** The least of them: one that is otherwise decides, then one of which nothing is stated. */
const all = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes('unstated') ? 'unstated' : true;

const some = (truths: readonly Truth[]): Truth => not(all(truths.map(not)));

export function shapeOf(shapes: Shapes, item: Item, of: string): Shape {
  const shape = shapes[isNode(item) ? typeOf(item) : of];
  if (!shape) throw new Error(`no shape for ${of}`);
  return shape;
}

/** What an item is filtered as: its type, and how it lies in what a name means. */
type Of = { readonly of: string; readonly within?: Within | undefined };

/** Whether an item satisfies a filter: all its conditions are so. */
export function satisfies(shapes: Shapes, of: Of, item: Item, where: Where): boolean {
  return truthOf(shapes, of, item, where) === true;
}

function truthOf(shapes: Shapes, { of, within }: Of, item: Item, where: Where): Truth {
  const shape = shapeOf(shapes, item, of);
  const here = (inner: Where) => truthOf(shapes, { of, within }, item, inner);
  const conditions = Object.entries(where).map(([key, condition]): Truth => {
    if (key === 'and') return all((condition as Where[]).map(here));
    if (key === 'or') return some((condition as Where[]).map(here));
    if (key === 'not') return not(here(condition as Where));
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
        test: (inner, wanted) => truthOf(shapes, { of: list.of, within: list.within }, inner, wanted),
      });
    }
    const one = shape.ones[key];
    if (!one) throw new Error(`${of} has nothing called ${key}`);
    const found = one.read(item);
    if (found !== null) return truthOf(shapes, { of: one.of }, found, condition as Where);
    return asksNothing(condition as Where) ? false : 'unstated';
  });
  return all(conditions);
}

/** A thing that may be called something, or lie in what is. */
type Called = { readonly shape: Shape; readonly item: GraphNode; readonly within: Within | undefined };

/** Whether a thing is what a name means, or lies in it; parts of a name are looked for in its text. */
function isCalled(called: Called, filter: Where): Truth {
  const { shape, item, within } = called;
  const isMeant = (text: unknown) => {
    const things = shape.means?.(String(text), { strong: within?.strong }) ?? [];
    return things.some((one) => (within ? within.holds(item, one) : one === item));
  };
  const conditions = Object.entries(filter).map(([operator, wanted]): Truth => {
    if (operator === 'not') return not(isCalled(called, wanted as Where));
    if (operator === 'eq') return isMeant(wanted);
    if (operator === 'in') return (wanted as string[]).some(isMeant);
    return compares('text', item.properties.name ?? null, { [operator]: wanted });
  });
  return all(conditions);
}

/** `{}` asks whether there is something at all. */
const asksNothing = (where: Where): boolean => Object.keys(where).length === 0;

/** Which items of a list a filter sees, and whether one satisfies it. */
type Looking = {
  sees(item: Item, where: Where): boolean;
  test(item: Item, where: Where): Truth;
};

function quantifies(items: readonly Item[], filter: Where, { sees, test }: Looking): Truth {
  const conditions = Object.entries(filter).map(([quantifier, asked]): Truth => {
    const where = asked as Where;
    const truths = items.filter((item) => sees(item, where)).map((item) => test(item, where));
    const none = truths.length === 0;
    if (quantifier === 'all') return none ? 'unstated' : all(truths);
    if (quantifier === 'single') {
      const one = truths.filter((truth) => truth === true).length === 1;
      return none ? 'unstated' : one;
    }
    const any = none && !asksNothing(where) ? 'unstated' : some(truths);
    return quantifier === 'some' ? any : not(any);
  });
  return all(conditions);
}

function compares(kind: ValueKind, value: unknown, filter: Where): Truth {
  const conditions = Object.entries(filter).map(([operator, wanted]): Truth => {
    if (operator === 'not') return not(compares(kind, value, wanted as Where));
    if (operator === 'exists') return (value !== null) === wanted;
    if (operator === 'certainly') return true;
    if (value === null) return 'unstated';
    if (kind === 'fuzzyDate') return during(value as FuzzyDate, wanted as Where, filter.certainly === true);
    if (kind === 'texts') return (value as string[]).some((text) => lower(text) === lower(wanted));
    if (kind === 'text') return comparesText(operator, lower(value), wanted);
    return comparesPlain(operator, value as string | number, wanted);
  });
  return all(conditions);
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
