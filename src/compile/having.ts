import { getNamedType } from 'graphql';
import { invariant } from '../errors.ts';
import type { Having } from '../model/mapping.ts';
import type { Value } from '../store/store.ts';
import { property } from './identifiers.ts';
import type { Input } from './input.ts';
import { filtered } from './list.ts';
import type { Clause } from './plan.ts';
import { printClauses } from './print.ts';
import type { Scope } from './scope.ts';
import { derivedItems, type Items } from './source.ts';

/**
 * Keeps items by what a derived field says of them. It is computed for each item, so for those alone that all other
 * conditions leave: `WITH v1 WHERE … CALL (v1) { … RETURN v2.verdict AS k3 } WITH v1, k3 WHERE k3 IN $p0`.
 */
export function keptBy(
  scope: Scope,
  items: Items,
  typeName: string,
  [having, wanted]: readonly [Having, Input],
): Items {
  const { clauses, binds, conditions, repeats } = items.source;
  const value = scope.fresh('k');
  const { call, test } = computed(scope, items, typeName, { having, wanted, value });
  const before: Clause[] =
    conditions.length === 0 ? [] : [{ project: binds.join(', '), where: conditions.join(' AND ') }];
  const source = {
    clauses: [...clauses, ...before, call],
    binds: [...binds, value],
    conditions: [test],
    repeats,
  };
  return { ...items, source };
}

type Asked = { readonly having: Having; readonly wanted: Input; readonly value: string };

/** The subquery that puts the value beside each item, and what must hold of it. */
function computed(scope: Scope, { element }: Items, typeName: string, { having, wanted, value }: Asked) {
  const mapping = scope.mapping.field(typeName, having.field);
  invariant(mapping.kind === 'cypher', `${typeName}.${having.field} is not derived`);
  const far = typeOf(scope, typeName, having.field);
  const derived = derivedItems(scope, element, mapping, far);
  const found = having.key === undefined ? filtered(scope, derived, far, wanted) : derived;
  const { variable } = found.element;
  const result = having.key === undefined ? `count(${variable}) > 0` : property(variable, having.key);
  const text = printClauses(found.source, found.source.conditions).join(' ');
  const call = `CALL (${found.imports.join(', ')}) { ${text} RETURN ${result} AS ${value} }`;
  if (having.key === undefined) return { call, test: value };
  const values = scope.parameter((variables) => wanted.read(variables) as Value);
  return { call, test: `coalesce(${value} IN ${values}, false)` };
}

function typeOf(scope: Scope, typeName: string, fieldName: string): string {
  const type = scope.schema.getType(typeName);
  const field = type && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  invariant(field, `${typeName} has no field ${fieldName}`);
  return getNamedType(field.type).name;
}
