import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { connect, type Fields, plainList, type World } from './connection.ts';
import type { FuzzyDate } from './dates.ts';
import { type Derived, derive, NEVER } from './derive.ts';
import { entities } from './entities.ts';
import { agreementOf, claimsFor, statedBy } from './evidence.ts';
import { type Shapes, shapeOf } from './filter.ts';
import { type Graph, type GraphNode, type Item, typeOf } from './graph.ts';
import { layOut } from './laid.ts';
import type { ListArguments } from './list.ts';
import { indexNames, type Names } from './names.ts';
import type { Owned } from './owned.ts';
import { refusalOf } from './refusals.ts';
import { relationsOf } from './relations.ts';
import { meant } from './resolution.ts';
import { rootsOf } from './roots.ts';
import type { ListField, Shape, ValueField } from './shape.ts';
import { texts } from './texts.ts';

/** Answers an operation over plain objects. */
export type Reference = (document: DocumentNode, variables: ListArguments) => ExecutionResult;

const NESTED_PAGE = 20;

/** A value as it is shown. */
function show(shapes: Shapes, { kind, read }: ValueField<Item>, item: Item): unknown {
  const value = read(item);
  if (kind !== 'fuzzyDate' || value === null) return value;
  const { fact, ...date } = value as FuzzyDate;
  const evidence = plainList(shapes, 'Evidence', statedBy(claimsFor(fact)));
  return { ...date, fact, evidence, agreement: agreementOf(fact) };
}

/** What of an item is asked for, and whether as pages. */
type Asked = {
  readonly type: string;
  readonly field: string;
  readonly paged: boolean;
  readonly args: ListArguments;
};

function readList(world: World, list: ListField<Item>, item: Item, { field, paged, args }: Asked): unknown {
  const entries = list.read(item);
  const items = entries.map((entry) => entry.item);
  if (!paged) return plainList(world.shapes, list.of, items)(args);
  const asked = field === 'values' && args.of ? { ...args, predicate: [args.of] } : args;
  return connect(world, { ...list, entries, pageSize: NESTED_PAGE }, asked);
}

function readField(world: World, item: Item, asked: Asked): unknown {
  const { type, field } = asked;
  const shape = shapeOf(world.shapes, item, type);
  const list = shape.lists[field];
  if (list) return readList(world, list, item, asked);
  const value = shape.values[field];
  if (value) return show(world.shapes, value, item);
  const one = shape.ones[field];
  if (!one) throw new Error(`${type}.${field} is not interpreted`);
  return one.read(item);
}

function readObject(source: Fields, field: string, args: ListArguments): unknown {
  const value = source[field];
  return typeof value === 'function' ? value(args) : value;
}

/** A graph with its names and root fields, and the world that each of its items belongs to. */
type Answering = { readonly roots: (field: string, args: ListArguments) => unknown };

/** The shapes, each choice with the values that the schema lets it have, and what names mean to things that have one. */
function withWords(schema: GraphQLSchema, shapes: Shapes, known: Known): Shapes {
  const valuesOf = (type: string, { values }: Shape) =>
    Object.entries(values).map(([field, value]) => {
      const owner = schema.getType(type);
      const named = isObjectType(owner) && getNamedType(owner.getFields()[field]?.type);
      const among = isEnumType(named) ? named.getValues().map(({ name }) => name) : undefined;
      return [field, { ...value, ...(among && { among }) }];
    });
  const made = Object.entries(shapes).map(([type, shape]) => {
    const means: Shape['means'] = (text, as) => meant(known, text, as);
    return [type, { ...shape, values: Object.fromEntries(valuesOf(type, shape)), means }];
  });
  return Object.fromEntries(made);
}

/** What does not change from day to day: the schema, and the world that each item of a graph belongs to. */
type Answers = { readonly schema: GraphQLSchema; readonly worlds: WeakMap<Item, World> };

/** The graph as it was known on a day, and what its names meant. */
export type Known = { readonly graph: Graph; readonly names: Names };

/** Lays out what was known on a day. */
function knownBy(then: Derived): Known {
  const graph = layOut(then);
  return { graph, names: indexNames(then, graph) };
}

/** What was known on a day, for those who ask it without a question in GraphQL. */
export const knownOn = (owned: Owned, day = NEVER): Known => knownBy(derive(owned, day));

function answering(then: Derived, { schema, worlds }: Answers): Answering {
  const known = knownBy(then);
  const { graph } = known;
  const shapes = withWords(schema, { ...entities, ...texts, ...relationsOf(graph) }, known);
  const world: World = { ...known, shapes };
  for (const item of [...graph.nodes, ...graph.relationships]) worlds.set(item, world);
  return { roots: rootsOf(world) };
}

/** Answers root fields by what follows on the day that they ask for from what owners wrote. */
function byDay(owned: Owned, answers: Answers): Answering {
  const days = new Map<unknown, Answering>();
  return {
    roots: (field, { asOf, ...args }) => {
      const day = typeof asOf === 'string' ? asOf : NEVER;
      const found = days.get(day) ?? answering(derive(owned, day), answers);
      days.set(day, found);
      return found.roots(field, args);
    },
  };
}

/** The schema without defaults of `first`: beside `last` they do not hold, and the interpreter knows the size of a page. */
function withoutSizes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    for (const argument of fields.flatMap(({ args }) => args))
      if (argument.name === 'first') argument.defaultValue = undefined;
  }
  return schema;
}

/** Makes the interpreter of what owners wrote. */
export function createReference(owned: Owned, sdl: string): Reference {
  const schema = withoutSizes(buildSchema(sdl));
  const worlds = new WeakMap<Item, World>();
  const { roots } = byDay(owned, { schema, worlds });
  const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (
    source,
    args,
    _context,
    { parentType: { name: type }, fieldName: field, returnType },
  ) => {
    if (type === 'Query') return roots(field, args);
    const world = worlds.get(source as Item);
    const paged = getNamedType(returnType).name.endsWith('Connection');
    if (world) return readField(world, source as Item, { type, field, paged, args });
    return readObject(source as Fields, field, args);
  };
  const typeResolver = (value: unknown) => typeOf(value as GraphNode);
  return (document, variableValues) => {
    const refused = refusalOf(schema, document, variableValues);
    if (refused) return { errors: [refused] };
    const result = execute({ schema, document, variableValues, fieldResolver, typeResolver });
    if (result instanceof Promise) throw new Error('the reference never waits');
    return result as ExecutionResult;
  };
}
