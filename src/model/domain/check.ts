import {
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  validateSchema,
} from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';
import type { Fault } from './fault.ts';
import { directive, type Fielded, isList, nameOf, textOf, textsOf } from './sdl.ts';
import type { Types } from './types.ts';

/**
 * What is wrong with a model: what GraphQL itself refuses (unknown types and directives, a type that contradicts its interface),
 * and directives that say nothing where they stand, or name what is not there. Each is a sentence at a line of a file.
 */

/** What GraphQL refuses of a document, each once: what a rule copied stands where it was written. */
export function documentFaults(document: DocumentNode): readonly Fault[] {
  return placed(validateSDL(document));
}

function placed(errors: readonly GraphQLError[]): readonly Fault[] {
  const faults = errors.map(({ message, nodes }): Fault => {
    // Of two that contradict each other the later one is to be mended.
    const node = nodes?.findLast((one) => one.loc);
    return { message, ...(node && { node }) };
  });
  return faults.filter(
    ({ message, node }, at) =>
      faults.findIndex((other) => other.message === message && other.node === node) === at,
  );
}

/** What is wrong with types as they are written. */
export function writtenFaults(types: Types): readonly Fault[] {
  return types
    .all()
    .flatMap((type) => [
      ...counted(type, types),
      ...(type.fields ?? []).flatMap((field) =>
        fieldFaults({ type, field, types, at: `${type.name.value}.${field.name.value}` }),
      ),
    ]);
}

type Place = {
  readonly type: Fielded;
  readonly field: FieldDefinitionNode;
  readonly types: Types;
  /** How the field is named in a sentence. */
  readonly at: string;
};

function counted(type: Fielded, types: Types): readonly Fault[] {
  const of = textOf(type, 'statistics', 'of');
  if (of === undefined) return [];
  const { value: name } = type.name;
  if (!types.byName.has(of)) return [{ node: type, message: `${name} counts ${of}, which is no type.` }];
  if (type.fields?.some((field) => directive(field, 'dimension'))) return [];
  return [{ node: type, message: `${name} counts by nothing; say by @dimension what a field groups by.` }];
}

/** Directives that stand for where a field comes from. */
const SOURCES = ['cypher', 'relationship', 'startNode', 'endNode', 'quote'];

/** Directives that need another one at the type, and which. */
const NEEDED: { readonly [name: string]: string } = {
  startNode: 'relationshipProperties',
  endNode: 'relationshipProperties',
  quote: 'relationshipProperties',
  dimension: 'statistics',
};

function fieldFaults(place: Place): readonly Fault[] {
  const { field, types, at } = place;
  const sentences = [
    ...Object.entries(NEEDED).flatMap((needed) => lonely(place, needed)),
    ...properties(place),
    ...sizes(place),
    ...sources(place),
  ];
  const named = (field.arguments ?? []).flatMap((argument) => {
    const as = textOf(argument, 'named', 'as');
    if (as === undefined || types.isComposite(as)) return [];
    return [
      {
        node: argument,
        message: `${at}(${argument.name.value}:) names a ${as}, which is no type of things.`,
      },
    ];
  });
  return [...sentences.map((message) => ({ node: field, message })), ...named];
}

function lonely({ type, field, at }: Place, [name, needed]: readonly [string, string]): readonly string[] {
  if (!directive(field, name) || directive(type, needed)) return [];
  return [`${at} has @${name}, which says nothing where ${type.name.value} has no @${needed}.`];
}

function properties({ field, types, at }: Place): readonly string[] {
  const shown = textOf(field, 'relationship', 'properties');
  if (shown === undefined) return [];
  if (types.sort(shown) !== 'relationship')
    return [`${at} shows its relationship as ${shown}, which has no @relationshipProperties.`];
  return nameOf(field.type) === shown
    ? []
    : [`${at} shows its relationship as ${shown}, but is a ${nameOf(field.type)}.`];
}

/** A list of what is no thing of the graph has no pages, so its size must be told. */
function sizes({ field, types, at }: Place): readonly string[] {
  const of = nameOf(field.type);
  const told = directive(field, 'listSize') !== undefined;
  if (!isList(field.type) || told || !types.isComposite(of) || types.listed(field)) return [];
  return [`${at} lists ${of}, which has no pages; say how long it can get by @listSize.`];
}

/** A field of a node or a relationship that leads on says how. */
function sources({ type, field, types, at }: Place): readonly string[] {
  const of = nameOf(field.type);
  const here = types.sort(type.name.value);
  const says = SOURCES.some((name) => directive(field, name));
  if (here === 'value' || says) return [];
  if (of === 'FuzzyDate')
    return here === 'node' ? [] : [`${at} is a fuzzy date, which nodes alone have; take a Date.`];
  if (!types.isComposite(of) || types.isInherited(type, field.name.value)) return [];
  return [`${at} leads to ${of}, and nothing says how: by @relationship, @cypher, @startNode or @endNode.`];
}

/** What is wrong with a schema as a whole: contradictions, and filters or orders over what is not there. */
export function schemaFaults(schema: GraphQLSchema): readonly Fault[] {
  const composites = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  const fields = composites.flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, field })),
  );
  return [
    ...placed(validateSchema(schema)),
    ...fields.flatMap(orderFaults),
    ...fields.flatMap((place) => shortcutFaults(schema, place)),
  ];
}

type BuiltPlace = { readonly at: string; readonly field: GraphQLField<unknown, unknown> };

function orderFaults({ at, field }: BuiltPlace): readonly Fault[] {
  const { args, astNode } = field;
  const by = textOf(astNode ?? {}, 'ordered', 'by');
  const order = getNamedType(args.find(({ name }) => name === 'orderBy')?.type);
  if (by === undefined || !astNode || !order || !astray(order, [by])) return [];
  return [{ node: astNode, message: `${at} is ordered by ${by}, by which it has no order.` }];
}

/** Arguments that are short for a filter of their list; those of a lookup, for one of the lists of its type. */
function shortcutFaults(schema: GraphQLSchema, { at, field }: BuiltPlace): readonly Fault[] {
  const own = getNamedType(field.args.find(({ name }) => name === 'where')?.type);
  const where = own ?? schema.getType(`${getNamedType(field.type).name}Where`);
  return field.args.flatMap(({ name, astNode }) => {
    const path = astNode ? textsOf(astNode, 'where', 'path') : [];
    const astrayAt = where && astray(where, path);
    if (!astNode || !astrayAt) return [];
    return [
      {
        node: astNode,
        message: `${at}(${name}:) is short for ${path.join('.')}, where no filter has ${astrayAt}.`,
      },
    ];
  });
}

/** The first key of a path that leads nowhere in an input; nothing where all lead on. */
function astray(input: GraphQLNamedType, [key, ...rest]: readonly string[]): string | undefined {
  if (key === undefined) return undefined;
  const field = isInputObjectType(input) ? input.getFields()[key] : undefined;
  return field ? astray(getNamedType(field.type), rest) : key;
}
