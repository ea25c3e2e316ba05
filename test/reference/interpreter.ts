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
import { graphAsOf } from './asof.ts';
import { connect, type Fields, plainList, showAgreement, showOwn, type World } from './connection.ts';
import type { FuzzyDate } from './dates.ts';
import { entities } from './entities.ts';
import { type Shapes, shapeOf } from './filter.ts';
import { type Graph, type GraphNode, type Item, typeOf } from './graph.ts';
import type { ListArguments } from './list.ts';
import { indexNames } from './names.ts';
import { refusalOf } from './refusals.ts';
import { relationsOf } from './relations.ts';
import { rootsOf } from './roots.ts';
import type { Shape, ValueField } from './shape.ts';
import { texts } from './texts.ts';

/** Answers an operation over plain objects. */
export type Reference = (document: DocumentNode, variables: ListArguments) => ExecutionResult;

const NESTED_PAGE = 20;

/** A value as it is shown. */
function show(shapes: Shapes, { kind, read }: ValueField<Item>, item: Item): unknown {
  const value = read(item);
  if (kind !== 'fuzzyDate' || value === null) return value;
  const { statements, agreement, ...date } = value as FuzzyDate;
  return {
    ...date,
    evidence: plainList(shapes, 'Evidence', statements),
    agreement: showAgreement(shapes, agreement),
  };
}

function readField(
  world: World,
  type: string,
  field: string,
  [item, args]: readonly [Item, ListArguments],
): unknown {
  const shape = shapeOf(world.shapes, item, type);
  if (field === 'agreement') return showOwn(world.shapes, type, item);
  if (field === 'evidence') return plainList(world.shapes, 'Evidence', shape.evidence?.(item) ?? [])(args);
  const value = shape.values[field];
  if (value) return show(world.shapes, value, item);
  const list = shape.lists[field];
  if (list) return connect(world, { ...list, entries: list.read(item), pageSize: NESTED_PAGE }, args);
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

/** The shapes, each choice with the values that the schema lets it have. */
function withChoices(schema: GraphQLSchema, shapes: Shapes): Shapes {
  const valuesOf = (type: string, { values }: Shape) =>
    Object.entries(values).map(([field, value]) => {
      const owner = schema.getType(type);
      const named = isObjectType(owner) && getNamedType(owner.getFields()[field]?.type);
      const among = isEnumType(named) ? named.getValues().map(({ name }) => name) : undefined;
      return [field, { ...value, ...(among && { among }) }];
    });
  const made = Object.entries(shapes).map(([type, shape]) => {
    return [type, { ...shape, values: Object.fromEntries(valuesOf(type, shape)) }];
  });
  return Object.fromEntries(made);
}

/** What does not change from day to day: the schema, and the world that each item of a graph belongs to. */
type Answers = { readonly schema: GraphQLSchema; readonly worlds: WeakMap<Item, World> };

function answering(graph: Graph, { schema, worlds }: Answers): Answering {
  const shapes = withChoices(schema, { ...entities, ...texts, ...relationsOf(graph) });
  const world: World = { graph, shapes, names: indexNames(graph) };
  for (const item of [...graph.nodes, ...graph.relationships]) worlds.set(item, world);
  return { roots: rootsOf(world) };
}

/** Answers root fields by the graph as it was on the day that they ask for. */
function byDay(graph: Graph, answers: Answers): Answering {
  const days = new Map<string, Answering>();
  const now = answering(graph, answers);
  const on = (day: string) => answering(graphAsOf(graph, day), answers);
  return {
    roots: (field, { asOf, ...args }) => {
      if (typeof asOf !== 'string') return now.roots(field, args);
      const found = days.get(asOf) ?? on(asOf);
      days.set(asOf, found);
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

/** Makes the interpreter of one graph. */
export function createReference(graph: Graph, sdl: string): Reference {
  const schema = withoutSizes(buildSchema(sdl));
  const worlds = new WeakMap<Item, World>();
  const { roots } = byDay(graph, { schema, worlds });
  const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (
    source,
    args,
    _context,
    { parentType, fieldName },
  ) => {
    if (parentType.name === 'Query') return roots(fieldName, args);
    const world = worlds.get(source as Item);
    if (world) return readField(world, parentType.name, fieldName, [source as Item, args]);
    return readObject(source as Fields, fieldName, args);
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
