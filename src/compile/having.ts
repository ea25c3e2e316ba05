import { getNamedType } from 'graphql';
import { invariant } from '../errors.ts';
import type { Having } from '../model/mapping.ts';
import type { Value } from '../store/store.ts';
import { narrowed } from './cypher.ts';
import { property } from './identifiers.ts';
import type { Input } from './input.ts';
import { filtered } from './list.ts';
import type { Clause, Source } from './plan.ts';
import { printClauses } from './print.ts';
import type { Scope } from './scope.ts';
import { derivedItems, type Items } from './source.ts';

/**
 * Keeps items by what a derived field says of them. That is asked by an argument of the list and not in `where`, since
 * Grafeo takes no subquery inside EXISTS, and a grammar that is refused in places is none. It is computed for each item,
 * so for those alone that all other conditions leave:
 * `MATCH (v1:Event) WHERE … CALL (v1) { … RETURN v2.verdict AS k3 } WITH v1, k3 WHERE k3 IN $p0`.
 */
export function keptBy(
  scope: Scope,
  items: Items,
  typeName: string,
  [having, wanted]: readonly [Having, Input],
): Items {
  const { binds, repeats } = items.source;
  const value = scope.fresh('k');
  const { call, test } = computed(scope, items, typeName, { having, wanted, value });
  const clauses = [...closed(items.source), call];
  return { ...items, source: { clauses, binds: [...binds, value], conditions: [test], repeats } };
}

/** The clauses with what must hold at the last of them, so that more may follow. */
function closed({ clauses, binds, conditions }: Source): readonly Clause[] {
  if (conditions.length === 0) return clauses;
  const [last = '', before] = [clauses.at(-1), clauses.slice(0, -1)];
  if (typeof last !== 'string') {
    const where = [...(last.where ? [last.where] : []), ...conditions].join(' AND ');
    return [...before, { ...last, where }];
  }
  if (!last.startsWith('CALL')) return [...before, narrowed(last, conditions)];
  return [...clauses, { project: binds.join(', '), where: conditions.join(' AND ') }];
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
