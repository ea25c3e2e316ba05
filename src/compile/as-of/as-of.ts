import type {
  Call,
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
  Return,
  Variable,
  With,
} from '../../cypher/ast.ts';
import {
  allOf,
  bindings,
  column,
  conjuncts,
  fill,
  inside,
  literal,
  named,
  property,
  rewrite,
  someIn,
  variable,
} from '../../cypher/build.ts';
import { clauses } from '../../cypher/template.ts';
import { invariant } from '../../errors.ts';
import { type Mapping, STATE, TOLD } from '../../model/mapping.ts';
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
  /**
   * The variables that are known to have been reported, each with its state of the day where that is bound. What is no
   * thing has none: an id can be that of a claim.
   */
  readonly known: Map<Name, Variable | typeof NONE | undefined>;
  /** The variable for the state of each thing of which a value is read somewhere. */
  readonly states: ReadonlyMap<Name, Variable>;
};

const NONE = literal(null);

type Exists = Extract<Expression, { kind: 'subquery' }>;

/** A subquery or an expression as of a day; `known` had been reported when they were bound. */
export function asOf<T extends Call | Expression>(piece: T, day: Day, known: readonly Name[] = []): T {
  const around = { ...day, known: new Map(known.map((name) => [name, undefined])), states: statesOf(piece) };
  return piece.kind === 'subcall' ? (inCall(piece, around) as T) : put(piece, around);
}

const isState = (one: Node): one is Property => one.kind === 'property' && one.rule === STATE;

/** The things of which a piece reads a value. */
function readIn(piece: object | undefined): ReadonlySet<Name> {
  const read = new Set<Name>();
  someIn(piece, (one) => {
    if (isState(one) && one.of.kind === 'variable') read.add(one.of);
    return false;
  });
  return read;
}

const statesOf = (piece: Node): ReadonlyMap<Name, Variable> =>
  new Map([...readIn(piece)].map((name) => [name, variable('s')]));

function put<T>(part: T, around: Around): T {
  return rewrite(part, (one) => {
    if (one.kind === 'subquery') return inExists(one, around);
    if (one.kind === 'property' && one.rule !== undefined) return inProperty(one, one.rule, around);
    return undefined;
  });
}

/** Each branch of a query knows what is known outside. */
const forked = (around: Around): Around => ({ ...around, known: new Map(around.known) });

/** In EXISTS and COUNT matches stand one behind the other, and Grafeo takes one WHERE, at the last. */
function inExists(one: Exists, around: Around): Exists {
  const branches = one.query.branches.map((branch) => {
    const then = inClauses(branch, forked(around));
    const tests = then.flatMap((clause) => (clause.kind === 'match' ? conjuncts(clause.where) : []));
    const last = then.findLastIndex(({ kind }) => kind === 'match');
    return then.map((clause, index) => {
      if (clause.kind !== 'match') return clause;
      return { ...clause, where: index === last && tests.length > 0 ? allOf(tests) : undefined };
    });
  });
  return { ...one, query: { ...one.query, branches } };
}

/** Clauses one after the other, behind the states of what they read and do not bind themselves. */
function inClauses(branch: readonly Clause[], around: Around): readonly Clause[] {
  const own = new Set<Name>();
  someIn(branch, (one) => {
    if (isBinding(one)) for (const name of bindings(one)) own.add(name);
    return false;
  });
  const free = [...readIn(branch)].filter((name) => !own.has(name));
  return [...joins(free, around), ...branch.flatMap((clause) => inClause(clause, around))];
}

const BINDING: ReadonlySet<string> = new Set(['match', 'with', 'unwind', 'subcall']);

const isBinding = (one: Node): one is Clause => BINDING.has(one.kind);

/** A clause as of the day, and behind it the states of what it binds. */
function inClause(clause: Clause, around: Around): readonly Clause[] {
  switch (clause.kind) {
    case 'match':
      return inMatch(clause, around);
    case 'with':
    case 'return':
      return inColumns(clause, around);
    case 'subcall':
      return [inCall(clause, around), ...joins(bindings(clause), around)];
    case 'unwind':
      return [inside(clause, (one) => put(one, around)), ...joins([clause.as], around)];
  }
}

/** What a subquery returns is known after it, and its state joined, where that is so in each branch. */
function inCall(clause: Call, around: Around): Call {
  const inners = clause.query.branches.map(() => forked(around));
  const branches = clause.query.branches.map((one, index) => inClauses(one, inners[index] ?? around));
  for (const name of bindings(clause)) {
    if (!inners.every(({ known }) => known.has(name))) continue;
    const joined = inners.every(({ known }) => known.get(name) !== undefined);
    around.known.set(name, joined ? around.states.get(name) : undefined);
  }
  return { ...clause, query: { ...clause.query, branches } };
}

/**
 * A name that is given to what is known is known too, and so is its state; one that is given to something else is not any
 * more. The state of what is new stands behind the clause, and what must hold of it behind that.
 */
function inColumns(clause: With | Return, around: Around): readonly Clause[] {
  const columns = clause.columns.map((one) => ({ ...one, value: put(one.value, around) }));
  const states = namedAnew(clause.columns, around);
  if (clause.kind === 'return') {
    const rest = inside({ ...clause, columns: [] }, (one) => put(one, around));
    return [{ ...rest, columns: [...columns, ...states] }];
  }
  const late = bindings(clause).filter((name) => isLate(name, around));
  const read = readIn(clause.where);
  const where = late.some((name) => read.has(name)) ? clause.where : undefined;
  const own = where === undefined ? clause : { ...clause, where: undefined };
  const rest = inside({ ...own, columns: [] }, (one) => put(one, around));
  const added = joins(late, around);
  const then = { ...rest, columns: [...columns, ...states] };
  return [then, ...(where === undefined ? added : whereLast(added, put(where, around)))];
}

/** What becomes of names whose columns are these, and the columns that their states need. */
function namedAnew(columns: readonly Column[], { known, states }: Around): readonly Column[] {
  const before = new Map(known);
  return columns.flatMap(({ value, as }) => {
    const from = value as Name;
    const own = states.get(as);
    const state = before.get(from);
    if (!before.has(from)) known.delete(as);
    else if (from !== as) known.set(as, state && (state === NONE ? NONE : own));
    return state && own ? [column(state, own)] : [];
  });
}

const isLate = (name: Name, { states, known }: Around): boolean =>
  states.has(name) && known.get(name) === undefined;

/** The states of things on the day, of those that are read and not joined yet. */
function joins(names: Iterable<Name>, around: Around): readonly Match[] {
  const late = [...new Set(names)].filter((name) => isLate(name, around));
  return late.flatMap((name) => {
    const [state, day] = [around.states.get(name) ?? NONE, around.day];
    around.known.set(name, state);
    return clauses`MATCH (${name})-[:WAS]->(${state}:State) WHERE ${state}.from <= ${day} AND ${state}.until > ${day}` as readonly Match[];
  });
}

/** A match, then the states of what it binds; what must hold stands last, where all of it is bound. */
function inMatch(clause: Match, around: Around): readonly Clause[] {
  const tests: Expression[] = [];
  const patterns = clause.patterns.map((pattern) => inPattern(pattern, { clause, tests, around }));
  const added = joins(bindings({ ...clause, patterns }), around);
  const where = clause.where && put(clause.where, around);
  if (added.length > 0) return [tested({ ...clause, patterns }, tests), ...whereLast(added, where)];
  return [tested({ ...clause, patterns }, [...tests, ...conjuncts(where)])];
}

const tested = (clause: Match, tests: readonly Expression[]): Match => ({
  ...clause,
  where: tests.length === 0 ? undefined : allOf(tests),
});

/** Conditions at the last of some matches. */
function whereLast(matches: readonly Match[], where: Expression | undefined): readonly Match[] {
  return matches.map((one, index) =>
    index < matches.length - 1 ? one : tested(one, [...conjuncts(one.where), ...conjuncts(where)]),
  );
}

/** A match whose pattern is gone through, and what must hold of its parts. */
type Binding = { readonly clause: Match; readonly tests: Expression[]; readonly around: Around };

function inPattern(pattern: Pattern, { clause, tests, around }: Binding): Pattern {
  const { known, mapping, day } = around;
  const parts = pattern.parts.map((part, index) => {
    const own = put(part, around);
    if (own.variable !== undefined && known.has(own.variable)) return own;
    if (own.kind === 'hop' && isRelation(own, mapping)) {
      const one = named<HopPattern>(own);
      known.set(one.variable, undefined);
      tests.push(heldOn(one, day));
      return { ...one, types: [...one.types, 'WAS_SAID'] };
    }
    if (clause.lookUp && (own.kind === 'hop' || own.variable === undefined)) return own;
    const one = named<NodePattern | HopPattern>(own);
    const isNone = one.kind === 'node' && isNoThing(one, mapping);
    known.set(one.variable, isNone ? NONE : undefined);
    if (!isEndOfFact(pattern, index, mapping) && !isLate(one.variable, around))
      tests.push(partReported(one, day));
    return one;
  });
  return { ...pattern, parts };
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
function inProperty(one: Property, rule: string, around: Around): Expression | undefined {
  if (rule === STATE) {
    const state = around.known.get(one.of as Name);
    invariant(state, `the state of ${one.name} is not joined where it is read`);
    return state === NONE ? NONE : property(state, one.name);
  }
  if (rule === TOLD) return since(put(one.of, around), one.name, around.day);
  const { history } = around.mapping.rule(rule);
  return history && fill(history, { this: put(one.of, around), asOf: around.day }).piece;
}
