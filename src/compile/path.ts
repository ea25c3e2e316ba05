import { isEnumType } from 'graphql';
import type { Clause, Expression, Variable } from '../cypher/ast.ts';
import { call, carrying, column, literal, match, node, path, variable } from '../cypher/build.ts';
import { clauses, expression } from '../cypher/template.ts';
import { invariant, ServiceError } from '../errors.ts';
import type { Value } from '../store/store.ts';
import { many, type ObjectPlan, type Reading, told } from './answer.ts';
import { Input, oneMore } from './input.ts';
import { bound } from './items.ts';
import { inOrderOf, listed } from './list.ts';
import { bindThing, readNamed } from './names.ts';
import { addCell, byName, planObject, planParts, planThings, planValue, rowOf, wholeOf } from './object.ts';
import type { Cell, FieldRequest, Scope } from './plan.ts';
import type { Selected, Selection } from './selection.ts';
import { shortestWays } from './ways.ts';

/**
 * `path(from:, to:)`: how its ways are asked for and shown; `ways.ts` finds them. One search serves all fields: the
 * paths themselves, how many facts they have, and how the search ended, since a path more is read than is shown:
 *
 *     outcome   no such name, one and the same thing, none within so many hops, or more than are shown
 *     hops      head(head(h3)): the first cell of the first path is its length
 */

/** The most facts that a path may have: beyond, everything is near everything. */
const HOPS_MAX = 8;

/** How many it may have where the request does not say. */
const HOPS = 4;

/** How many shortest paths are shown. */
const PATHS_MAX = 20;

const shownMost = (): number => PATHS_MAX;
const stepsMost = (): number => HOPS_MAX + 1;

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
  // The first `paths` that is asked for: its search tells the outcome too, so that one search serves all.
  const first = [...selected.selection.values()].flat().find(({ name }) => name === 'paths');
  const search = planPaths(scope, ends, first?.selection ?? new Map());
  const cell = addCell(row, search.list);
  const found = search.list.expression;
  return planParts(request, {
    maxHops: () => told(hops.read),
    hops: (asked) => planValue(asked, expression`head(head(${found}))`),
    outcome: (asked) => planValue(asked, outcomeOf(ends, found)),
    paths: (asked) => {
      if (asked.selected === first) return many(cell, search.object, shownMost);
      const { list, object } = planPaths(scope, ends, asked.selected.selection);
      return many(addCell(row, list), object, shownMost);
    },
  });
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

function outcomeOf({ start: a, end: b }: Ends, found: Expression): Expression {
  return expression`CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN 'UNKNOWN_NAME' WHEN ${a}.id = ${b}.id THEN 'SAME_ENTITY'
    WHEN size(${found}) = 0 THEN 'NONE_WITHIN_HOPS' WHEN size(${found}) > ${literal(PATHS_MAX)} THEN 'TRUNCATED'
    ELSE 'FOUND' END`;
}

/** All shortest paths, each beside its length, in an order of their own: by the entities and facts on them. */
function planPaths(
  scope: Scope,
  ends: Ends,
  selection: Selection,
): { readonly list: Cell; readonly object: ObjectPlan } {
  const [nodes, facts, text] = [variable('n'), variable('r'), variable('t')];
  const ways = shortestWays(scope, ends);
  const spelled = expression`reduce(t = '', n IN ${ways.nodes} | t + n.id + ' ') + ${ways.spelled}`;
  const columns = [column(ways.nodes, nodes), column(ways.facts, facts), column(spelled, text)];
  const items = bound(text, [...ways.clauses, carrying(columns)]);
  const length = call('size', facts);
  const limit = scope.parameter(oneMore(shownMost));
  const row = rowOf(length);
  const plans = byName({
    hops: (asked) => planValue(asked, length),
    nodes: (asked) => planSteps(asked, nodes, (place, item) => [carrying([column(place, item)])]),
    facts: (asked) => planSteps(asked, facts, factAt),
  });
  const object = planObject({ scope, row, selection }, plans);
  return { list: listed({ items, order: inOrderOf(text), limit }, wholeOf(row)), object };
}

/** The fact whose id stands at a place. */
function factAt(place: Expression, item: Variable): readonly Clause[] {
  const id = variable('k');
  return [carrying([column(place, id)]), match(path(node(item, 'Fact', { id })))];
}

/** The entities or facts of a path, in its order: clauses that find each at its place. */
function planSteps(
  request: FieldRequest,
  steps: Variable,
  find: (place: Expression, item: Variable) => readonly Clause[],
): Reading {
  const [index, item] = [variable('i'), variable('v')];
  const places = clauses`UNWIND range(0, size(${steps}) - 1) AS ${index}`;
  const items = bound(item, [...places, ...find(expression`${steps}[${index}]`, item)]);
  return planThings(request, { items, order: inOrderOf(index), size: stepsMost });
}
