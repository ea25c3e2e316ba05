import {
  type FieldDefinitionNode,
  Kind,
  type NamedTypeNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { directive, directivesOf, type Fielded, interfacesOf, isFielded, nameOf } from './sdl.ts';

/**
 * What a type has from its interfaces: it need not say that `Entity` is also a `Node`, nor repeat their fields, nor name
 * the label of its nodes. `type Treaty implements Entity { signedOn: Date }` gives
 * `type Treaty implements Entity & Node @node(labels: ["Treaty"]) { id: ID! name: String! aliases: [String!]! signedOn: Date … }`.
 * What an interface has of a fact, a type that is written has always: only an edge of a list may rest on none.
 */

type Named = ReadonlyMap<string, TypeDefinitionNode>;

/** How an interface stands in the graph; a type that implements it has that from there, and says but what differs. */
const ITS_OWN: ReadonlySet<string> = new Set(['unfiltered', 'unordered', 'unpaged', 'listSize', 'cost']);

const SCALARS: ReadonlySet<string> = new Set(['ID', 'String', 'Int', 'Float', 'Boolean', 'Date']);

/** The interfaces of what rests on a fact. */
const RESTING: ReadonlySet<string> = new Set(['Sourced', 'Attested']);

/** All types, each with what its interfaces give it. */
export function implement(types: Named): Named {
  const sure = new Map([...types].map(([name, type]) => [name, RESTING.has(name) ? surely(type) : type]));
  const whole = (type: TypeDefinitionNode) =>
    isFielded(type) ? implemented(type, type.kind === Kind.OBJECT_TYPE_DEFINITION ? sure : types) : type;
  return new Map([...types].map(([name, type]) => [name, whole(type)]));
}

/** The interface as those have it that always rest on a fact: with no field that can be null. */
function surely(type: TypeDefinitionNode): TypeDefinitionNode {
  if (!isFielded(type)) return type;
  const fields = type.fields?.map((field) => ({ ...field, type: required(field.type) }));
  return { ...type, ...(fields && { fields }) };
}

const required = (type: TypeNode): TypeNode =>
  type.kind === Kind.NON_NULL_TYPE ? type : { kind: Kind.NON_NULL_TYPE, type };

/** The type with what its interfaces give it. */
export function implemented<T extends Fielded>(type: T, types: Named): T {
  const interfaces = allInterfaces(type, types);
  const inherited = interfaces.flatMap((name) => fieldsOfInterface(types.get(name)));
  return {
    ...type,
    interfaces: interfaces.map(
      (name): NamedTypeNode => ({
        kind: Kind.NAMED_TYPE,
        name: { kind: Kind.NAME, value: name },
      }),
    ),
    fields: inOrder(type.fields ?? [], inherited),
    directives: [...(type.directives ?? []), ...labelled(type, interfaces)],
  };
}

/** The interfaces of a type and theirs, each once. */
function allInterfaces(type: TypeDefinitionNode, types: Named): readonly string[] {
  const direct = interfacesOf(type);
  const further = direct.flatMap((name) => {
    const one = types.get(name);
    return one ? allInterfaces(one, types) : [];
  });
  return [...new Set([...direct, ...further])];
}

function fieldsOfInterface(type: TypeDefinitionNode | undefined): readonly FieldDefinitionNode[] {
  const fields = isFielded(type) ? (type.fields ?? []) : [];
  return fields.map((field) => ({
    ...field,
    directives: (field.directives ?? []).filter((one) => ITS_OWN.has(one.name.value)),
  }));
}

/** What names a thing first, then its own fields, then what its interfaces lead on to. */
function inOrder(own: readonly FieldDefinitionNode[], inherited: readonly FieldDefinitionNode[]) {
  const known = new Set(own.map((field) => field.name.value));
  const missing = [...new Map(inherited.map((field) => [field.name.value, field])).values()].filter(
    (field) => !known.has(field.name.value),
  );
  const leads = ({ type }: FieldDefinitionNode) => !SCALARS.has(nameOf(type));
  return [...missing.filter((field) => !leads(field)), ...own, ...missing.filter(leads)];
}

/** The label of a node's type is its name, unless @node says otherwise. */
function labelled(type: Fielded, interfaces: readonly string[]) {
  const isNode = type.kind === Kind.OBJECT_TYPE_DEFINITION && interfaces.includes('Node');
  return isNode && !directive(type, 'node') && !directive(type, 'relationshipProperties')
    ? directivesOf(`@node(labels: ["${type.name.value}"])`)
    : [];
}
