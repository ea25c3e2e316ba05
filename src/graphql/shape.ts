import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { Variables } from '../compile/input.ts';

/**
 * The shape of a request's variables: which are there, which keys their objects have, what their enums and
 * booleans are. Requests of one operation and one shape share a compiled statement; texts and numbers never count.
 */
export function shapeOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): string {
  const shapes = (operation.variableDefinitions ?? []).map((definition) => {
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    return type ? valueShape(type, variables[definition.variable.name.value]) : '?';
  });
  return shapes.join(';');
}

function valueShape(type: GraphQLInputType, value: unknown): string {
  if (value === undefined) return 'u';
  if (value === null) return 'n';
  if (isNonNullType(type)) return valueShape(type.ofType, value);
  if (isListType(type)) return listShape(type.ofType, value);
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const entries = Object.entries(value).map(([key, inner]) => {
      const field = fields[key];
      return `${key}:${field ? valueShape(field.type, inner) : '?'}`;
    });
    return `{${entries.join()}}`;
  }
  if (isEnumType(type) || typeof value === 'boolean') return String(value);
  return 'v';
}

/** Lists of plain values are one parameter; lists of objects shape the statement item by item. */
function listShape(type: GraphQLInputType, value: unknown): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (!Array.isArray(value) || !isInputObjectType(inner)) return 'l';
  return `[${value.map((item) => valueShape(type, item)).join()}]`;
}
