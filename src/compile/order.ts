import { type GraphQLField, getNamedType, isEnumType, isNonNullType, isObjectType } from 'graphql';
import {
  type Clause,
  call,
  column,
  type Expression,
  isNull,
  literal,
  property,
  type Query,
  type SortKey,
  subcall,
  variable,
} from '../cypher/ast.ts';
import { fill, same } from '../cypher/rewrite.ts';
import { expression } from '../cypher/template.ts';
import { invariant } from '../errors.ts';
import type { TypeMapping } from '../model/mapping.ts';
import type { Input } from './input.ts';
import { given } from './items.ts';
import type { OrderKey } from './plan.ts';
import type { Element, Scope } from './scope.ts';

/** The total order of a list, and subqueries that compute for each item what it needs. */
export type Order = { readonly keys: readonly OrderKey[]; readonly computed: readonly Clause[] };

/** What is ordered: things of a type, each bound to this. */
type Ordered = { readonly scope: Scope; readonly typeName: string; readonly element: Element };

/**
 * The keys that `orderBy` names, then those of the type, so that no two items are equal.
 * `orderBy: [{name: DESC}]` on Person gives `v0.name DESC, v0.id`.
 */
export function planOrder(ordered: Ordered, orderBy: Input | undefined): Order {
  const keys: OrderKey[] = [];
  const computed: Clause[] = [];
  for (const item of orderBy?.items() ?? []) {
    const [field] = item.keys();
    invariant(field, 'an order without a field passed validation');
    const descending = item.get(field)?.value === 'DESC';
    const found = fieldKeys(ordered, field);
    keys.push(...found.keys.map((key) => ({ ...key, descending })));
    computed.push(...found.computed);
  }
  return { keys: withoutRepeats([...keys, ...naturalOrder(ordered)]), computed };
}

/** What was ordered by before orders nothing more, whichever way. */
function withoutRepeats(keys: readonly OrderKey[]): readonly OrderKey[] {
  return keys.filter((key, index) => keys.findIndex((one) => same(one.value, key.value)) === index);
}

/** The order of a type where nothing else is asked. */
function naturalOrder({ scope, typeName, element }: Ordered): readonly OrderKey[] {
  const mapping: TypeMapping = scope.mapping.type(typeName);
  const values = mapping.kind === 'value' ? [property(element.variable, 'id')] : mapping.order;
  return values.map((value) => ({
    value: fill(value, given(scope, element)).piece,
    descending: false,
    nullable: false,
  }));
}

type FieldKeys = {
  readonly keys: readonly Omit<OrderKey, 'descending'>[];
  readonly computed: readonly Clause[];
};

function fieldKeys({ scope, typeName, element }: Ordered, fieldName: string): FieldKeys {
  const mapping = scope.field(typeName, fieldName);
  const type = scope.schema.getType(typeName);
  const field = type && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  invariant(field && 'args' in field, `${typeName} has no field ${fieldName}`);
  const nullable = !isNonNullType(field.type);
  const plain = (value: Expression) => ({ keys: [{ value: ranked(field, value), nullable }], computed: [] });
  if (mapping.kind === 'property') return plain(property(element.variable, mapping.property, mapping.rule));
  if (mapping.kind === 'expression') return plain(fill(mapping.expression, given(scope, element)).piece);
  invariant(mapping.kind === 'cypher', `${typeName}.${fieldName} cannot order a list`);
  const value = getNamedType(field.type);
  invariant(isObjectType(value), `${typeName}.${fieldName} cannot order a list`);
  const result = variable('d');
  const bounds = Object.keys(value.getFields()).filter((name) => {
    const bound = scope.field(value.name, name);
    return bound.kind === 'property' && bound.edtf !== undefined;
  });
  return {
    keys: bounds.map((name) => ({ value: property(result, name), nullable: true })),
    computed: [firstOf(fill(mapping.query, given(scope, element)).piece, result)],
  };
}

/** A value of an enum goes by its place among them, as the schema lists them: how far into their text it begins. */
function ranked({ type }: GraphQLField<unknown, unknown>, value: Expression): Expression {
  const named = getNamedType(type);
  if (!isEnumType(named)) return value;
  const names = literal(
    `|${named
      .getValues()
      .map(({ name }) => name)
      .join('|')}|`,
  );
  return expression`size(split(${names}, '|' + ${value} + '|')[0])`;
}

/**
 * A query that gives no or some rows, made to give exactly one, with the first value of its first column:
 * `… RETURN head(collect({earliest: v1.dateMin})) AS d2`.
 */
export function firstOf({ branches }: Query, result: ReturnType<typeof variable>): Clause {
  const [clauses = []] = branches;
  const last = clauses.at(-1);
  const value = last?.kind === 'return' ? last.columns[0]?.value : undefined;
  invariant(value, 'a query ends with a RETURN');
  const one = call('head', call('collect', value));
  return subcall([...clauses.slice(0, -1), { kind: 'return', columns: [column(one, result)] }]);
}

/** Sort keys of a page; what has no value comes last, and all turns round for a page from the end. */
export function sortKeys(order: readonly OrderKey[], backward: boolean): readonly SortKey[] {
  return order.flatMap(({ value, descending, nullable }) => [
    ...(nullable ? [{ value: isNull(value), descending: backward }] : []),
    { value, descending: descending !== backward },
  ]);
}
