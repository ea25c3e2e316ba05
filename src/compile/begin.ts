import type {
  Clause,
  Expression,
  HopPattern,
  Match,
  Name,
  NodePattern,
  Operation,
  Pattern,
} from '../cypher/ast.ts';
import {
  allOf,
  call,
  carrying,
  column,
  conjuncts,
  kept,
  labelled,
  list,
  literal,
  match,
  negate,
  node,
  operation,
  path,
  property,
  renewed,
  returning,
  reverse,
  subcall,
  unwind,
  variable,
} from '../cypher/build.ts';
import type { Input } from './input.ts';
import type { Items } from './items.ts';
import type { Element, Scope } from './plan.ts';
import type { Selected } from './selection.ts';

/**
 * Where to begin: a pass over the items of a root list. A filter that fixes an end is begun at that end, however far
 * away it is, and not by a test of all of a type:
 *
 *     MATCH (v0:Gift)
 *     WHERE EXISTS { MATCH (v0)-[r1:GIVEN_DURING]->(v2:Event) WHERE EXISTS { MATCH (v2)-[r3:PART_OF]->(v4:Event) WHERE v4.id = $p0 } }
 *
 * becomes
 *
 *     MATCH (v4:Event {id: $p0})
 *     MATCH (v4)<-[r3:PART_OF]-(v2:Event)
 *     MATCH (v2)<-[r1:GIVEN_DURING]-(v0:Gift)
 *
 * What fixes an end is an id; a name is the ids of what it means. Of an OR, every branch must begin somewhere;
 * relationships are begun at either of their ends.
 *
 * It looks at the plan alone, not at the request: any condition that says the same, however it was asked, begins alike.
 */
export function begun(items: Items): Items {
  const [scan, ...others] = items.clauses;
  const pattern = scan?.kind === 'match' && others.length === 0 ? scan.patterns[0] : undefined;
  if (!pattern) return items;
  const beginning: Beginning = { pattern, item: items.element.variable };
  const candidates = [...items.conditions.filter((one) => !isOr(one)), ...items.conditions.filter(isOr)];
  return (
    firstOf(candidates, (condition) => {
      const start = startBy(beginning, condition);
      if (!start) return undefined;
      const conditions = items.conditions.filter((one) => !start.exact || one !== condition);
      return { ...items, clauses: withEndsOf(items, start.clauses), conditions, repeats: true };
    }) ?? items
  );
}

const isOr = (one: Expression): one is Operation => one.kind === 'operation' && one.operator === 'OR';

/** What is to be found by another way than a scan: a node, or relationships with their ends, and which of them. */
type Beginning = { readonly pattern: Pattern; readonly item: Name };

/** Clauses that find the same or more, and whether it is the same. */
type Start = { readonly clauses: readonly Clause[]; readonly exact: boolean };

/** Relationships are found without their ends, in whichever direction. */
function withEndsOf(
  { element: { variable: item, startNode, endNode } }: Items,
  found: readonly Clause[],
): readonly Clause[] {
  if (!startNode || !endNode) return found;
  const ends = [column(call('startNode', item), startNode), column(call('endNode', item), endNode)];
  return [...found, carrying([kept(item), ...ends], { distinct: true })];
}

/** Where a condition lets one begin: of an OR by each branch, of an AND by one part, of EXISTS where that begins. */
function startBy(beginning: Beginning, condition: Expression): Start | undefined {
  if (isOr(condition)) return startEither(beginning, condition.operands);
  const tests = conjuncts(condition);
  if (tests.length > 1) {
    const start = firstOf(tests, (one) => startBy(beginning, one));
    return start && { ...start, exact: false };
  }
  return (
    startAtEnd(beginning, condition) ?? startThrough(beginning, condition) ?? lookUp(beginning, condition)
  );
}

/** Whatever one of several branches finds: `CALL () { … RETURN v0 UNION ALL … RETURN v0 }`. */
function startEither(beginning: Beginning, branches: readonly Expression[]): Start | undefined {
  const starts = branches.map((one) => startBy(beginning, one));
  const found = starts.filter((one) => one !== undefined);
  if (found.length < branches.length) return undefined;
  const ways = found.map(({ clauses }) => [...clauses, returning(kept(beginning.item))]);
  return { clauses: [subcall(...ways)], exact: found.every(({ exact }) => exact) };
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Relationships by the node at one of their ends; the other end is of the type that the scan says. */
function startAtEnd({ pattern }: Beginning, condition: Expression): Start | undefined {
  return firstOf([pattern, reverse(pattern)], ({ parts: [first, hop, last] }) => {
    if (first?.kind !== 'node' || hop?.kind !== 'hop' || last?.kind !== 'node' || !first.variable)
      return undefined;
    const start = startBy({ pattern: path(first), item: first.variable }, condition);
    if (!start) return undefined;
    const across = match(path(node(first.variable), hop, { ...last, variable: undefined }));
    return { ...start, clauses: [...start.clauses, across] };
  });
}

/** A node by its id, or by each of several. */
function lookUp({ pattern }: Beginning, condition: Expression): Start | undefined {
  const [target, ...more] = pattern.parts;
  if (target?.kind !== 'node' || more.length > 0 || condition.kind !== 'operation') return undefined;
  const { operator } = condition;
  const [left, value] = condition.operands;
  const isId = left?.kind === 'property' && left.of === target.variable && left.name === 'id';
  if (!isId || target.labels.length === 0 || value?.kind !== 'parameter') return undefined;
  return operator === '=' || operator === 'IN'
    ? { clauses: byId(target, operator, value), exact: true }
    : undefined;
}

function byId(
  { variable: self, labels: [label] }: NodePattern,
  operator: string,
  value: Expression,
): readonly Clause[] {
  if (operator === '=') return [match(path(node(self, label, { id: value })))];
  const id = variable('k');
  return [unwind(value, id), match(path(node(self, label, { id })))];
}

/** Through what EXISTS matches, from what its own condition fixes. */
function startThrough({ pattern: labels, item }: Beginning, condition: Expression): Start | undefined {
  if (condition.kind !== 'subquery' || condition.of !== 'EXISTS') return undefined;
  const [clause, ...others] = condition.query.branches[0] ?? [];
  if (clause?.kind !== 'match' || others.length > 0 || clause.patterns.length > 1) return undefined;
  const inner = renewed(clause, new Set<Name>([item]));
  const [pattern] = inner.patterns;
  if (!pattern?.parts.some(({ variable: one }) => one === item)) return undefined;
  const to = labelledAs(pattern, labels);
  return firstOf(conjuncts(inner.where), (test) => startFrom({ pattern: to, item }, test, inner));
}

/** Begins at a node of a match that one of its conditions fixes, and asks the others where the match leads across. */
function startFrom({ pattern, item }: Beginning, test: Expression, { where }: Match): Start | undefined {
  return firstOf(pattern.parts, (one) => {
    const fixed = one.kind === 'node' && one.variable && { pattern: path(one), item: one.variable };
    const start = fixed && startBy(fixed, test);
    if (!start) return undefined;
    if (one.variable === item) return { ...start, exact: false };
    const bare = { ...one, labels: [] };
    const way = { ...pattern, parts: pattern.parts.map((part) => (part === one ? bare : part)) };
    const rest = start.exact ? conjuncts(where).filter((other) => other !== test) : [];
    const across = match(fromEnd(way, bare), rest.length > 0 ? allOf(rest) : undefined);
    return { ...start, clauses: [...start.clauses, across] };
  });
}

/** A pattern written from one of its ends, where it is at one. */
function fromEnd(pattern: Pattern, { variable: name }: NodePattern | HopPattern): Pattern {
  const isLast = pattern.parts.at(-1)?.variable === name && pattern.parts[0]?.variable !== name;
  return isLast ? reverse(pattern) : pattern;
}

/** Nodes of a pattern with the labels that they have in another. */
function labelledAs(pattern: Pattern, { parts }: Pattern): Pattern {
  return parts.reduce(
    (all, one) => (one.kind === 'node' && one.variable ? labelled(all, one.variable, one.labels) : all),
    pattern,
  );
}

/**
 * What is denied or taken back is in a list only where it is asked for, by its status or by `withdrawn: true`:
 *
 *     gifts { … }                             MATCH (v0:Gift) WHERE NOT v0.status IN ['DENIED', 'WITHDRAWN']
 *     gifts(where: {status: {…}}) { … }       MATCH (v0:Gift) WHERE v0.status …
 */

/** What holds of items of a list that were not asked for, of types that can be denied or taken back. */
export function leftIn(scope: Scope, typeName: string, { variable }: Element): readonly Expression[] {
  const gone = scope.mapping.gone(typeName);
  if (!gone) return [];
  const status = property(variable, gone.property, gone.rule);
  const values = list(gone.values.map(literal));
  // Nothing is said of a null either: a test for presence beside it would only lead a planner to an index of all.
  if (gone.required) return [negate(operation('IN', status, values))];
  return [negate(operation('IN', call('coalesce', status, literal('')), values))];
}

/** Whether a filter names the status by which things are left out. */
export function asksForGone(scope: Scope, typeName: string, where: Input | undefined): boolean {
  const gone = scope.mapping.gone(typeName);
  if (!gone || !where?.present) return false;
  return where.keys().some((key) => {
    const input = where.get(key);
    if (!input?.present) return false;
    if (key === gone.property) return true;
    if (key === 'and' || key === 'or') return input.items().some((one) => asksForGone(scope, typeName, one));
    return key === 'not' && asksForGone(scope, typeName, input);
  });
}

/** A field that is asked, and the type that has it. */
type Asked = { readonly typeName: string; readonly selected: Selected };

/** Whether a field asks for all that there is of a type: by its nature, an argument, or a filter. */
export function asksForAll(scope: Scope, { typeName: owner, selected }: Asked, typeName: string): boolean {
  const { name, arguments: given } = selected;
  const gone = scope.mapping.gone(typeName);
  if (!gone || scope.mapping.whole(owner, name)) return true;
  const { withdrawn, where } = given;
  if (withdrawn?.present && scope.pin(withdrawn) === true) return true;
  const byArgument = [...scope.mapping.shortcuts(owner, name)].some(
    ([argument, [key]]) => key === gone.property && given[argument]?.present,
  );
  return byArgument || asksForGone(scope, typeName, where);
}
