import type {
  Clause,
  Expression,
  HopPattern,
  Match,
  Name,
  NodePattern,
  Pattern,
  Variable,
} from '../cypher/ast.ts';
import {
  call,
  carrying,
  column,
  conjuncts,
  isNotNull,
  kept,
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
export function begun(scope: Scope, items: Items): Items {
  const [scan, ...others] = items.clauses;
  const pattern = scan?.kind === 'match' && others.length === 0 ? scan.patterns[0] : undefined;
  if (!pattern) return items;
  const beginning: Beginning = { scope, pattern, item: items.element.variable };
  const isOr = (one: Expression): boolean => one.kind === 'operation' && one.operator === 'OR';
  const candidates = [...items.conditions.filter((one) => !isOr(one)), ...items.conditions.filter(isOr)];
  for (const condition of candidates) {
    const start = startBy(beginning, condition);
    if (!start) continue;
    const conditions = start.exact ? items.conditions.filter((one) => one !== condition) : items.conditions;
    return { ...items, clauses: withEndsOf(items, start.clauses), conditions, repeats: true };
  }
  return items;
}

/** What is to be found by another way than a scan: the pattern of the scan, and the item in it. */
type Beginning = { readonly scope: Scope; readonly pattern: Pattern; readonly item: Variable };

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

function startBy(beginning: Beginning, condition: Expression): Start | undefined {
  if (condition.kind === 'operation' && condition.operator === 'OR')
    return startEither(beginning, condition.operands);
  const tests = conjuncts(condition);
  if (tests.length > 1) return firstOf(tests, (one) => inexact(startBy(beginning, one)));
  const { scope, pattern, item } = beginning;
  const [only, ...more] = pattern.parts;
  if (only?.kind === 'node' && more.length === 0) return findNode(scope, only, condition);
  return findByEnd(beginning, condition) ?? findThrough(scope, { condition, target: item, labels: pattern });
}

/** Whatever one of several branches finds: `CALL () { … RETURN v0 UNION ALL … RETURN v0 }`. */
function startEither(beginning: Beginning, branches: readonly Expression[]): Start | undefined {
  const starts = branches.map((one) => startBy(beginning, one));
  const found = starts.filter((one) => one !== undefined);
  if (found.length < branches.length) return undefined;
  const ways = found.map(({ clauses }) => [...clauses, returning(kept(beginning.item))]);
  return { clauses: [subcall(...ways)], exact: found.every(({ exact }) => exact) };
}

const inexact = (start: Start | undefined): Start | undefined => start && { ...start, exact: false };

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Relationships by the node at one of their ends; the other end is of the type that the scan says. */
function findByEnd({ scope, pattern }: Beginning, condition: Expression): Start | undefined {
  const ends = [pattern, reverse(pattern)];
  return firstOf(ends, (one) => {
    const [first, hop, last] = one.parts;
    if (first?.kind !== 'node' || hop?.kind !== 'hop' || last?.kind !== 'node' || !first.variable)
      return undefined;
    const start = findNode(scope, first, condition);
    if (!start) return undefined;
    const across = match(path(node(first.variable), hop, { ...last, variable: undefined }));
    return { clauses: [...start.clauses, across], exact: start.exact };
  });
}

/** A node that a condition fixes, or that it leads to from what it fixes. */
function findNode(scope: Scope, target: NodePattern, condition: Expression): Start | undefined {
  const self = target.variable;
  if (!self) return undefined;
  if (condition.kind === 'subquery')
    return findThrough(scope, { condition, target: self, labels: path(target) });
  if (condition.kind !== 'operation') return undefined;
  if (condition.operator === 'AND') {
    return firstOf(condition.operands, (one) => inexact(findNode(scope, target, one)));
  }
  if (condition.operator === 'OR')
    return startEither({ scope, pattern: path(target), item: self as Variable }, condition.operands);
  return lookUp(target, condition);
}

/** By an id, or by each of several. */
function lookUp({ variable: self, labels: [label] }: NodePattern, condition: Expression): Start | undefined {
  if (condition.kind !== 'operation') return undefined;
  const { operator } = condition;
  const [left, value] = condition.operands;
  const isId = left?.kind === 'property' && left.of === self && left.name === 'id';
  if (!isId || !label || value?.kind !== 'parameter' || (operator !== '=' && operator !== 'IN'))
    return undefined;
  return byId(self, label, { operator, value });
}

function byId(
  self: Name | undefined,
  label: string,
  { operator, value }: { readonly operator: string; readonly value: Expression },
): Start {
  if (operator === '=') return { clauses: [match(path(node(self, label, { id: value })))], exact: true };
  const id = variable('k');
  return { clauses: [unwind(value, id), match(path(node(self, label, { id })))], exact: true };
}

/** A condition that something joined exists; what it is to find, and the pattern in which that has its label. */
type Through = { readonly condition: Expression; readonly target: Name; readonly labels: Pattern };

/** Through what EXISTS matches, from what its own condition fixes. */
function findThrough(scope: Scope, { condition, target, labels }: Through): Start | undefined {
  if (condition.kind !== 'subquery' || condition.of !== 'EXISTS') return undefined;
  const [clause, ...others] = condition.query.branches[0] ?? [];
  if (clause?.kind !== 'match' || others.length > 0 || clause.patterns.length > 1) return undefined;
  const inner = renewed(clause, new Set<Name>([target]));
  const [pattern] = inner.patterns;
  if (!pattern?.parts.some(({ variable: one }) => one === target)) return undefined;
  return fromFixed(scope, { inner, to: labelledAs(pattern, labels), target });
}

type Fixed = { readonly inner: Match; readonly to: Pattern; readonly target: Name };

/** Begins where a condition of the match fixes one of its nodes. */
function fromFixed(scope: Scope, { inner, to, target }: Fixed): Start | undefined {
  const tests = conjuncts(inner.where);
  const nodes = to.parts.filter((part): part is NodePattern => part.kind === 'node');
  for (const test of tests) {
    for (const one of nodes) {
      const start = findNode(scope, one, test);
      if (!start) continue;
      const whole = one.variable === target;
      const rest = tests.filter((other) => other !== test);
      const bare = { ...one, labels: [], properties: [] };
      const across = match(fromEnd(replaced(to, one, bare), bare));
      const exact = start.exact && rest.length === 0 && !whole;
      return { clauses: whole ? start.clauses : [...start.clauses, across], exact };
    }
  }
  return undefined;
}

const replaced = (pattern: Pattern, one: NodePattern, by: NodePattern): Pattern => ({
  ...pattern,
  parts: pattern.parts.map((part) => (part === one ? by : part)),
});

/** A pattern written from one of its ends, where it is at one. */
function fromEnd(pattern: Pattern, end: NodePattern | HopPattern): Pattern {
  const name = end.variable;
  return pattern.parts.at(-1)?.variable === name && pattern.parts[0]?.variable !== name
    ? reverse(pattern)
    : pattern;
}

/** Nodes of a pattern with the labels that they have in another. */
function labelledAs(pattern: Pattern, labels: Pattern): Pattern {
  const parts = pattern.parts.map((part) => {
    const known = labels.parts.find(
      (one) => one.kind === 'node' && one.variable !== undefined && one.variable === part.variable,
    );
    return part.kind === 'node' && known?.kind === 'node' && part.labels.length === 0
      ? { ...part, labels: known.labels }
      : part;
  });
  return { ...pattern, parts };
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
  if (gone.required) return [isNotNull(status), negate(operation('IN', status, values))];
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
