import { isEnumType } from 'graphql';
import { invariant, ServiceError } from '../errors.ts';
import { Input } from './input.ts';
import { identifier } from './names.ts';
import { buildObject, type PlanReading, planObject } from './object.ts';
import type { Cell, List, ObjectPlan, Reading } from './plan.ts';
import { type NamedInput, planResolution } from './resolution.ts';
import { RowBuilder } from './row.ts';
import type { Element, Scope } from './scope.ts';
import type { Selected } from './selection.ts';

/** The most facts that a path may have: beyond, everything is near everything. */
const HOPS_MAX = 8;

/** How many shortest paths are shown. */
const PATHS_MAX = 20;

type Ends = { readonly from: NamedInput; readonly to: NamedInput; readonly pattern: string };

/** Plans `path(from:, to:)`: all shortest paths over facts, and how the search ended. */
export function planPathResult(
  scope: Scope,
  row: RowBuilder,
  named: readonly NamedInput[],
  selected: Selected,
): Reading {
  const [from, to] = named;
  invariant(from && to, 'path takes from and to');
  const hops = selected.arguments.maxHops ?? Input.constant(4);
  const ends: Ends = { from, to, pattern: `[:${typesOf(scope, selected)}*1..${hopsOf(scope, hops)}]` };
  const shown = firstShown(scope, ends, selected);
  const found = shown?.list ?? planPaths(scope, ends, undefined);
  const cell = row.add({ kind: 'subquery', subquery: { kind: 'list', list: found } });
  const object = buildObject(
    scope,
    null,
    selected.selection,
    (into, typeName, field) => {
      if (field === shown?.field) return { kind: 'list', cell, object: shown.object, size: () => PATHS_MAX };
      return planField({ scope, ends, found, hops, named }, into, typeName, field);
    },
    row,
  );
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
  readonly scope: Scope;
  readonly ends: Ends;
  readonly found: List;
  readonly hops: Input;
  readonly named: readonly NamedInput[];
};

function planField(context: Context, row: RowBuilder, typeName: string, field: Selected): Reading {
  const { scope, ends, found, hops, named } = context;
  const add = (text: string) => row.add({ kind: 'expression', text });
  switch (field.name) {
    case '__typename':
      return { kind: 'typename' };
    case 'resolved':
      return {
        kind: 'resolved',
        resolutions: named.map((n) => planResolution(scope, row, n, field, planObject)),
      };
    case 'maxHops':
      return { kind: 'variable', read: (variables) => hops.read(variables) };
    case 'hops':
      return { kind: 'value', cell: add(`head(head(${found.column}))`), shape: 'nullable' };
    case 'outcome':
      return { kind: 'value', cell: add(outcomeOf(ends, found.column)), shape: 'required' };
    case 'paths': {
      const { list, object } = planShown(scope, ends, field);
      const cell = row.add({ kind: 'subquery', subquery: { kind: 'list', list } });
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

/** All shortest paths in an order of their own: by the entities and facts on them. */
function planPaths(scope: Scope, { from, to, pattern }: Ends, shown: Shown | undefined): List {
  const [p, nodes, facts, text] = [scope.fresh('p_'), scope.fresh('n'), scope.fresh('r'), scope.fresh('t')];
  const [a, b] = [scope.fresh('a'), scope.fresh('b')];
  const [start, end] = [from.resolution.taken, to.resolution.taken];
  const spelled = `reduce(t = '', n IN nodes(${p}) | t + n.id + ' ') + reduce(t = '', r IN relationships(${p}) | t + type(r) + ' ' + coalesce(r.role, r.title, '') + ' ')`;
  return {
    coordinate: 'PathResult.paths',
    column: scope.fresh('h'),
    imports: [start, end],
    source: {
      clauses: [
        { project: `${start} AS ${a}, ${end} AS ${b}`, where: `${start}.id <> ${end}.id` },
        `MATCH ${p} = allShortestPaths((${a})-${pattern}-(${b}))`,
        { project: `nodes(${p}) AS ${nodes}, relationships(${p}) AS ${facts}, ${spelled} AS ${text}` },
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
      const plan: PlanReading = (row, typeName, selected) => {
        switch (selected.name) {
          case '__typename':
            return { kind: 'typename' };
          case 'hops': {
            return { kind: 'value', cell: row.add(lengthOf(facts)), shape: 'required' };
          }
          case 'nodes':
            return planSteps(scope, row, nodes, selected, (item) => ({ variable: item }));
          case 'facts':
            return planSteps(scope, row, facts, selected, (item) => withEnds(scope, item));
        }
        invariant(false, `${typeName}.${selected.name} is not planned`);
      };
      object = buildObject(scope, null, field.selection, plan, row);
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

/** A relationship of a path with variables for its ends. */
function withEnds(scope: Scope, item: string): Element {
  return { variable: item, startNode: scope.fresh('v'), endNode: scope.fresh('v') };
}

/** The entities or facts of a path, in its order. */
function planSteps(
  scope: Scope,
  row: RowBuilder,
  steps: string,
  selected: Selected,
  elementOf: (item: string) => Element,
): Reading {
  const [index, item] = [scope.fresh('i'), scope.fresh('v')];
  const element = elementOf(item);
  const { startNode, endNode } = element;
  const clauses: List['source']['clauses'] = [
    `UNWIND range(0, size(${steps}) - 1) AS ${index}`,
    { project: `${index}, ${steps}[${index}] AS ${item}` },
    ...(startNode && endNode
      ? [{ project: `${index}, ${item}, startNode(${item}) AS ${startNode}, endNode(${item}) AS ${endNode}` }]
      : []),
  ];
  const binds = [index, item, ...(startNode && endNode ? [startNode, endNode] : [])];
  const object = planObject(scope, element, selected.selection);
  const size = () => HOPS_MAX + 1;
  const list: List = {
    coordinate: `Path.${selected.name}`,
    column: scope.fresh('h'),
    imports: [steps],
    source: { clauses, binds, conditions: [], repeats: false },
    computed: [],
    order: [{ expression: index, descending: false, nullable: false }],
    seek: [],
    backward: false,
    limit: scope.parameter(size),
    size,
    cells: object.cells,
  };
  const cell = row.add({ kind: 'subquery', subquery: { kind: 'list', list } });
  return { kind: 'list', cell, object, size };
}
