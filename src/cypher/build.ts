import { broken } from '../errors.ts';
import type {
  Call,
  Clause,
  Column,
  Direction,
  Expression,
  Hole,
  HopPattern,
  Literal,
  Match,
  Name,
  Node,
  NodePattern,
  Operation,
  Parameter,
  Pattern,
  Property,
  Query,
  Return,
  Variable,
  With,
} from './ast.ts';

/**
 * Cypher is put together and taken apart here: constructors, each with the text that it stands for, then how a piece
 * becomes another, and what can be told of one.
 */

const frozen = <T extends object>(value: T): Readonly<T> => Object.freeze(value);

/** A new variable. */
export const variable = (hint: string): Variable => frozen({ kind: 'variable', hint });

export const hole = (name: string): Hole => frozen({ kind: 'hole', name });

export const parameter = (read: Parameter['read']): Parameter => frozen({ kind: 'parameter', read });

export const literal = (value: Literal['value']): Literal => frozen({ kind: 'literal', value });

/** `v0.name` */
export const property = (of: Expression, name: string, rule?: string): Property =>
  frozen({ kind: 'property', of, name, rule });

/** `head(v0)` */
export const call = (name: string, ...args: readonly Expression[]): Expression =>
  frozen({ kind: 'call', name, args });

/** `count(DISTINCT v0)` */
export const distinctCall = (name: string, ...args: readonly Expression[]): Expression =>
  frozen({ kind: 'call', name, distinct: true, args });

export const operation = (operator: string, ...operands: readonly Expression[]): Operation =>
  frozen({ kind: 'operation', operator, operands });

export const equal = (left: Expression, right: Expression): Operation => operation('=', left, right);

export const isNull = (value: Expression): Operation => operation('IS NULL', value);

export const isNotNull = (value: Expression): Operation => operation('IS NOT NULL', value);

export const list = (items: readonly Expression[]): Expression => frozen({ kind: 'list', items });

/** `v0[$p0]` */
export const at = (of: Expression, index: Expression): Expression => frozen({ kind: 'index', of, at: index });

/** `EXISTS { … }`, and `COUNT { … }`. */
export const subquery = (of: 'EXISTS' | 'COUNT', clauses: readonly Clause[]): Expression =>
  frozen({ kind: 'subquery', of, query: query(clauses) });

export const TRUE = literal(true);
export const FALSE = literal(false);

const isTruth = (value: boolean) => (test: Expression) => test.kind === 'literal' && test.value === value;

/** All of these hold; true of none. What is always true or false is left out: some planners fail on it. */
export const allOf = (tests: readonly Expression[]): Expression => joined('AND', tests);

/** One of these holds; false of none. */
export const anyOf = (tests: readonly Expression[]): Expression => joined('OR', tests);

function joined(operator: 'AND' | 'OR', tests: readonly Expression[]): Expression {
  const decided = operator === 'OR';
  if (tests.some(isTruth(decided))) return literal(decided);
  const open = tests
    .filter((test) => !isTruth(!decided)(test))
    .flatMap((test) => (test.kind === 'operation' && test.operator === operator ? test.operands : [test]));
  if (open.length === 0) return literal(!decided);
  return open.length === 1 ? (open[0] ?? TRUE) : operation(operator, ...open);
}

/** This does not hold. */
export function negate(test: Expression): Expression {
  const [denied] = test.kind === 'operation' && test.operator === 'NOT' ? test.operands : [];
  if (denied) return denied;
  return test.kind === 'literal' && typeof test.value === 'boolean'
    ? literal(!test.value)
    : operation('NOT', test);
}

/** What must all hold, one by one; nothing of what is always true. */
export function conjuncts(test: Expression | undefined): readonly Expression[] {
  if (test === undefined || isTruth(true)(test)) return [];
  return test.kind === 'operation' && test.operator === 'AND' ? test.operands : [test];
}

/** `(v0:Gift {id: $p0})` */
export const node = (
  name?: Name,
  label?: string,
  properties: { readonly [key: string]: Expression } = {},
): NodePattern =>
  frozen({
    kind: 'node',
    variable: name,
    labels: label === undefined ? [] : [label],
    properties: Object.entries(properties).map(([key, value]) => ({ key, value })),
  });

/** `-[r0:GAVE]->` */
export const hop = (name: Name | undefined, types: readonly string[], direction: Direction): HopPattern =>
  frozen({ kind: 'hop', variable: name, types, direction });

/** Nodes and hops in turn. */
export const path = (...parts: Pattern['parts']): Pattern => frozen({ kind: 'pattern', parts });

export const match = (pattern: Pattern, where?: Expression): Match =>
  frozen({ kind: 'match', patterns: [pattern], where });

export const unwind = (values: Expression, as: Name): Clause => frozen({ kind: 'unwind', list: values, as });

/** A column that keeps its variable. */
export const kept = (name: Name): Column => frozen({ value: name, as: name });

export const column = (value: Expression, as: Name): Column => frozen({ value, as });

/** A WITH on which all goes on that is used later. */
export const carrying = (
  columns: readonly Column[],
  more: Partial<Omit<With, 'kind' | 'columns'>> = {},
): With => frozen({ kind: 'with', carry: true, columns, ...more });

/** A WITH on which nothing goes on but its columns. */
export const closing = (
  columns: readonly Column[],
  more: Partial<Omit<With, 'kind' | 'columns'>> = {},
): With => frozen({ kind: 'with', columns, ...more });

export const returning = (...columns: readonly Column[]): Return => frozen({ kind: 'return', columns });

export const query = (...branches: readonly (readonly Clause[])[]): Query =>
  frozen({ kind: 'query', branches });

/** `CALL (…) { … }`, with UNION ALL between branches. */
export const subcall = (...branches: readonly (readonly Clause[])[]): Call =>
  frozen({ kind: 'subcall', query: query(...branches) });

/** What stands in a place of the tree: a piece of Cypher, or whatever else a piece is made of. */
type Part = unknown;

const isPiece = (part: Part): part is Node => typeof part === 'object' && part !== null && 'kind' in part;

/**
 * The same piece with some of it replaced: `change` gives what stands for a piece, or undefined to look inside it.
 * What has nothing replaced in it stays the same object.
 */
export function rewrite<T extends Part>(part: T, change: (piece: Node) => Part): T {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return rewriteItems(part, change) as T & Part[];
  const changed = isPiece(part) ? change(part) : undefined;
  return changed === undefined ? inside(part, change) : (changed as T);
}

function rewriteItems(items: readonly Part[], change: (piece: Node) => Part): readonly Part[] {
  let copy: Part[] | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const next = rewrite(items[index], change);
    if (next === items[index]) continue;
    copy ??= [...items];
    copy[index] = next;
  }
  return copy ?? items;
}

/** As `rewrite`, without a look at the piece itself. */
export function inside<T extends object>(part: T, change: (piece: Node) => Part): T {
  let copy: { [key: string]: Part } | undefined;
  for (const key in part) {
    const value: Part = part[key];
    if (typeof value !== 'object' || value === null) continue;
    const next = rewrite(value, change);
    if (next === value) continue;
    copy ??= { ...part } as { [key: string]: Part };
    copy[key] = next;
  }
  return copy === undefined ? part : (Object.freeze(copy) as T);
}

/** A piece put to use, and what its own variables have become. */
export type Filled<T> = { readonly piece: T; readonly own: (name: Name) => Variable };

/**
 * Puts a piece to use: its holes are filled, and its own variables become new ones, so that it can stand in a query
 * many times. `MATCH (this)-[fact]-(:Entity) RETURN fact` gives `MATCH (v0)-[fact_1]-(:Entity) RETURN fact_1`.
 */
export function fill<T extends Part>(
  piece: T,
  holes: { readonly [name: string]: Expression | undefined },
): Filled<T> {
  const fresh = new Map<Variable, Variable>();
  const own = (name: Name): Variable => {
    if (name.kind === 'hole') return filled(name.name) as Variable;
    const known = fresh.get(name) ?? variable(name.hint);
    fresh.set(name, known);
    return known;
  };
  const filled = (name: string): Expression => holes[name] ?? broken(`nothing stands for "${name}"`);
  const change = (one: Node) => {
    if (one.kind === 'variable') return own(one);
    if (one.kind === 'parameter') return one;
    return one.kind === 'hole' ? filled(one.name) : undefined;
  };
  return { piece: rewrite(piece, change), own };
}

/** A copy whose variables are new ones, but for those that are kept. */
export function renewed<T extends Part>(piece: T, keep: ReadonlySet<Name>): T {
  const fresh = new Map<Variable, Variable>();
  return rewrite(piece, (one) => {
    if (one.kind !== 'variable') return one.kind === 'parameter' ? one : undefined;
    if (keep.has(one)) return one;
    const known = fresh.get(one) ?? variable(one.hint);
    fresh.set(one, known);
    return known;
  });
}

/** Whether a test holds of any piece in a part, itself included; it is asked in the order in which they stand. */
export function someIn(part: Part, test: (piece: Node) => boolean): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if (isPiece(part) && test(part)) return true;
  for (const key in part) if (someIn(part[key as keyof typeof part], test)) return true;
  return false;
}

/** Whether two pieces say the same of the same variables. */
export function same(one: Part, other: Part): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (isPiece(one) && (one.kind === 'variable' || one.kind === 'parameter')) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  const value = (of: object, key: string): Part => (of as { readonly [key: string]: Part })[key];
  return keys.length === others.length && keys.every((key) => same(value(one, key), value(other, key)));
}

/** The same pattern written from its other end: `(a)-[:X]->(b)` gives `(b)<-[:X]-(a)`. */
export function reverse(pattern: Pattern): Pattern {
  const parts = pattern.parts.map((part) => (part.kind === 'hop' ? turned(part) : part));
  return Object.freeze({ ...pattern, parts: parts.reverse() });
}

const TURNED = { OUT: 'IN', IN: 'OUT', EITHER: 'EITHER' } as const;

const turned = (one: HopPattern): HopPattern => Object.freeze({ ...one, direction: TURNED[one.direction] });

/** A pattern in which both ends of a relationship have variables, and which of them is where it starts. */
export type WithEnds = { readonly pattern: Pattern; readonly startNode: Name; readonly endNode: Name };

/** `(a)-[r:X]->(:B)` gives `(a)-[r:X]->(v0:B)`, with `a` as the start of `r` and `v0` as its end. */
export function withEnds(pattern: Pattern, relationship: Name): WithEnds | undefined {
  const place = pattern.parts.findIndex((part) => part.kind === 'hop' && part.variable === relationship);
  const [left, one, right] = pattern.parts.slice(place - 1, place + 2);
  if (place < 0 || left?.kind !== 'node' || one?.kind !== 'hop' || right?.kind !== 'node') return undefined;
  const [before, after] = [named(left), named(right)];
  const parts = pattern.parts.with(place - 1, before).with(place + 1, after);
  const [from, to] = one.direction === 'IN' ? [after, before] : [before, after];
  return { pattern: Object.freeze({ ...pattern, parts }), startNode: from.variable, endNode: to.variable };
}

/** A part of a pattern with a variable: its own, else a new one. */
export function named<T extends NodePattern | HopPattern>(part: T): T & { readonly variable: Name } {
  const own = part.variable ?? variable(part.kind === 'node' ? 'v' : 'r');
  return Object.freeze(Object.assign({}, part, { variable: own }));
}

/** A pattern whose hop to an unnamed other end may be followed either way, once each way. */
export function eitherWay(pattern: Pattern): readonly Pattern[] {
  const place = pattern.parts.findIndex((part) => part.kind === 'hop' && part.direction === 'EITHER');
  const one = pattern.parts[place];
  if (one?.kind !== 'hop') return [pattern];
  return (['OUT', 'IN'] as const).map((direction) => {
    const parts = pattern.parts.with(place, Object.freeze({ ...one, direction }));
    return Object.freeze({ ...pattern, parts });
  });
}

/** A pattern in which a node has these labels where it has none. */
export function labelled(pattern: Pattern, name: Name, labels: readonly string[]): Pattern {
  const parts = pattern.parts.map((part) =>
    part.kind === 'node' && part.variable === name && part.labels.length === 0
      ? Object.freeze({ ...part, labels })
      : part,
  );
  return Object.freeze({ ...pattern, parts });
}

/** What a query gives: the columns of its RETURN. */
export function columnsOf(of: Query): readonly Name[] {
  const last = of.branches[0]?.at(-1);
  return last?.kind === 'return' ? last.columns.map(({ as }) => as) : [];
}

/** The variables that a clause binds, or names again. */
export function bindings(clause: Clause): readonly Name[] {
  switch (clause.kind) {
    case 'match':
      return clause.patterns.flatMap(({ path, parts }) =>
        [path, ...parts.map((part) => part.variable)].filter((name) => name !== undefined),
      );
    case 'unwind':
      return [clause.as];
    case 'subcall':
      return columnsOf(clause.query);
    default:
      return clause.columns.map(({ as }) => as);
  }
}
