import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
} from 'graphql';
import { graphAsOf } from './asof.ts';
import { connect, type Fields, showAgreement, showOwn, upTo, type World } from './connection.ts';
import type { FuzzyDate } from './dates.ts';
import { entities } from './entities.ts';
import { type Shapes, shapeOf } from './filter.ts';
import { type Graph, type GraphNode, type Item, typeOf } from './graph.ts';
import type { ListArguments } from './list.ts';
import { indexNames } from './names.ts';
import { refusalOf } from './refusals.ts';
import { relationsOf } from './relations.ts';
import { rootsOf } from './roots.ts';
import type { ValueField } from './shape.ts';
import { texts } from './texts.ts';

/** Answers an operation over plain objects. */
export type Reference = (document: DocumentNode, variables: ListArguments) => ExecutionResult;

const NESTED_PAGE = 20;

/** A value as it is shown. */
function show({ kind, read }: ValueField<Item>, item: Item): unknown {
  const value = read(item);
  if (kind !== 'fuzzyDate' || value === null) return value;
  const { statements, agreement, ...date } = value as FuzzyDate;
  return {
    ...date,
    evidence: ({ first }: ListArguments) => upTo(statements, first),
    agreement: showAgreement(agreement),
  };
}

function readField(
  world: World,
  type: string,
  field: string,
  [item, args]: readonly [Item, ListArguments],
): unknown {
  const shape = shapeOf(world.shapes, item, type);
  if (field === 'agreement') return showOwn(shape, item);
  if (field === 'evidence') return upTo(shape.evidence?.(item) ?? [], args.first);
  const value = shape.values[field];
  if (value) return show(value, item);
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

function answering(graph: Graph, worlds: WeakMap<Item, World>): Answering {
  const shapes: Shapes = { ...entities, ...texts, ...relationsOf(graph) };
  const world: World = { graph, shapes, names: indexNames(graph) };
  for (const item of [...graph.nodes, ...graph.relationships]) worlds.set(item, world);
  return { roots: rootsOf(world) };
}

/** Answers root fields by the graph as it was on the day that they ask for. */
function byDay(graph: Graph, worlds: WeakMap<Item, World>): Answering {
  const days = new Map<string, Answering>();
  const now = answering(graph, worlds);
  const on = (day: string) => answering(graphAsOf(graph, day), worlds);
  return {
    roots: (field, { asOf, ...args }) => {
      if (typeof asOf !== 'string') return now.roots(field, args);
      const found = days.get(asOf) ?? on(asOf);
      days.set(asOf, found);
      return found.roots(field, args);
    },
  };
}

/** Makes the interpreter of one graph. */
export function createReference(graph: Graph, sdl: string): Reference {
  const schema = buildSchema(sdl);
  const worlds = new WeakMap<Item, World>();
  const { roots } = byDay(graph, worlds);
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
