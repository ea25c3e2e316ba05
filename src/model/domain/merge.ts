import {
  type DefinitionNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type EnumTypeExtensionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type ObjectTypeExtensionNode,
  type SchemaDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  type UnionTypeExtensionNode,
} from 'graphql';
import type { Fault } from './fault.ts';
import { isFielded, joinedByName } from './sdl.ts';

/**
 * What several files write of one type, as one definition. A later file adds to a type by `extend type`: fields, values,
 * members, and to a field that is there its own arguments, instead of those of the same name:
 * `type Query { claims(about: String): [Claim!]! }` and `extend type Query { claims(by: String): [Claim!]! }` give
 * `claims(about: String, by: String)`.
 */

/** The definitions of all files. */
export type Written = {
  readonly types: ReadonlyMap<string, TypeDefinitionNode>;
  readonly directives: readonly DirectiveDefinitionNode[];
  readonly schema: readonly SchemaDefinitionNode[];
  readonly faults: readonly Fault[];
};

/** Puts the documents together; what is defined twice, or extends nothing, is a fault. */
export function merge(documents: readonly DocumentNode[]): Written {
  const types = new Map<string, TypeDefinitionNode>();
  const faults: Fault[] = [];
  const all = documents.flatMap((document) => document.definitions);
  for (const node of all.filter(isTypeDefinitionNode)) {
    const name = node.name.value;
    if (types.has(name)) faults.push({ node, message: `${name} is there already; \`extend\` adds to it.` });
    else types.set(name, node);
  }
  for (const node of all.filter(isTypeExtensionNode)) {
    const type = types.get(node.name.value);
    if (type?.kind.replace('Definition', 'Extension') === node.kind)
      types.set(type.name.value, extended(type, node));
    else faults.push({ node, message: `${node.name.value} is extended as what it is not.` });
  }
  const of = <K extends DefinitionNode['kind']>(kind: K) =>
    all.filter((node): node is Extract<DefinitionNode, { kind: K }> => node.kind === kind);
  return { types, directives: of(Kind.DIRECTIVE_DEFINITION), schema: of(Kind.SCHEMA_DEFINITION), faults };
}

/** The type with what an extension of the same kind adds. */
function extended(type: TypeDefinitionNode, by: TypeExtensionNode): TypeDefinitionNode {
  const directives = [...(type.directives ?? []), ...(by.directives ?? [])];
  if (isFielded(type)) {
    const { fields = [], interfaces = [] } = by as ObjectTypeExtensionNode;
    return {
      ...type,
      directives,
      interfaces: joinedByName(type.interfaces, interfaces),
      fields: withFields(type.fields ?? [], fields),
    };
  }
  if (type.kind === Kind.ENUM_TYPE_DEFINITION)
    return { ...type, directives, values: joinedByName(type.values, (by as EnumTypeExtensionNode).values) };
  if (type.kind === Kind.UNION_TYPE_DEFINITION)
    return { ...type, directives, types: joinedByName(type.types, (by as UnionTypeExtensionNode).types) };
  return { ...type, directives };
}

/** The fields with those of an extension; a field of both keeps its type and takes the arguments of the extension too. */
function withFields(
  fields: readonly FieldDefinitionNode[],
  added: readonly FieldDefinitionNode[],
): readonly FieldDefinitionNode[] {
  const taken = fields.map((field) => {
    const again = added.find((one) => one.name.value === field.name.value);
    if (!again) return field;
    return { ...field, arguments: withArguments(field.arguments ?? [], again.arguments ?? []) };
  });
  return joinedByName(taken, added);
}

/** An argument that is told again stays at its place, as it is told last. */
function withArguments(
  given: readonly InputValueDefinitionNode[],
  added: readonly InputValueDefinitionNode[],
): readonly InputValueDefinitionNode[] {
  const told = given.map((one) => added.find((other) => other.name.value === one.name.value) ?? one);
  return joinedByName(told, added);
}
