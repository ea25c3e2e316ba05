import { type GraphQLInputType, getNullableType, isInputObjectType, isListType } from 'graphql';
import { ServiceError } from '../errors.ts';
import type { Mapping } from '../model/mapping.ts';
import type { FieldPlan, ObjectPlan } from './answer.ts';
import type { Variables } from './input.ts';
import type { Plan, Scope } from './plan.ts';
import type { Selected, Selection } from './selection.ts';

/** How many items an answer can hold at most, in all and by field. */
export type Cost = { readonly total: number; readonly byField: ReadonlyMap<string, number> };

/**
 * Prices a plan before it runs, along the answer that it will be read into. Each list counts as many items as its
 * page may hold, each time that it is shown, for each item of the list around it: the answer never holds more.
 */
export function costOf({ root, weight }: Pick<Plan, 'root' | 'weight'>, variables: Variables): Cost {
  const byField = priceOf(root, { variables, known: new Map() });
  return { total: sum(byField) + weight, byField };
}

type Prices = ReadonlyMap<string, number>;

/** What one of each object costs: types share their fields, so one plan is met many times. */
type Pricing = { readonly variables: Variables; readonly known: Map<ObjectPlan, Prices> };

const sum = (byField: Prices): number => [...byField.values()].reduce((total, count) => total + count, 0);

/** An object is of one of its types: the dearest counts. */
function priceOf(object: ObjectPlan, pricing: Pricing): Prices {
  const known = pricing.known.get(object);
  if (known) return known;
  const prices = [...object.fields.values()].map((fields) => priceOfFields(fields, pricing));
  const dearest = prices.reduce((one, other) => (sum(other) > sum(one) ? other : one), new Map() as Prices);
  pricing.known.set(object, dearest);
  return dearest;
}

function priceOfFields(fields: readonly FieldPlan[], pricing: Pricing): Prices {
  const byField = new Map<string, number>();
  const add = (coordinate: string, items: number) => {
    if (items > 0) byField.set(coordinate, (byField.get(coordinate) ?? 0) + items);
  };
  for (const { coordinate, reading } of fields) {
    for (const { object, items } of reading.leads ?? []) {
      const count = items?.(pricing.variables);
      add(coordinate, count ?? 0);
      for (const [below, each] of object ? priceOf(object, pricing) : []) add(below, (count ?? 1) * each);
    }
  }
  return byField;
}

/** The refusal of what may hold more than `max` items, which names the field that adds most. */
export function tooDear({ total, byField }: Cost, max: number): ServiceError {
  const [largest] = [...byField].sort(([, a], [, b]) => b - a);
  const [field, items] = largest ?? ['the query', total];
  return new ServiceError(
    'COST_LIMIT',
    `The answer may hold ${total} items; the limit is ${max} (COST_MAX).`,
    {
      hint: `Most of them, ${items}, are of ${field}: ask for a smaller first there or around it, or leave it out.`,
    },
  );
}

/** What an operation costs besides the items that it gives: what @cost says of its fields, arguments and conditions. */
export function weightOf(scope: Scope, selection: Selection): number {
  let weight = 0;
  for (const [typeName, selecteds] of selection)
    for (const one of selecteds)
      weight += costOfField(scope, typeName, one) + conditionsBelow(scope, typeName, one);
  return weight;
}

function costOfField({ mapping }: Scope, typeName: string, { name, arguments: given }: Selected): number {
  const present = Object.keys(given).filter((argument) => given[argument]?.present);
  return mapping.cost(typeName, name, present);
}

/** Conditions of the field, and of what is asked below it; types share their fields, so each counts once. */
function conditionsBelow(
  scope: Scope,
  typeName: string,
  { name, arguments: given, selection }: Selected,
): number {
  const type = scope.schema.getType(typeName);
  const field = type && 'getFields' in type ? type.getFields()[name] : undefined;
  const args = field && 'args' in field ? field.args : [];
  let weight = 0;
  for (const argument of args) {
    const input = given[argument.name];
    if (input?.present && typeof input.value === 'object')
      weight += conditionsIn(scope.mapping, argument.type, input.value);
  }
  const seen = new Set<Selected>();
  for (const [owner, selecteds] of selection) {
    for (const one of selecteds) {
      if (seen.has(one)) continue;
      seen.add(one);
      weight += conditionsBelow(scope, owner, one);
    }
  }
  return weight;
}

function conditionsIn(mapping: Mapping, type: GraphQLInputType, value: unknown): number {
  const plain = getNullableType(type);
  if (value === null || value === undefined) return 0;
  if (isListType(plain)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.reduce<number>((sum, item) => sum + conditionsIn(mapping, plain.ofType, item), 0);
  }
  if (!isInputObjectType(plain)) return 0;
  return Object.entries(value as object).reduce((sum, [key, inner]) => {
    const field = inner === null || inner === undefined ? undefined : plain.getFields()[key];
    if (!field) return sum;
    return sum + mapping.conditionCost(plain.name, key) + conditionsIn(mapping, field.type, inner);
  }, 0);
}
