import type {
  Clause,
  Column,
  Expression,
  HopPattern,
  Match,
  Name,
  Node,
  NodePattern,
  Pattern,
  Property,
  Query,
  Return,
  Variable,
  With,
} from '../cypher/ast.ts';
import {
  allOf,
  bindings,
  column,
  conjuncts,
  fill,
  hop,
  inside,
  literal,
  match,
  named,
  node,
  operation,
  path,
  property,
  rewrite,
  variable,
} from '../cypher/build.ts';
import { invariant } from '../errors.ts';
import { type Mapping, STATE, TOLD } from '../model/mapping.ts';
import { heldOn, partReported, since } from './published.ts';

/**
 * As of a day: a pass over what a root field asks, so that it finds what had been published by then and not yet taken
 * back. Facts hold in periods, and the graph keeps all that ever held: a relationship has the days since and until
 * which it held, under its own type while it holds now, else as WAS_SAID; and each thing has a State for every period
 * between two changes of its values. So
 *
 *     MATCH (v0:Event)-[:PART_OF*0..8]->(v1:Event) WHERE v1.date IS NOT NULL
 *     RETURN v1.date
 *
 * becomes
 *
 *     MATCH (v0:Event)-[r2:PART_OF|WAS_SAID*0..8]->(v1:Event)
 *     WHERE coalesce(v0.reportedOn, '') <= $p0
 *       AND all(s3 IN r2 WHERE any(i4 IN … WHERE s3.since[i4] <= $p0 AND s3.until[i4] > $p0) AND …predicate…)
 *     MATCH (v1)-[:WAS]->(s5:State) WHERE s5.from <= $p0 AND s5.until > $p0 AND s5.date IS NOT NULL
 *     RETURN s5.date
 *
 * Five rules make it:
 *   1. a hop over relations takes what held on the day (`heldOn`);
 *   2. whatever else a pattern binds must have been reported by then (`reportedBy`), once, where it is bound;
 *   3. of a thing whose values are read, its state of the day is joined where it is bound (`join`), and they are read there;
 *   4. what a fact was, and a relationship that is one, is read from the lists that it keeps (`since`);
 *   5. other properties with a history (@asOf) are read as they were.
 */

/** The day, and what it is looked up in. */
export type Day = { readonly day: Expression; readonly mapping: Mapping };

/** What is known where a clause stands. */
type Around = Day & {
  /** Variables that are known to have been reported. */
  readonly known: Set<Name>;
  /** Variables whose state of the day is bound. */
  readonly joined: Set<Name>;
  /** Variables of what is no thing, so that its state is null: an id can be that of a claim. */
  readonly stateless: Set<Name>;
  /** The variable with the state of each thing of which a value is read somewhere. */
  readonly states: ReadonlyMap<Name, Variable>;
};

type Exists = Extract<Expression, { kind: 'subquery' }>;

/** A piece as of a day; `known` had been reported when they were bound. */
export function asOf<T extends Node>(piece: T, day: Day, known: Iterable<Name> = []): T {
  return put(piece, {
    ...day,
    known: new Set(known),
    joined: new Set(),
    stateless: new Set(),
    states: statesOf(piece),
  });
}

const isState = (one: Node): one is Property => one.kind === 'property' && one.rule === STATE;

/** A variable for the state of each thing of which a piece reads a value. */
function statesOf(piece: Node): ReadonlyMap<Name, Variable> {
  const states = new Map<Name, Variable>();
  rewrite(piece, (one) => {
    if (isState(one) && one.of.kind === 'variable' && !states.has(one.of)) states.set(one.of, variable('s'));
    return undefined;
  });
  return states;
}

function put<T>(part: T, around: Around): T {
  return rewrite(part, (one) => {
    switch (one.kind) {
      case 'subquery':
        return inExists(one, around);
      case 'query':
        return Object.freeze({ ...one, branches: one.branches.map((clauses) => inBranch(clauses, around)) });
      case 'property':
        return one.rule === undefined ? undefined : inProperty(one, around);
      case 'match':
      case 'with':
      case 'return':
      case 'unwind':
      case 'subcall':
        return clauseAlone(one, around);
      default:
        return undefined;
    }
  });
}

/** A clause that stands for itself, such as the call of a column: its state is joined inside. */
function clauseAlone(clause: Clause, around: Around): Clause {
  const [only, ...others] = inClause(clause, around);
  invariant(only && others.length === 0, 'a clause alone binds nothing whose state is read');
  return only;
}

/** In EXISTS and COUNT matches stand one behind the other, and Grafeo takes one WHERE, at the last. */
function inExists(one: Exists, around: Around): Exists {
  const branches = one.query.branches.map((clauses) => {
    const then = inBranch(clauses, around);
    const tests = then.flatMap((clause) => (clause.kind === 'match' ? conjuncts(clause.where) : []));
    const bare = then.map((clause) => (clause.kind === 'match' ? { ...clause, where: undefined } : clause));
    const last = bare.findLastIndex(({ kind }) => kind === 'match');
    return bare.map((clause, index) =>
      index === last && tests.length > 0 ? Object.freeze({ ...clause, where: allOf(tests) }) : clause,
    );
  });
  return Object.freeze({ ...one, query: { ...one.query, branches } });
}

/** Each branch knows what is known outside; the clauses of one come one after the other. */
function inBranch(clauses: readonly Clause[], outer: Around): readonly Clause[] {
  const around: Around = {
    ...outer,
    known: new Set(outer.known),
    joined: new Set(outer.joined),
    stateless: new Set(outer.stateless),
  };
  return inClauses(clauses, around);
}

function inClauses(clauses: readonly Clause[], around: Around): readonly Clause[] {
  const free = freeIn(clauses, around);
  return [...joins(free, around), ...clauses.flatMap((clause) => inClause(clause, around))];
}

/** What the clauses read the state of, and do not bind themselves. */
function freeIn(clauses: readonly Clause[], { states, joined }: Around): readonly Name[] {
  const bound = new Set<Name>();
  for (const clause of clauses) collectBound(clause, bound);
  const read = mentionedStates(clauses, states);
  return read.filter((name) => !joined.has(name) && !bound.has(name));
}

function collectBound(part: Clause | Query, bound: Set<Name>): void {
  rewrite(part, (one) => {
    if (one.kind === 'match' || one.kind === 'with' || one.kind === 'unwind' || one.kind === 'subcall')
      for (const name of bindings(one)) bound.add(name);
    return undefined;
  });
}

function mentionedStates(clauses: readonly Clause[], states: Around['states']): readonly Name[] {
  const read = new Set<Name>();
  rewrite(clauses, (one) => {
    if (isState(one)) read.add(one.of as Name);
    return undefined;
  });
  return [...read].filter((name) => states.has(name));
}

/** A clause as of the day, and behind it the states of what it binds. */
function inClause(clause: Clause, around: Around): readonly Clause[] {
  switch (clause.kind) {
    case 'match':
      return inMatch(clause, around);
    case 'with':
    case 'return':
      return inColumns(clause, around);
    case 'subcall': {
      const then = inCall(clause, around);
      return [then, ...joins(bindings(clause), around)];
    }
    case 'unwind': {
      const then = inside(clause, (one) => put(one, around));
      return [then, ...joins([clause.as], around)];
    }
  }
}

/** What a subquery returns is known after it, and its state joined, where that is so in each branch. */
function inCall(clause: Extract<Clause, { kind: 'subcall' }>, around: Around): Clause {
  const inners: Around[] = clause.query.branches.map(() => ({
    ...around,
    known: new Set(around.known),
    joined: new Set(around.joined),
    stateless: new Set(around.stateless),
  }));
  const branches = clause.query.branches.map((clauses, index) => inClauses(clauses, inners[index] ?? around));
  for (const name of bindings(clause)) {
    if (inners.every(({ known }) => known.has(name))) around.known.add(name);
    if (inners.every(({ joined }) => joined.has(name))) around.joined.add(name);
  }
  return Object.freeze({ ...clause, query: { ...clause.query, branches } });
}

/**
 * A name that is given to what is known is known too, and so is its state; one that is given to something else is not any
 * more. The state of what is new stands behind the clause, and what must hold of it behind that.
 */
function inColumns(clause: With | Return, around: Around): readonly Clause[] {
  const columns = clause.columns.map((one) => Object.freeze({ ...one, value: put(one.value, around) }));
  const states = namedAnew(clause.columns, around);
  const late =
    clause.kind === 'with' ? clause.columns.map(({ as }) => as).filter((as) => isLate(as, around)) : [];
  const where = clause.kind === 'with' && readsAny(clause.where, late) ? clause.where : undefined;
  const own = where === undefined ? clause : Object.freeze({ ...clause, where: undefined });
  const rest = inside({ ...own, columns: [] }, (one) => put(one, around)) as typeof own;
  const then: Clause = Object.freeze({ ...rest, columns: [...columns, ...states] });
  const added = joins(late, around);
  return [then, ...(where === undefined ? added : whereLast(added, put(where, around)))];
}

/** What becomes of names whose columns are these, and the columns that their states need. */
function namedAnew(
  columns: readonly Column[],
  { known, joined, stateless, states }: Around,
): readonly Column[] {
  const before = { known: new Set(known), joined: new Set(joined), stateless: new Set(stateless) };
  return columns.flatMap(({ value, as }) => {
    const from = value as Name;
    if (before.known.has(from)) known.add(as);
    else known.delete(as);
    const [state, own] = [states.get(from), states.get(as)];
    if (before.stateless.has(from)) {
      stateless.add(as);
      if (own) joined.add(as);
      return own ? [column(literal(null), own)] : [];
    }
    if (before.joined.has(from) && state && own) {
      joined.add(as);
      return [column(state, own)];
    }
    if (from !== as) joined.delete(as);
    return [];
  });
}

const isLate = (name: Name, { states, joined }: Around): boolean => states.has(name) && !joined.has(name);

function readsAny(part: Expression | undefined, names: readonly Name[]): boolean {
  let found = false;
  rewrite(part, (one) => {
    found ||= isState(one) && names.includes(one.of as Name);
    return undefined;
  });
  return found;
}

/** The states of things on the day, of those that are read and not joined yet. */
function joins(names: readonly Name[], around: Around): readonly Match[] {
  return [...new Set(names)].filter((name) => isLate(name, around)).map((name) => join(name, around));
}

/** `MATCH (v0)-[:WAS]->(s1:State) WHERE s1.from <= $p0 AND s1.until > $p0` */
function join(name: Name, { states, joined, day }: Around): Match {
  const state = states.get(name);
  invariant(state, 'a thing whose values are read has a state');
  joined.add(name);
  const test = allOf([
    operation('<=', property(state, 'from'), day),
    operation('>', property(state, 'until'), day),
  ]);
  return match(path(node(name), hop(undefined, ['WAS'], 'OUT'), node(state, 'State')), test);
}

/** A match, then the states of what it binds; what must hold stands last, where all of it is bound. */
function inMatch(clause: Match, around: Around): readonly Clause[] {
  const tests: Expression[] = [];
  const fresh: Name[] = [];
  const patterns = clause.patterns.map((pattern) => inPattern(pattern, { tests, fresh, around }));
  const added = joins(fresh, around);
  const where = clause.where && put(clause.where, around);
  const found = (conditions: readonly Expression[]): Match =>
    Object.freeze({ ...clause, patterns, where: conditions.length === 0 ? undefined : allOf(conditions) });
  if (added.length === 0) return [found([...tests, ...conjuncts(where)])];
  return [found(tests), ...whereLast(added, where)];
}

/** Conditions at the last of some matches. */
function whereLast(matches: readonly Match[], where: Expression | undefined): readonly Match[] {
  return matches.map((one, index) =>
    index < matches.length - 1
      ? one
      : Object.freeze({ ...one, where: allOf([...conjuncts(one.where), ...conjuncts(where)]) }),
  );
}

type Binding = {
  readonly tests: Expression[];
  readonly fresh: Name[];
  readonly around: Around;
};

function inPattern(pattern: Pattern, { tests, fresh, around }: Binding): Pattern {
  const { known, mapping } = around;
  const parts = pattern.parts.map((part, index) => {
    const own = put(part, around);
    if (own.variable !== undefined && known.has(own.variable)) {
      fresh.push(own.variable);
      return own;
    }
    if (own.kind === 'hop' && isRelation(own, mapping)) {
      const one = named<HopPattern>(own);
      known.add(one.variable);
      tests.push(heldOn(one, around.day));
      return Object.freeze({ ...one, types: [...one.types, 'WAS_SAID'] });
    }
    const one = named<NodePattern | HopPattern>(own);
    known.add(one.variable);
    fresh.push(one.variable);
    if (one.kind === 'node' && isNoThing(one, mapping)) {
      around.stateless.add(one.variable);
      around.joined.add(one.variable);
    }
    const tested = around.states.has(one.variable) && !around.stateless.has(one.variable);
    if (!isEndOfFact(pattern, index, mapping) && !tested) tests.push(partReported(one, around.day));
    return one;
  });
  return Object.freeze({ ...pattern, parts });
}

/** Whether its labels tell that a node is no thing. */
function isNoThing({ labels }: NodePattern, { possible, label }: Mapping): boolean {
  const things = ['Entity', ...possible('Entity').map(label)];
  return labels.length > 0 && !labels.some((one) => things.includes(one));
}

const isRelation = (part: HopPattern, { relations }: Mapping): boolean =>
  part.types.length > 0 && part.types.every((type) => relations.has(type));

/** Whether a node stands beside a relation that held: then it was there too. */
function isEndOfFact({ parts }: Pattern, index: number, mapping: Mapping): boolean {
  return [parts[index - 1], parts[index + 1]].some(
    (part) => part?.kind === 'hop' && isRelation(part, mapping) && (part.length?.min ?? 1) > 0,
  );
}

/** A property as it was: of the state of the day, or by its history. */
function inProperty(one: Property, around: Around): Expression | undefined {
  if (one.rule === STATE && around.stateless.has(one.of as Name)) return literal(null);
  if (one.rule === STATE) {
    const state = around.states.get(one.of as Name);
    invariant(
      state && around.joined.has(one.of as Name),
      `the state of ${one.name} is not joined where it is read`,
    );
    return property(state, one.name);
  }
  if (one.rule === TOLD) return since(put(one.of, around), one.name, around.day);
  const history = one.rule === undefined ? undefined : around.mapping.rule(one.rule).history;
  return history && fill(history, { this: put(one.of, around), asOf: around.day }).piece;
}
