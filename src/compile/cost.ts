import { type GraphQLInputType, getNullableType, isInputObjectType, isListType } from 'graphql';
import { ServiceError } from '../errors.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Variables } from './input.ts';
import type { ConnectionPlan, ObjectPlan, Plan, Reading, Scope } from './plan.ts';
import type { Selected, Selection } from './selection.ts';

/** How many items an answer can hold at most, in all and by field. */
export type Cost = { readonly total: number; readonly byField: ReadonlyMap<string, number> };

/**
 * Prices a plan before it runs, along the answer that it will be read into. Each list counts as many items as its
 * page may hold, each time that it is shown, for each item of the list around it: the answer never holds more.
 */
export function costOf(plan: Pick<Plan, 'root' | 'weight'>, variables: Variables): Cost {
  const byField = new Map<string, number>();
  addObject(plan.root, { times: 1, variables, byField, units: new Map() });
  return { total: sum(byField) + plan.weight, byField };
}

/** How often what is priced stands in the answer, and where the price is kept. */
type Account = {
  readonly times: number;
  readonly variables: Variables;
  readonly byField: Map<string, number>;
  /** What one of each object costs: types share their fields, so one plan is met many times. */
  readonly units: Map<ObjectPlan, ReadonlyMap<string, number>>;
};

const sum = (byField: ReadonlyMap<string, number>): number =>
  [...byField.values()].reduce((total, count) => total + count, 0);

function add({ times, byField }: Account, coordinate: string, items: number): void {
  if (items > 0) byField.set(coordinate, (byField.get(coordinate) ?? 0) + times * items);
}

/** An object is of one of its types: the dearest counts. */
function addObject(object: ObjectPlan, account: Account): void {
  const unit = account.units.get(object) ?? unitOf(object, account);
  account.units.set(object, unit);
  for (const [coordinate, items] of unit) add(account, coordinate, items);
}

function unitOf(object: ObjectPlan, account: Account): ReadonlyMap<string, number> {
  let dearest = new Map<string, number>();
  for (const fields of object.fields.values()) {
    const byField = new Map<string, number>();
    for (const { coordinate, reading } of fields)
      addReading(coordinate, reading, { ...account, times: 1, byField });
    if (sum(byField) > sum(dearest)) dearest = byField;
  }
  return dearest;
}

function addReading(coordinate: string, reading: Reading, account: Account): void {
  const { variables } = account;
  switch (reading.kind) {
    case 'inline':
    case 'here':
      addObject(reading.object, account);
      break;
    case 'one':
      addItems(coordinate, [reading.object, 1], account);
      break;
    case 'list':
      addItems(coordinate, [reading.object, reading.size(variables)], account);
      break;
    case 'byId':
      addItems(coordinate, [reading.object, reading.ids(variables).length], account);
      break;
    case 'connection':
      addConnection(coordinate, reading.connection, account);
  }
}

function addItems(
  coordinate: string,
  [object, items]: readonly [ObjectPlan, number],
  account: Account,
): void {
  add(account, coordinate, items);
  addObject(object, { ...account, times: account.times * items });
}

/** A page is read once, and shown as often as its nodes and edges are asked for. */
function addConnection(coordinate: string, connection: ConnectionPlan, account: Account): void {
  const size = connection.items === undefined ? 0 : connection.page.size(account.variables);
  const shown = connection.fields.filter((field) => field.kind === 'items');
  if (shown.length === 0) add(account, coordinate, size);
  for (const field of shown) addItems(coordinate, [field.object, size], account);
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
