import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ListArguments } from './list.ts';

/**
 * The refusal of what is refused whatever the graph holds. Resolvers see only what there is; so all fields that the
 * operation could read are gone through, with their arguments, before the first one is resolved.
 */
export function refusalOf(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  given: ListArguments,
): GraphQLError | undefined {
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const root = operation && schema.getRootType(operation.operation);
  const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], given);
  if (!operation || !root || !coerced) return undefined;
  const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  try {
    const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
    new Refusing(schema, byName, coerced).selections(root, operation.selectionSet);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
  return undefined;
}

class Refusing {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: { readonly [name: string]: unknown };

  constructor(
    schema: GraphQLSchema,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    variables: { readonly [name: string]: unknown },
  ) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#variables = variables;
  }

  /** What is asked of one type of object. */
  selections(type: GraphQLObjectType, { selections }: SelectionSetNode): void {
    for (const node of selections) {
      if (!this.#included(node)) continue;
      if (node.kind === Kind.FIELD) this.#field(type, node);
      else {
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
        if (fragment && this.#applies(type, fragment.typeCondition?.name.value))
          this.selections(type, fragment.selectionSet);
      }
    }
  }

  #field(type: GraphQLObjectType, node: FieldNode): void {
    const field = type.getFields()[node.name.value];
    if (!field) return;
    refuseLoneCertainly(getArgumentValues(field, node, this.#variables));
    const named = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(named)) return;
    const types = isAbstractType(named) ? this.#schema.getPossibleTypes(named) : [named];
    for (const possible of types) this.selections(possible, node.selectionSet);
  }

  #included(node: SelectionNode): boolean {
    if (getDirectiveValues(GraphQLSkipDirective, node, this.#variables)?.if === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, this.#variables)?.if !== false;
  }

  #applies(type: GraphQLObjectType, condition: string | undefined): boolean {
    const wanted = condition === undefined ? type : this.#schema.getType(condition);
    if (isObjectType(wanted)) return wanted === type;
    return isAbstractType(wanted) && this.#schema.isSubType(wanted, type);
  }
}

/** `certainly` says how `during` is meant; without it there is nothing that it could say. */
function refuseLoneCertainly(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const { certainly = null, during = null } = value as { certainly?: unknown; during?: unknown };
  if (certainly !== null && during === null) throw new GraphQLError('certainly without during');
  for (const inner of Object.values(value)) refuseLoneCertainly(inner);
}
