import { type GraphQLField, getNamedType, isEnumType, isNonNullType, isObjectType } from 'graphql';
import { invariant } from '../errors.ts';
import type { TypeMapping } from '../model/mapping.ts';
import { identifier, property } from './identifiers.ts';
import type { Input } from './input.ts';
import type { List, OrderKey } from './plan.ts';
import { propertyOf } from './property.ts';
import { instantiateReported } from './reported.ts';
import { type Element, givenBy, importsOf, type Scope } from './scope.ts';

/** The total order of a list, and what has to be computed per item to have it. */
export type Order = { readonly keys: readonly OrderKey[]; readonly computed: List['computed'] };

/**
 * The keys that `orderBy` names, then those of the type, so that no two items are equal.
 * `orderBy: [{name: DESC}]` on Person gives `v0.name DESC, v0.id ASC`.
 */
export function planOrder(
  scope: Scope,
  typeName: string,
  element: Element,
  orderBy: Input | undefined,
): Order {
  const keys: OrderKey[] = [];
  const computed: List['computed'][number][] = [];
  for (const item of orderBy?.items() ?? []) {
    const [field] = item.keys();
    invariant(field, 'an order without a field passed validation');
    const descending = item.get(field)?.value === 'DESC';
    const found = fieldKeys(scope, typeName, field, element);
    keys.push(...found.keys.map((key) => ({ ...key, descending })));
    if (found.computed) computed.push(found.computed);
  }
  const natural = naturalOrder(scope, scope.mapping.type(typeName), element);
  return { keys: withoutRepeats([...keys, ...natural]), computed };
}

/** What was ordered by before orders nothing more, whichever way. */
function withoutRepeats(keys: readonly OrderKey[]): readonly OrderKey[] {
  return keys.filter((key, index) => keys.findIndex((k) => k.expression === key.expression) === index);
}

/** The order of a type where nothing else is asked. */
function naturalOrder(scope: Scope, mapping: TypeMapping, element: Element): OrderKey[] {
  const expressions = mapping.kind === 'value' ? ['this.id'] : mapping.order;
  return expressions.map((text) => ({
    expression: instantiateReported(scope, text, givenBy(scope, element)).text,
    descending: false,
    nullable: false,
  }));
}

type FieldKeys = {
  readonly keys: readonly Omit<OrderKey, 'descending'>[];
  readonly computed?: List['computed'][number];
};

function fieldKeys(scope: Scope, typeName: string, fieldName: string, element: Element): FieldKeys {
  const mapping = scope.mapping.field(typeName, fieldName);
  const type = scope.schema.getType(typeName);
  const field = type && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  invariant(field && 'args' in field, `${typeName} has no field ${fieldName}`);
  const nullable = !isNonNullType(field.type);
  if (mapping.kind === 'property') {
    return { keys: [{ expression: ranked(field, propertyOf(scope, element, mapping)), nullable }] };
  }
  if (mapping.kind === 'expression') {
    const { text } = instantiateReported(scope, mapping.expression, givenBy(scope, element));
    return { keys: [{ expression: ranked(field, text), nullable }] };
  }
  invariant(mapping.kind === 'cypher', `${typeName}.${fieldName} cannot order a list`);
  const value = getNamedType(field.type);
  invariant(isObjectType(value), `${typeName}.${fieldName} cannot order a list`);
  const piece = instantiateReported(scope, mapping.statement, givenBy(scope, element));
  const column = scope.fresh('d');
  const result = piece.name(mapping.column);
  const bounds = Object.keys(value.getFields()).filter(
    (name) => (scope.mapping.field(value.name, name) as { edtf?: string }).edtf !== undefined,
  );
  return {
    keys: bounds.map((name) => ({ expression: property(column, name), nullable: true })),
    computed: { column, imports: importsOf(element), text: collectFirst(piece.text, result, column) },
  };
}

/** A value of an enum goes by its place among them, as the schema lists them: how far into their text it begins. */
function ranked({ type }: GraphQLField<unknown, unknown>, expression: string): string {
  const named = getNamedType(type);
  if (!isEnumType(named)) return expression;
  const names = named.getValues().map(({ name }) => identifier(name));
  return `size(split('|${names.join('|')}|', '|' + ${expression} + '|')[0])`;
}

/** A statement that returns `result` for no or some rows, made to return exactly one. */
function collectFirst(text: string, result: string, column: string): string {
  const found = new RegExp(`^(.*)\\bRETURN (.+) AS ${result}$`).exec(text);
  invariant(found, `a statement must end with RETURN … AS its column: ${text}`);
  return `${found[1]}RETURN head(collect(${found[2]})) AS ${column}`;
}
