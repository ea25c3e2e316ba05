import { isEnumType } from 'graphql';
import { invariant, ServiceError } from '../errors.ts';
import type { Value } from '../store/store.ts';
import { identifier } from './identifiers.ts';
import { Input } from './input.ts';
import { buildObject, planObject } from './object.ts';
import type { Cell, List, ObjectPlan, Reading } from './plan.ts';
import { type NamedInput, planResolution } from './resolution.ts';
import { type FieldRequest, type PlanField, RowBuilder } from './row.ts';
import type { Element, Scope } from './scope.ts';
import type { Selected } from './selection.ts';
import { shortestWays, shortestWaysOver } from './ways.ts';

/** The most facts that a path may have: beyond, everything is near everything. */
const HOPS_MAX = 8;

/** How many it may have where the request does not say. */
const HOPS = 4;

/** How many shortest paths are shown. */
const PATHS_MAX = 20;

type Ends = {
  readonly from: NamedInput;
  readonly to: NamedInput;
  readonly types: string;
  readonly hops: number;
  /** The statuses that events between the ends may have, where not all of them will do. */
  readonly statuses: string | undefined;
};

/** Plans `path(from:, to:)`: all shortest paths over facts, and how the search ended. */
export function planPathResult(
  { scope, row, selected }: FieldRequest,
  named: readonly NamedInput[],
): Reading {
  const [from, to] = named;
  invariant(from && to, 'path takes from and to');
  const { maxHops, status } = selected.arguments;
  const hops = maxHops?.present ? maxHops : Input.constant(HOPS);
  const statuses = status?.present
    ? scope.parameter((variables) => status.read(variables) as Value)
    : undefined;
  const ends: Ends = { from, to, types: typesOf(scope, selected), hops: hopsOf(scope, hops), statuses };
  const shown = firstShown(scope, ends, selected);
  const found = shown?.list ?? planPaths(scope, ends, undefined);
  const cell = row.addList(found);
  const object = buildObject({ scope, row, element: null, selection: selected.selection }, (asked) => {
    if (asked.selected === shown?.field)
      return { kind: 'list', cell, object: shown.object, size: () => PATHS_MAX };
    return planField({ ends, found, hops, named }, asked);
  });
  return { kind: 'here', object };
}

/** The first `paths` that is asked for: its search tells the outcome too, so that one search serves all. */
function firstShown(scope: Scope, ends: Ends, { selection }: Selected) {
  const field = [...selection.values()].flat().find(({ name }) => name === 'paths');
  return field && { field, ...planShown(scope, ends, field) };
}

/** The relationship types to go over, as Cypher has them: `GAVE|GIVEN_TO`. */
function typesOf(scope: Scope, selected: Selected): string {
  const all = scope.schema.getType('Predicate');
  invariant(isEnumType(all), 'the schema has no predicates');
  const { via } = selected.arguments;
  const chosen = via?.present
    ? (scope.pin(via) as readonly string[])
    : all.getValues().map((value) => value.name);
  if (chosen.length > 0) return [...new Set(chosen)].map(identifier).join('|');
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
  readonly found: List;
  readonly hops: Input;
  readonly named: readonly NamedInput[];
};

function planField({ ends, found, hops, named }: Context, asked: FieldRequest): Reading {
  const { scope, row, typeName, selected: field } = asked;
  const add = (text: string) => row.addExpression(text);
  switch (field.name) {
    case '__typename':
      return { kind: 'typename' };
    case 'resolved':
      return {
        kind: 'resolved',
        resolutions: named.map((n) => planResolution(asked, n, planObject)),
      };
    case 'maxHops':
      return { kind: 'variable', read: (variables) => hops.read(variables) };
    case 'hops':
      return { kind: 'value', cell: add(`head(head(${found.column}))`), shape: 'nullable' };
    case 'outcome':
      return { kind: 'value', cell: add(outcomeOf(ends, found.column)), shape: 'required' };
    case 'paths': {
      const { list, object } = planShown(scope, ends, field);
      const cell = row.addList(list);
      return { kind: 'list', cell, object, size: () => PATHS_MAX };
    }
  }
  invariant(false, `${typeName}.${field.name} is not planned`);
}

function outcomeOf({ from, to }: Ends, column: string): string {
  const [a, b] = [from.resolution.taken, to.resolution.taken];
  return [
    `CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN 'UNKNOWN_NAME'`,
    `WHEN ${a}.id = ${b}.id THEN 'SAME_ENTITY'`,
    `WHEN size(${column}) = 0 THEN 'NONE_WITHIN_HOPS'`,
    `WHEN size(${column}) > ${PATHS_MAX} THEN 'TRUNCATED' ELSE 'FOUND' END`,
  ].join(' ');
}

type Shown = { readonly cells: (nodes: string, facts: string) => readonly Cell[] };

/** Whether paths may go over all of the graph. */
const isWhole = (scope: Scope, { statuses }: Ends): boolean =>
  scope.asOf === undefined && statuses === undefined;

/** All shortest paths in an order of their own: by the entities and facts on them. */
function planPaths(scope: Scope, ends: Ends, shown: Shown | undefined): List {
  const [nodes, facts, text] = [scope.fresh('n'), scope.fresh('r'), scope.fresh('t')];
  const [start, end] = [ends.from.resolution.taken, ends.to.resolution.taken];
  const find = isWhole(scope, ends) ? shortestWays : shortestWaysOver;
  const ways = find(scope, { ...ends, start, end });
  const spelled = `reduce(t = '', n IN ${ways.nodes} | t + n.id + ' ') + ${ways.spelled}`;
  return {
    coordinate: 'PathResult.paths',
    column: scope.fresh('h'),
    imports: [start, end],
    source: {
      clauses: [
        ...ways.clauses,
        { project: `${ways.nodes} AS ${nodes}, ${ways.facts} AS ${facts}, ${spelled} AS ${text}` },
      ],
      binds: [nodes, facts, text],
      conditions: [],
      repeats: false,
    },
    computed: [],
    order: [{ expression: text, descending: false, nullable: false }],
    seek: [],
    backward: false,
    limit: scope.parameter(() => PATHS_MAX + 1),
    size: () => PATHS_MAX,
    cells: shown ? shown.cells(nodes, facts) : [lengthOf(facts)],
  };
}

function planShown(
  scope: Scope,
  ends: Ends,
  field: Selected,
): { readonly list: List; readonly object: ObjectPlan } {
  let object: ObjectPlan | undefined;
  const list = planPaths(scope, ends, {
    cells: (nodes, facts) => {
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
            return planSteps(asked, nodesOf(scope, nodes));
          case 'facts':
            return planSteps(asked, factsOf(scope, { nodes, facts, whole: isWhole(scope, ends) }));
        }
        invariant(false, `${typeName}.${selected.name} is not planned`);
      };
      object = buildObject({ scope, row, element: null, selection: field.selection }, plan);
      return object.cells;
    },
  });
  invariant(object, 'a path is planned with its list');
  return { list, object };
}

/** How many facts a path has: the first cell of each, by which the outcome is told. */
function lengthOf(facts: string): Cell {
  return { kind: 'expression', text: `size(${facts})` };
}

/** The parts of a path, each bound beside its place in it. */
type Steps = {
  readonly element: Element;
  readonly index: string;
  readonly imports: readonly string[];
  readonly clauses: List['source']['clauses'];
};

/** The entities of a path. */
function nodesOf(scope: Scope, nodes: string): Steps {
  const [index, item] = [scope.fresh('i'), scope.fresh('v')];
  const clauses = [
    `UNWIND range(0, size(${nodes}) - 1) AS ${index}`,
    { project: `${index}, ${nodes}[${index}] AS ${item}` },
  ];
  return { element: { variable: item }, index, imports: [nodes], clauses };
}

/** The facts of a path, with their ends. */
function factsOf(
  scope: Scope,
  { nodes, facts, whole }: { readonly nodes: string; readonly facts: string; readonly whole: boolean },
): Steps {
  const [index, item] = [scope.fresh('i'), scope.fresh('v')];
  const [start, end] = [scope.fresh('v'), scope.fresh('v')];
  const clauses = [
    `UNWIND range(0, size(${facts}) - 1) AS ${index}`,
    ...(whole
      ? [{ project: `${index}, ${facts}[${index}] AS ${item}` }]
      : foundBetween(scope, { nodes, facts, index, item })),
    { project: `${index}, ${item}, startNode(${item}) AS ${start}, endNode(${item}) AS ${end}` },
  ];
  const element = { variable: item, startNode: start, endNode: end };
  return { element, index, imports: whole ? [facts] : [nodes, facts], clauses };
}

/** Finds a fact of a way over some of the graph, which has facts by their element ids. */
function foundBetween(
  scope: Scope,
  { nodes, facts, index, item }: { readonly [part in 'nodes' | 'facts' | 'index' | 'item']: string },
): List['source']['clauses'] {
  const [a, b, id] = [scope.fresh('a'), scope.fresh('b'), scope.fresh('e')];
  return [
    {
      project: `${index}, ${nodes}[${index}] AS ${a}, ${nodes}[${index} + 1] AS ${b}, ${facts}[${index}] AS ${id}`,
    },
    `MATCH (${a})-[${item}]-(${b}) WHERE elementId(${item}) = ${id}`,
  ];
}

/** The entities or facts of a path, in its order. */
function planSteps({ scope, row, selected }: FieldRequest, steps: Steps): Reading {
  const { element, index, imports, clauses } = steps;
  const { variable, startNode, endNode } = element;
  const binds = [index, variable, ...(startNode && endNode ? [startNode, endNode] : [])];
  const object = planObject(scope, element, selected.selection);
  const size = () => HOPS_MAX + 1;
  const list: List = {
    coordinate: `Path.${selected.name}`,
    column: scope.fresh('h'),
    imports,
    source: { clauses, binds, conditions: [], repeats: false },
    computed: [],
    order: [{ expression: index, descending: false, nullable: false }],
    seek: [],
    backward: false,
    limit: scope.parameter(size),
    size,
    cells: object.cells,
  };
  const cell = row.addList(list);
  return { kind: 'list', cell, object, size };
}
