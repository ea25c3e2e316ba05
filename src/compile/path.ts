import { isEnumType } from 'graphql';
import type { Clause, Expression, Variable } from '../cypher/ast.ts';
import { call, carrying, column, literal, match, node, path, variable } from '../cypher/build.ts';
import { clauses, expression } from '../cypher/template.ts';
import { invariant, ServiceError } from '../errors.ts';
import type { Value } from '../store/store.ts';
import { Input } from './input.ts';
import { inOrderOf, listed } from './list.ts';
import { bindThing, readNamed } from './names.ts';
import { buildObject, planObject } from './object.ts';
import type { Cell, Element, ObjectPlan, Reading, Scope, Subquery } from './plan.ts';
import { type FieldRequest, type PlanField, RowBuilder } from './plan.ts';
import type { Selected } from './selection.ts';
import { shortestWays } from './ways.ts';

/** The most facts that a path may have: beyond, everything is near everything. */
const HOPS_MAX = 8;

/** How many it may have where the request does not say. */
const HOPS = 4;

/** How many shortest paths are shown. */
const PATHS_MAX = 20;

type Ends = {
  readonly start: Variable;
  readonly end: Variable;
  /** The relationship types to go over. */
  readonly types: readonly string[];
  readonly hops: number;
  /** The statuses that events between the ends may have, where not all of them will do. */
  readonly statuses: Expression | undefined;
};

/** Plans `path(from:, to:)`: all shortest paths over facts, and how the search ended. */
export function planPathResult(request: FieldRequest): Reading {
  const { scope, row, selected } = request;
  const [from, to] = readNamed(request, 'refused');
  invariant(from && to, 'path takes from and to');
  const { maxHops, status } = selected.arguments;
  const hops = maxHops?.present ? maxHops : Input.constant(HOPS);
  const statuses = status?.present
    ? scope.parameter((variables) => status.read(variables) as Value)
    : undefined;
  const [start, end] = [bindThing(scope, from), bindThing(scope, to)];
  const ends: Ends = { start, end, types: typesOf(scope, selected), hops: hopsOf(scope, hops), statuses };
  const shown = firstShown(scope, ends, selected);
  const found = shown?.list ?? planPaths(scope, ends, ({ facts }) => [lengthOf(facts)]);
  const cell = row.add(found);
  const object = buildObject({ scope, row, element: null, selection: selected.selection }, (asked) => {
    if (asked.selected === shown?.field)
      return { kind: 'list', cell, object: shown.object, size: () => PATHS_MAX };
    return planField({ ends, found: found.column, hops }, asked);
  });
  return { kind: 'here', object };
}

/** The first `paths` that is asked for: its search tells the outcome too, so that one search serves all. */
function firstShown(scope: Scope, ends: Ends, { selection }: Selected) {
  const field = [...selection.values()].flat().find(({ name }) => name === 'paths');
  return field && { field, ...planShown(scope, ends, field) };
}

/** Predicates of relationships stand in capitals, as their types do; others are named as fields are. */
const isRelationship = (predicate: string): boolean => predicate === predicate.toUpperCase();

/** The relationship types to go over. */
function typesOf(scope: Scope, selected: Selected): readonly string[] {
  const all = scope.schema.getType('Predicate');
  invariant(isEnumType(all), 'the schema has no predicates');
  const { via } = selected.arguments;
  const chosen = via?.present
    ? (scope.pin(via) as readonly string[])
    : all.getValues().flatMap(({ name }) => (isRelationship(name) ? [name] : []));
  if (chosen.length > 0) return [...new Set(chosen)];
  throw new ServiceError('BAD_USER_INPUT', 'path was given an empty list of facts to go over.', {
    hint: 'Leave via out to go over all of them.',
  });
}

function hopsOf(scope: Scope, input: Input): number {
  const hops = scope.pin(input);
  if (typeof hops === 'number' && hops >= 1 && hops <= HOPS_MAX) return hops;
  throw new ServiceError('BAD_USER_INPUT', `path was asked for ${hops} hops; a path has 1 to ${HOPS_MAX}.`, {
    hint: `Give maxHops from 1 to ${HOPS_MAX}.`,
  });
}

type Context = {
  readonly ends: Ends;
  /** The column with the paths. */
  readonly found: Variable;
  readonly hops: Input;
};

function planField({ ends, found, hops }: Context, asked: FieldRequest): Reading {
  const { scope, row, typeName, selected: field } = asked;
  switch (field.name) {
    case '__typename':
      return { kind: 'typename' };
    case 'maxHops':
      return { kind: 'variable', read: (variables) => hops.read(variables) };
    case 'hops':
      return { kind: 'value', cell: row.addExpression(expression`head(head(${found}))`), shape: 'nullable' };
    case 'outcome':
      return { kind: 'value', cell: row.addExpression(outcomeOf(ends, found)), shape: 'required' };
    case 'paths': {
      const { list, object } = planShown(scope, ends, field);
      return { kind: 'list', cell: row.add(list), object, size: () => PATHS_MAX };
    }
  }
  invariant(false, `${typeName}.${field.name} is not planned`);
}

function outcomeOf({ start: a, end: b }: Ends, found: Variable): Expression {
  return expression`CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN 'UNKNOWN_NAME' WHEN ${a}.id = ${b}.id THEN 'SAME_ENTITY'
    WHEN size(${found}) = 0 THEN 'NONE_WITHIN_HOPS' WHEN size(${found}) > ${literal(PATHS_MAX)} THEN 'TRUNCATED'
    ELSE 'FOUND' END`;
}

/** The nodes and facts of a path while it is planned. */
type Parts = { readonly nodes: Variable; readonly facts: Variable };

/** All shortest paths in an order of their own: by the entities and facts on them. */
function planPaths(scope: Scope, ends: Ends, cellsOf: (parts: Parts) => readonly Cell[]): Subquery {
  const [nodes, facts, text] = [variable('n'), variable('r'), variable('t')];
  const ways = shortestWays(scope, ends);
  const spelled = expression`reduce(t = '', n IN ${ways.nodes} | t + n.id + ' ') + ${ways.spelled}`;
  const columns = [column(ways.nodes, nodes), column(ways.facts, facts), column(spelled, text)];
  return listed({
    items: {
      clauses: [...ways.clauses, carrying(columns)],
      conditions: [],
      element: { variable: text },
      repeats: false,
    },
    order: inOrderOf(text),
    limit: scope.parameter(() => PATHS_MAX + 1),
    cells: cellsOf({ nodes, facts }),
  });
}

function planShown(
  scope: Scope,
  ends: Ends,
  field: Selected,
): { readonly list: Subquery; readonly object: ObjectPlan } {
  let object: ObjectPlan | undefined;
  const list = planPaths(scope, ends, ({ nodes, facts }) => {
    const row = new RowBuilder([lengthOf(facts)]);
    const plan: PlanField = (asked) => {
      const { typeName, selected } = asked;
      switch (selected.name) {
        case '__typename':
          return { kind: 'typename' };
        case 'hops': {
          return { kind: 'value', cell: row.add(lengthOf(facts)), shape: 'required' };
        }
        case 'nodes':
          return planSteps(asked, nodesOf(nodes));
        case 'facts':
          return planSteps(asked, factsOf(facts));
      }
      invariant(false, `${typeName}.${selected.name} is not planned`);
    };
    object = buildObject({ scope, row, element: null, selection: field.selection }, plan);
    return object.cells;
  });
  invariant(object, 'a path is planned with its list');
  return { list, object };
}

/** How many facts a path has: the first cell of each, by which the outcome is told. */
function lengthOf(facts: Variable): Cell {
  return { kind: 'expression', expression: call('size', facts) };
}

/** The parts of a path, each bound beside its place in it. */
type Steps = { readonly element: Element; readonly index: Variable; readonly clauses: readonly Clause[] };

/** Each place in a list. */
const placesIn = (of: Variable, index: Variable): readonly Clause[] =>
  clauses`UNWIND range(0, size(${of}) - 1) AS ${index}`;

/** The entities of a path. */
function nodesOf(nodes: Variable): Steps {
  const [index, item] = [variable('i'), variable('v')];
  const found = carrying([column(expression`${nodes}[${index}]`, item)]);
  return { element: { variable: item }, index, clauses: [...placesIn(nodes, index), found] };
}

/** The facts of a path, found by their ids. */
function factsOf(facts: Variable): Steps {
  const [index, item, id] = [variable('i'), variable('v'), variable('k')];
  const found = carrying([column(expression`${facts}[${index}]`, id)]);
  return {
    element: { variable: item },
    index,
    clauses: [...placesIn(facts, index), found, match(path(node(item, 'Fact', { id })))],
  };
}

/** The entities or facts of a path, in its order. */
function planSteps(
  { scope, row, selected }: FieldRequest,
  { element, index, clauses: found }: Steps,
): Reading {
  const object = planObject(scope, element, selected.selection);
  const size = () => HOPS_MAX + 1;
  const cell = row.add(
    listed({
      items: { clauses: found, conditions: [], element, repeats: false },
      order: inOrderOf(index),
      limit: scope.parameter(size),
      cells: object.cells,
    }),
  );
  return { kind: 'list', cell, object, size };
}
