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
  print,
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

/**
 * Puts the core and the documents of a domain together. What is defined twice is a fault of the later one, as is an extension
 * of nothing, or one that says otherwise. The types of the domain stand before those of the core.
 */
export function merge(core: DocumentNode, added: readonly DocumentNode[]): Written {
  const all = [core, ...added].flatMap((document) => document.definitions);
  const types = new Map<string, TypeDefinitionNode>();
  const faults: Fault[] = [];
  for (const node of all.filter(isTypeDefinitionNode)) {
    const name = node.name.value;
    if (types.has(name)) faults.push({ node, message: `${name} is there already; \`extend\` adds to it.` });
    else types.set(name, node);
  }
  for (const node of all.filter(isTypeExtensionNode)) {
    const type = types.get(node.name.value);
    if (type?.kind.replace('Definition', 'Extension') === node.kind) {
      faults.push(...contradictions(type, node));
      types.set(type.name.value, extended(type, node));
    } else
      faults.push({
        node,
        message: `${node.name.value} is extended, but there is no such type of that kind.`,
      });
  }
  const of = <K extends DefinitionNode['kind']>(kind: K) =>
    all.filter((node): node is Extract<DefinitionNode, { kind: K }> => node.kind === kind);
  const ofCore = new Set(core.definitions.filter(isTypeDefinitionNode).map(({ name }) => name.value));
  const rank = ([name]: readonly [string, unknown]) => Number(ofCore.has(name));
  return {
    types: new Map([...types].sort((a, b) => rank(a) - rank(b))),
    directives: of(Kind.DIRECTIVE_DEFINITION),
    schema: of(Kind.SCHEMA_DEFINITION),
    faults,
  };
}

/** Fields of an extension that are there already, with another type. */
function contradictions(type: TypeDefinitionNode, by: TypeExtensionNode): readonly Fault[] {
  const known = isFielded(type) ? (type.fields ?? []) : [];
  return ((by as ObjectTypeExtensionNode).fields ?? []).flatMap((node) => {
    const there = known.find(({ name }) => name.value === node.name.value);
    if (!there || print(there.type) === print(node.type)) return [];
    const name = `${type.name.value}.${node.name.value}`;
    return [
      { node, message: `${name} is there already, as ${print(there.type)} and not ${print(node.type)}.` },
    ];
  });
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
