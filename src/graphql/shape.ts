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

/** Gives the shape of the variables of a request. */
export type Shape = (variables: Variables) => string;

const shapes = new WeakMap<OperationDefinitionNode, Shape>();

/**
 * The shape of a request's variables: which are there, which keys their objects have, what their enums and
 * booleans are. Requests of one operation and one shape share a compiled statement; texts and numbers never count.
 */
export function shapeOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): string {
  let shape = shapes.get(operation);
  if (!shape) {
    shape = createShape(schema, operation);
    shapes.set(operation, shape);
  }
  return shape(variables);
}

function createShape(schema: GraphQLSchema, operation: OperationDefinitionNode): Shape {
  const declared = (operation.variableDefinitions ?? []).map((definition) => ({
    name: definition.variable.name.value,
    type: typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined,
  }));
  return (variables) =>
    declared.map(({ name, type }) => (type ? valueShape(type, variables[name]) : '?')).join(';');
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
