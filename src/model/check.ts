import {
  type ASTNode,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Node } from '../cypher/ast.ts';
import { inside } from '../cypher/build.ts';
import { editDistance } from './candidate/edits.ts';
import { type Composite, directivesOf, strings } from './directives.ts';
import { type Fault, refuse } from './domain/fault.ts';
import type { Mapping } from './mapping.ts';

/**
 * What a schema says that cannot be, found when a service starts and not at the first request that meets it: filters and
 * orders over fields that a type lacks, lists without a size, labels and relationship types that nothing else knows.
 */

/** A piece of Cypher and the field or type that it stands at. */
export type Piece = { readonly name: string; readonly at: ASTNode | null | undefined; readonly piece: Node };

/** A schema with what was read from it. */
type Read = { readonly schema: GraphQLSchema; readonly mapping: Mapping; readonly pieces: readonly Piece[] };

/** Refuses a schema with all that is wrong with it, each with its place. */
export function checkMapping(read: Read): void {
  refuse([...fieldFaults(read), ...wordFaults(read)]);
}

const fault = (node: ASTNode | null | undefined, message: string): readonly Fault[] =>
  node ? [{ node, message }] : [];

function fieldFaults({ schema, mapping }: Read): readonly Fault[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const composites = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const asked = new Map<GraphQLInputObjectType, Composite>();
  const faults = composites.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const { of: shown, listed } = leadsTo(field);
      const counted = schema.getType(mapping.statistics(shown?.name ?? '')?.of ?? '');
      const of = isObjectType(counted) ? counted : shown;
      for (const { name, type: input } of field.args) {
        const named = getNamedType(input);
        if (of && ['where', 'orderBy'].includes(name) && isInputObjectType(named)) asked.set(named, of);
      }
      const kind = mapping.field(type.name, field.name).kind;
      const sized = mapping.listSize(type.name, field.name) !== undefined;
      if (!listed || !of || sized || (kind !== 'relationship' && kind !== 'cypher')) return [];
      return fault(field.astNode, `${type.name}.${field.name} is a list without @listSize.`);
    }),
  );
  return [...faults, ...[...asked].flatMap(([input, of]) => inputFaults(schema, input, of))];
}

/** The type that a field leads to, and whether it lists such. */
function leadsTo(field: GraphQLField<unknown, unknown>): {
  readonly of: Composite | undefined;
  readonly listed: boolean;
} {
  const named = getNamedType(field.type);
  if (!isObjectType(named) && !isInterfaceType(named)) return { of: undefined, listed: false };
  const nodes = named.getFields().nodes;
  if (!nodes || !('pageInfo' in named.getFields()))
    return { of: named, listed: isListType(getNullableType(field.type)) };
  const node = getNamedType(nodes.type);
  return { of: isObjectType(node) || isInterfaceType(node) ? node : undefined, listed: true };
}

/** Keys of a filter or an order that are no fields; `type` asks which type something is. */
function inputFaults(schema: GraphQLSchema, input: GraphQLInputObjectType, of: Composite): readonly Fault[] {
  return Object.values(input.getFields()).flatMap(({ name, type, astNode }) => {
    if (['and', 'or', 'not'].includes(name) || name in of.getFields()) return [];
    const compared = getNamedType(type);
    const among = isInputObjectType(compared)
      ? getNamedType(compared.getFields().eq?.type ?? compared)
      : compared;
    const tells = isEnumType(among) && among.getValues().every((value) => schema.getType(value.name));
    return tells
      ? []
      : fault(astNode, `${input.name}.${name} asks for ${name} of ${of.name}, which has no such field.`);
  });
}

/** Labels and relationship types of Cypher that the model does not have. */
function wordFaults({ schema, mapping, pieces }: Read): readonly Fault[] {
  const known = knownWords(schema, mapping);
  const used = pieces.flatMap(({ name, at, piece }) => {
    const found = wordsIn(piece);
    return [
      ...[...found.types]
        .filter((one) => !known.types.has(one))
        .map((one) => ({ name, at, word: `relationship type ${one}` })),
      ...[...found.labels]
        .filter((one) => !known.labels.has(one))
        .map((one) => ({ name, at, word: `label ${one}` })),
    ];
  });
  const faults = used.flatMap(({ name, at, word }) =>
    fault(at, `${name} has the ${word}, which nothing else names.`),
  );
  return [...faults, ...spellingFaults({ schema, mapping, pieces }, known.types)];
}

type Words = { readonly types: ReadonlySet<string>; readonly labels: ReadonlySet<string> };

/** What the directives of types and fields name, the predicates, and what @graph adds. */
function knownWords(schema: GraphQLSchema, mapping: Mapping): Words {
  const graph = directivesOf(schema.getQueryType()?.astNode).get('graph') ?? {};
  const predicates = schema.getType('Predicate');
  const followed = fieldsOf(schema).flatMap(({ type }) => (type === undefined ? [] : [type]));
  const labels = Object.keys(schema.getTypeMap()).flatMap((name) => {
    const found = mapping.type(name);
    return found.kind === 'node' ? found.labels : [];
  });
  return {
    types: new Set([
      ...followed,
      ...(isEnumType(predicates) ? predicates.getValues().map(({ name }) => name) : []),
      ...strings(graph.relationships, []),
    ]),
    labels: new Set([...labels, ...strings(graph.labels, [])]),
  };
}

/** The relationships that fields follow. */
function fieldsOf(schema: GraphQLSchema) {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  return types.flatMap((owner) =>
    Object.values(owner.getFields()).map((field) => ({
      name: `${owner.name}.${field.name}`,
      node: field.astNode,
      type: directivesOf(field.astNode).get('relationship')?.type as string | undefined,
    })),
  );
}

/**
 * A relationship type that is another but for a letter or for underscores is misspelt, since each field would follow one of
 * two: the one that is told of less often, else the shorter. Where both are meant, @graph names them.
 */
function spellingFaults({ schema, pieces }: Read, known: ReadonlySet<string>): readonly Fault[] {
  const fields = fieldsOf(schema);
  const told = [
    ...fields.map(({ type }) => type),
    ...pieces.flatMap(({ piece }) => [...wordsIn(piece).types]),
  ];
  const meant = new Set(
    strings(directivesOf(schema.getQueryType()?.astNode).get('graph')?.relationships, []),
  );
  const uses = (type: string): number => told.filter((one) => one === type).length;
  return fields.flatMap(({ name, node, type }) => {
    if (type === undefined || meant.has(type)) return [];
    const other = [...known].find((one) => isMisspelling(type, one));
    if (other === undefined) return [];
    const [own, others] = [uses(type), uses(other)];
    const isAtFault = own === others ? type.length < other.length : own < others;
    return isAtFault ? fault(node, `${name} follows ${type}; another field spells it ${other}.`) : [];
  });
}

const isMisspelling = (one: string, other: string): boolean =>
  one !== other &&
  (one.replaceAll('_', '') === other.replaceAll('_', '') ||
    (one.length >= 6 && editDistance(one, other) === 1));

function wordsIn(piece: Node): Words {
  const [types, labels] = [new Set<string>(), new Set<string>()];
  const look = (one: Node): undefined => {
    if (one.kind === 'hop') for (const type of one.types) types.add(type);
    if (one.kind === 'node') for (const label of one.labels) labels.add(label);
    if (one.kind === 'label') labels.add(one.label);
    return undefined;
  };
  look(piece);
  inside(piece, look);
  return { types, labels };
}
