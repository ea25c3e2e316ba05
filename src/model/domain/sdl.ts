import {
  type ConstDirectiveNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';

/** Pieces of the schema language: rules write them as text, as a person would, and put the nodes together. */

/** A type with fields. */
export type Fielded = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** A definition that directives can stand at. */
export type Directed = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

/** The type definitions of a text. */
export function definitionsOf(text: string): readonly TypeDefinitionNode[] {
  return parse(text, { noLocation: true }).definitions as readonly TypeDefinitionNode[];
}

/** The fields of a text as it stands between the braces of a type. */
export function fieldsOf(text: string): readonly FieldDefinitionNode[] {
  const [type] = definitionsOf(`type Some {\n${text}\n}`);
  return (type as ObjectTypeDefinitionNode).fields ?? [];
}

/** The arguments of a text as it stands between the parentheses of a field. */
export function argumentsOf(text: string): readonly InputValueDefinitionNode[] {
  if (text.trim() === '') return [];
  return fieldsOf(`some(\n${text}\n): Int`)[0]?.arguments ?? [];
}

/** The directives of a text. */
export function directivesOf(text: string): readonly ConstDirectiveNode[] {
  return fieldsOf(`some: Int ${text}`)[0]?.directives ?? [];
}

/** A type as it is written, `[Gift!]!`. */
export function typeOf(text: string): TypeNode {
  const [field] = fieldsOf(`some: ${text}`);
  return (field as FieldDefinitionNode).type;
}

/** The name of a type without what makes it a list or not null. */
export function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

/** Whether a type is a list, null or not. */
export function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

/** The directive of that name, where it stands there. */
export function directive(node: Directed, name: string): ConstDirectiveNode | undefined {
  return node.directives?.find((one) => one.name.value === name);
}

/** The text of an argument of a directive, where it is given. */
export function textOf(node: Directed, name: string, argument: string): string | undefined {
  const value = directive(node, name)?.arguments?.find((one) => one.name.value === argument)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

/** The texts of a list that is an argument of a directive. */
export function textsOf(node: Directed, name: string, argument: string): readonly string[] {
  const value = directive(node, name)?.arguments?.find((one) => one.name.value === argument)?.value;
  const items = value?.kind === Kind.LIST ? value.values : [];
  return items.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
}

/** Whether a definition is of a type with fields. */
export function isFielded(type: TypeDefinitionNode | undefined): type is Fielded {
  return type?.kind === Kind.OBJECT_TYPE_DEFINITION || type?.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

/** Whether a definition is of an enum. */
export function isEnum(type: TypeDefinitionNode | undefined): type is EnumTypeDefinitionNode {
  return type?.kind === Kind.ENUM_TYPE_DEFINITION;
}

/** The names of the interfaces of a type, as written. */
export function interfacesOf(type: TypeDefinitionNode | undefined): readonly string[] {
  return isFielded(type) ? (type.interfaces ?? []).map((one) => one.name.value) : [];
}

/** Those of the second list whose name the first has not, behind the first. */
export function joinedByName<T extends { readonly name: { readonly value: string } }>(
  first: readonly T[] = [],
  second: readonly T[] = [],
): readonly T[] {
  const known = new Set(first.map((one) => one.name.value));
  return [...first, ...second.filter((one) => !known.has(one.name.value))];
}
