import { type GraphQLInputType, getNullableType, isInputObjectType, isListType } from 'graphql';
import type { Mapping } from '../model/mapping.ts';
import type { Scope } from './scope.ts';
import type { Selected, Selection } from './selection.ts';

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
    if (input?.present) weight += conditionsIn(scope.mapping, argument.type, input.value);
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
