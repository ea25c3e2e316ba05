import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
  type ValueNode,
  valueFromAST,
} from 'graphql';
import { Input, type Variables } from '../compile/input.ts';
import { refuseLoneCertainly } from '../compile/interval.ts';
import type { Selected, Selection } from '../compile/selection.ts';
import { invariant } from '../errors.ts';

/** What look-ahead needs of a request: fragments by name and coerced variables. */
type Context = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
  /** One entry per field and place, so that the same field asked through an interface is one `Selected`. */
  readonly seen: Map<string, Selected>;
  readonly numbers: Map<FieldNode, number>;
};

/** Turns an operation into what it asks, fragments resolved, `@skip` and `@include` applied, arguments read. */
export function lookAhead(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Variables,
): readonly Selected[] {
  const context: Context = { schema, fragments, variables, seen: new Map(), numbers: new Map() };
  const root = schema.getRootType(operation.operation);
  invariant(root, `the schema has no ${operation.operation} type`);
  return select(context, root.name, [operation.selectionSet]);
}

function select(context: Context, typeName: string, sets: readonly SelectionSetNode[]): readonly Selected[] {
  const fields = new Map<string, FieldNode[]>();
  for (const set of sets) collect(context, typeName, set, fields);
  return [...fields].map(([key, nodes]) => selected(context, typeName, key, nodes));
}

/** Groups the field nodes that apply to a concrete type by response name, as CollectFields of the specification. */
function collect(
  context: Context,
  typeName: string,
  set: SelectionSetNode,
  fields: Map<string, FieldNode[]>,
): void {
  for (const node of set.selections) {
    if (!included(context, node)) continue;
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const nodes = fields.get(key);
      if (nodes) nodes.push(node);
      else fields.set(key, [node]);
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : context.fragments.get(node.name.value);
    invariant(fragment, 'a fragment that validation let through is not there');
    const condition = fragment.typeCondition?.name.value;
    if (applies(context.schema, typeName, condition))
      collect(context, typeName, fragment.selectionSet, fields);
  }
}

function included(context: Context, node: Parameters<typeof getDirectiveValues>[1]): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, context.variables);
  if (skip?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, context.variables)?.if !== false;
}

function applies(schema: GraphQLSchema, typeName: string, condition: string | undefined): boolean {
  if (condition === undefined || condition === typeName) return true;
  const type = schema.getType(typeName);
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && isObjectType(type) && schema.isSubType(wanted, type);
}

function selected(context: Context, typeName: string, key: string, nodes: readonly FieldNode[]): Selected {
  const [first] = nodes;
  invariant(first, 'a field without a node');
  const name = first.name.value;
  if (name === TypeNameMetaFieldDef.name) {
    return { key, name, type: TypeNameMetaFieldDef.type, arguments: {}, selection: new Map() };
  }
  const owner = context.schema.getType(typeName);
  invariant(isObjectType(owner), `${typeName} is no object type`);
  const field = owner.getFields()[name];
  invariant(field, `${typeName} has no field ${name}`);
  const id = `${nodes.map((node) => number(context, node)).join()}:${name}:${String(field.type)}`;
  const found = context.seen.get(id);
  if (found) return found;
  const given = new Map(first.arguments?.map((a) => [a.name.value, a.value]));
  const args: { [name: string]: Input } = {};
  for (const argument of field.args) {
    const input = readArgument(context, given.get(argument.name), argument);
    if (!input) continue;
    refuseLoneCertainly(input.value);
    args[argument.name] = input;
  }
  const made = { key, name, type: field.type, arguments: args, selection: below(context, field.type, nodes) };
  context.seen.set(id, made);
  return made;
}

function number(context: Context, node: FieldNode): number {
  const known = context.numbers.get(node);
  if (known !== undefined) return known;
  context.numbers.set(node, context.numbers.size);
  return context.numbers.size - 1;
}

function below(context: Context, type: GraphQLOutputType, nodes: readonly FieldNode[]): Selection {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return new Map();
  const sets = nodes.flatMap((node) => node.selectionSet ?? []);
  const types = isAbstractType(named) ? context.schema.getPossibleTypes(named) : [named];
  return new Map(types.map((t) => [t.name, select(context, t.name, sets)]));
}

function readArgument(
  context: Context,
  node: ValueNode | undefined,
  argument: { readonly type: GraphQLInputType; readonly defaultValue?: unknown },
): Input | undefined {
  const input = node && readInput(context, node, argument.type);
  if (input && input.value !== undefined) return input;
  return argument.defaultValue === undefined ? undefined : Input.constant(argument.defaultValue);
}

/** Reads a value of the document; inside lists and objects a variable keeps its own way to its value. */
function readInput(context: Context, node: ValueNode, type: GraphQLInputType): Input {
  if (isNonNullType(type)) return readInput(context, node, type.ofType);
  if (node.kind === Kind.VARIABLE) {
    return Input.variable(node.name.value, context.variables);
  }
  if (node.kind === Kind.NULL) return Input.constant(null);
  if (isListType(type)) {
    const nodes = node.kind === Kind.LIST ? node.values : [node];
    return Input.list(nodes.map((item) => readInput(context, item, type.ofType)));
  }
  if (isInputObjectType(type) && node.kind === Kind.OBJECT) {
    const given = new Map(node.fields.map((field) => [field.name.value, field.value]));
    const entries = Object.values(type.getFields()).flatMap((field) => {
      const input = readArgument(context, given.get(field.name), field);
      return input ? [[field.name, input] as const] : [];
    });
    return Input.object(entries);
  }
  return Input.constant(valueFromAST(node, type, context.variables));
}
