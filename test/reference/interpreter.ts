import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { FuzzyDate } from './dates.ts';
import { entities } from './entities.ts';
import { statedOf } from './evidence.ts';
import { type Shapes, shapeOf } from './filter.ts';
import { type Graph, type GraphNode, type Item, typeOf } from './graph.ts';
import { type ListArguments, type ListSource, pageOf } from './list.ts';
import { indexNames, type Names } from './names.ts';
import { relationsOf } from './relations.ts';
import { type Resolution, take } from './resolution.ts';
import { rootsOf } from './roots.ts';
import type { Entry, ListField, NamedArgument, ValueField } from './shape.ts';
import { texts } from './texts.ts';

/** What the resolvers of one graph share. */
export type World = { readonly graph: Graph; readonly names: Names; readonly shapes: Shapes };

/** Answers an operation over plain objects. */
export type Reference = (document: DocumentNode, variables: ListArguments) => ExecutionResult;

const NESTED_PAGE = 20;
const EVIDENCE_PAGE = 20;

type Object = { readonly [field: string]: unknown };

const upTo = <T>(items: readonly T[], first: unknown, size = EVIDENCE_PAGE): readonly T[] =>
  items.slice(0, typeof first === 'number' ? first : size);

/** What a field that names its arguments was asked to name. */
export function connect(
  world: World,
  source: ListSource & { readonly named?: ListField<Item>['named'] },
  args: ListArguments,
): Object {
  const resolved: Resolution[] = [];
  let entries = source.entries;
  for (const [argument, named] of Object.entries<NamedArgument>(source.named ?? {})) {
    const value = args[argument];
    if (typeof value !== 'string') continue;
    const resolution = take(world, argument, value, named.as);
    resolved.push(resolution);
    const { taken } = resolution;
    entries = taken ? entries.filter(({ item }) => named.holds(item, taken)) : [];
  }
  const page = pageOf(world.shapes, { ...source, entries }, args);
  const edges = page.entries.map((entry) => edge(world, source.of, entry));
  const { hasNextPage, hasPreviousPage, totalCount } = page;
  const pageInfo = {
    hasNextPage,
    hasPreviousPage,
    startCursor: page.entries.at(0)?.cursor ?? null,
    endCursor: page.entries.at(-1)?.cursor ?? null,
  };
  return { nodes: page.entries.map((entry) => entry.item), edges, pageInfo, totalCount, resolved };
}

function edge(
  { graph, shapes }: World,
  of: string,
  { item, join, cursor }: Entry & { readonly cursor: string },
): Object {
  const evidence = () => (join ? statedOf(graph, join) : (shapeOf(shapes, item, of).evidence?.(item) ?? []));
  return {
    cursor,
    node: item,
    basis: join?.basis ?? null,
    evidence: ({ first }: ListArguments) => upTo(evidence(), first),
  };
}

/** A value as it is shown. */
function show({ kind, read }: ValueField<Item>, item: Item): unknown {
  const value = read(item);
  if (kind !== 'fuzzyDate' || value === null) return value;
  const { statements, ...date } = value as FuzzyDate;
  return { ...date, evidence: ({ first }: ListArguments) => upTo(statements, first) };
}

function readField(
  world: World,
  type: string,
  field: string,
  [item, args]: readonly [Item, ListArguments],
): unknown {
  const shape = shapeOf(world.shapes, item, type);
  if (field === 'evidence') return upTo(shape.evidence?.(item) ?? [], args.first);
  const value = shape.values[field];
  if (value) return show(value, item);
  const list = shape.lists[field];
  if (list) return connect(world, { ...list, entries: list.read(item), pageSize: NESTED_PAGE }, args);
  const one = shape.ones[field];
  if (!one) throw new Error(`${type}.${field} is not interpreted`);
  return one.read(item);
}

function readObject(source: Object, field: string, args: ListArguments): unknown {
  const value = source[field];
  return typeof value === 'function' ? value(args) : value;
}

function schemaOf(sdl: string): GraphQLSchema {
  return buildSchema(sdl);
}

/** Makes the interpreter of one graph. */
export function createReference(graph: Graph, sdl: string): Reference {
  const schema = schemaOf(sdl);
  const shapes: Shapes = { ...entities, ...texts, ...relationsOf(graph) };
  const world: World = { graph, shapes, names: indexNames(graph) };
  const roots = rootsOf(world, connect);
  const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (
    source,
    args,
    _context,
    { parentType, fieldName },
  ) => {
    if (parentType.name === 'Query') return roots(fieldName, args);
    if (parentType.name in shapes)
      return readField(world, parentType.name, fieldName, [source as Item, args]);
    return readObject(source as Object, fieldName, args);
  };
  const typeResolver = (value: unknown) => typeOf(value as GraphNode);
  return (document, variableValues) => {
    const result = execute({ schema, document, variableValues, fieldResolver, typeResolver });
    if (result instanceof Promise) throw new Error('the reference never waits');
    return result as ExecutionResult;
  };
}
