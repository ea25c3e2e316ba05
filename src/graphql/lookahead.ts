import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLInputType,
  type GraphQLObjectType,
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
  type SelectionNode,
  TypeNameMetaFieldDef,
  type ValueNode,
  valueFromAST,
} from 'graphql';
import { checkConditions, emptyCondition, Input, type Variables } from '../compile/input.ts';
import type { Selected, Selection } from '../compile/selection.ts';
import { broken } from '../errors.ts';
import type { Mapping } from '../model/mapping.ts';
import type { MergedField, MergedFields, Occurrence } from './inspect.ts';
import { limitError, PAGING, showPath } from './limit.ts';

/**
 * From what an operation asks at all to what it asks of each type with the variables at hand. Of
 *
 *     { node(id: $id) { id ... on Person { gave @include(if: $all) { totalCount } } } }
 *
 * with `{ all: true }` that is `id` of every type, and `gave` of Person. Which occurrences of a field hold is decided
 * here; that they belong to one field was found by the walk of the document.
 */

/** What an operation asks: of the graph, and of the schema's own description, which graphql-js answers. */
export type Question = {
  readonly selecteds: readonly Selected[];
  readonly ofSchema: readonly FieldNode[];
  /** The response keys in their order. */
  readonly keys: readonly string[];
};

type Context = {
  readonly schema: GraphQLSchema;
  readonly variables: Variables;
  /** One entry per field and place, so that the same field asked through an interface is one `Selected`. */
  readonly seen: Map<string, Selected>;
};

/** The occurrences of a field that hold for a type. */
type Held = {
  readonly key: string;
  readonly occurrences: readonly Occurrence[];
  readonly below: MergedFields;
};

/** Turns what an operation asks at all into what it asks now: `@skip` and `@include` applied, arguments read. */
export function lookAhead(schema: GraphQLSchema, fields: MergedFields, variables: Variables): Question {
  const context: Context = { schema, variables, seen: new Map() };
  const root = schema.getQueryType() ?? broken('the schema has no type for queries');
  const held = hold(context, root, { fields, within: undefined });
  const graph = held.filter((field) => !isOfSchema(nodeOf(field)));
  return {
    selecteds: graph.map((field) => selected(context, root, field)),
    ofSchema: held.flatMap(({ occurrences }) => occurrences.map(({ node }) => node)).filter(isOfSchema),
    keys: held.map(({ key }) => key),
  };
}

const isOfSchema = ({ name }: FieldNode): boolean => name.value === '__schema' || name.value === '__type';

/**
 * The fields of a place that a concrete type has, in the order of CollectFields of the specification: that of the
 * first occurrence that holds, which need not be the first one written.
 */
function hold(
  context: Context,
  owner: GraphQLObjectType,
  { fields, within }: { readonly fields: MergedFields; readonly within: ReadonlySet<Occurrence> | undefined },
): readonly Held[] {
  const found: Held[] = [];
  for (const [key, { occurrences, below }] of fields) {
    const held = occurrences.filter(
      (occurrence) => isWithin(occurrence, within) && holds(context, owner, occurrence),
    );
    if (held.length > 0) found.push({ key, occurrences: held, below });
  }
  return found.sort((a, b) => rankOf(a) - rankOf(b));
}

const rankOf = ({ occurrences: [first] }: Held): number => first?.at ?? 0;

const isWithin = ({ within }: Occurrence, held: ReadonlySet<Occurrence> | undefined): boolean =>
  held === undefined || (within !== undefined && held.has(within));

function holds(context: Context, owner: GraphQLObjectType, { node, way }: Occurrence): boolean {
  for (let at = way; at; at = at.outer) {
    if (!included(context, at.fragment) || !applies(context.schema, owner, at.condition)) return false;
  }
  return included(context, node);
}

function included({ variables }: Context, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}

function applies(schema: GraphQLSchema, owner: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === owner.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, owner);
}

function nodeOf({ occurrences: [first] }: Pick<MergedField, 'occurrences'>): FieldNode {
  return first?.node ?? broken('a field that stands nowhere');
}

function selected(context: Context, owner: GraphQLObjectType, held: Held): Selected {
  const { key, occurrences } = held;
  const node = nodeOf(held);
  const name = node.name.value;
  if (name === TypeNameMetaFieldDef.name) {
    return { key, name, type: TypeNameMetaFieldDef.type, arguments: {}, selection: new Map() };
  }
  const field = owner.getFields()[name] ?? broken(`${owner.name} has no field ${name}`);
  const id = `${occurrences.map(({ at }) => at).join()}:${String(field.type)}`;
  const found = context.seen.get(id);
  if (found) return found;
  const given = new Map(node.arguments?.map((a) => [a.name.value, a.value]));
  const args: { [name: string]: Input } = {};
  for (const argument of field.args) {
    const input = readArgument(context, given.get(argument.name), argument);
    if (!input) continue;
    checkConditions(argument.type, input.value);
    args[argument.name] = input;
  }
  const made = { key, name, type: field.type, arguments: args, selection: below(context, field.type, held) };
  context.seen.set(id, made);
  return made;
}

function below(context: Context, type: GraphQLOutputType, { occurrences, below: fields }: Held): Selection {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return new Map();
  const types = isAbstractType(named) ? context.schema.getPossibleTypes(named) : [named].filter(isObjectType);
  const within = new Set(occurrences);
  return new Map(
    types.map((owner) => {
      const held = hold(context, owner, { fields, within });
      return [owner.name, held.map((field) => selected(context, owner, field))];
    }),
  );
}

function readArgument(
  context: Context,
  node: ValueNode | undefined,
  argument: { readonly type: GraphQLInputType; readonly defaultValue?: unknown },
): Input | undefined {
  const input = node && readInput(context, node, argument.type);
  if (input && input.value !== undefined) return input;
  return argument.defaultValue === undefined ? undefined : Input.default(argument.defaultValue);
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
      const node = given.get(field.name);
      const input = readArgument(context, node, field);
      // Left out, it would ask for everything.
      if (!input && node?.kind === Kind.VARIABLE)
        throw emptyCondition(`${field.name}: $${node.name.value}, a variable without a value`);
      return input ? [[field.name, input] as const] : [];
    });
    return Input.object(entries);
  }
  return Input.constant(valueFromAST(node, type, context.variables));
}

/** Fields of a list that are counted or looked up apart from its items. */
const APART = new Set(['totalCount', 'hasNextPage', 'hasPreviousPage']);

/**
 * Refuses an operation that reads more parts of the graph than an engine takes in one statement.
 * Each list, thing, derived value and count is one, at each place; so is each argument that names an entity.
 */
export function refuseRelations(
  mapping: Mapping,
  asked: { readonly rootType: string; readonly selecteds: readonly Selected[] },
  max: number,
): void {
  const { rootType, selecteds } = asked;
  const known = new Map<Selected, number>();
  const count = countAll({ mapping, known }, new Map([[rootType, selecteds]]));
  if (count <= max) return;
  const { path, parts } = largestOf(selecteds, known);
  throw limitError(`reads ${count} parts of the graph, ${parts} of them at ${path}`, max, 'RELATIONS_MAX');
}

/** The field to cut: down from the root, as long as one field has most of what the one around it has. */
function largestOf(selecteds: readonly Selected[], known: ReadonlyMap<Selected, number>) {
  const keys: string[] = [];
  let parts = 0;
  for (let at = selecteds; ; ) {
    const [largest] = [...at].sort((a, b) => (known.get(b) ?? 0) - (known.get(a) ?? 0));
    const count = (largest && known.get(largest)) ?? 0;
    if (!largest || 2 * count <= parts) return { path: showPath(keys), parts };
    keys.push(largest.key);
    parts = count;
    at = [...new Set([...largest.selection.values()].flat())];
  }
}

/** What was counted before: types share their fields, so one field is met many times. */
type Counting = { readonly mapping: Mapping; readonly known: Map<Selected, number> };

function countAll(counting: Counting, selection: Selection): number {
  let count = 0;
  const seen = new Map<Selected, Set<string>>();
  for (const [owner, selecteds] of selection) {
    for (const selected of selecteds) {
      // A field that several types have is read once where it maps alike.
      const ways = seen.get(selected) ?? new Set();
      seen.set(selected, ways);
      const way = selection.size > 1 ? JSON.stringify(counting.mapping.field(owner, selected.name)) : '';
      if (!ways.has(way)) count += countOne(counting, owner, selected);
      ways.add(way);
    }
  }
  return count;
}

function countOne(counting: Counting, owner: string, selected: Selected): number {
  const { mapping, known } = counting;
  const found = known.get(selected);
  if (found !== undefined) return found;
  const names = [...mapping.named(owner, selected.name).keys()].filter(
    (name) => selected.arguments[name]?.present,
  );
  const below = countAll(counting, selected.selection);
  const count = own(selected) + names.length + layersOf(selected) + below;
  known.set(selected, count);
  return count;
}

/** How many parts a search for paths as of a day is made of: a layer and a step for each hop, each time it is shown. */
function layersOf({ type, selection, arguments: { asOf, maxHops } }: Selected): number {
  if (getNamedType(type).name !== 'PathResult' || !asOf?.present) return 0;
  const shown = [...selection.values()].flat().filter(({ name }) => name === 'paths').length;
  return 2 * Number(maxHops?.value ?? 4) * Math.max(1, shown);
}

function own({ name, type }: Selected): number {
  if (APART.has(name)) return 1;
  return isCompositeType(getNamedType(type)) && !PAGING.has(name) ? 1 : 0;
}
