import {
  allOf,
  type Clause,
  type Column,
  call,
  conjuncts,
  type Expression,
  type HopPattern,
  literal,
  type Match,
  type Name,
  type Node,
  type NodePattern,
  operation,
  property,
  type Query,
  variable,
} from '../cypher/ast.ts';
import { fill, inside, named, rewrite } from '../cypher/rewrite.ts';
import type { Mapping } from '../model/mapping.ts';

/**
 * As of a day: a pass over what a root field asks. All that its patterns go through must have been reported by then, the
 * steps in between as well as what they lead to, and a property that has a history is read as it was then:
 *
 *     MATCH (v0:Event)-[:PART_OF*0..8]->(v1:Event)
 *     RETURN v1.status
 *
 * becomes
 *
 *     MATCH (v0:Event)-[r2:PART_OF*0..8]->(v1:Event)
 *     WHERE coalesce(v0.reportedOn, '') <= $p0
 *       AND all(s3 IN r2 WHERE coalesce(s3.reportedOn, '') <= $p0)
 *       AND coalesce(v1.reportedOn, '') <= $p0
 *     RETURN head([i_4 IN range(…) WHERE v1.statusDays[i_4] <= $p0 | v1.statuses[i_4]])
 *
 * What was tested where it was bound is not tested again further down. A look-up in an index of texts goes through what
 * is of no day: only what it finds is tested.
 */

/** The day, and what it is looked up in. */
export type Day = { readonly day: Expression; readonly mapping: Mapping };

/** Variables that are known to have been reported. */
type Known = Set<Name>;

/** A piece as of a day; `known` had been reported when they were bound. */
export function asOf<T extends Node>(piece: T, day: Day, known: Iterable<Name> = []): T {
  return put(piece, day, new Set(known));
}

function put<T>(part: T, day: Day, known: Known): T {
  return rewrite(part, (one) => {
    switch (one.kind) {
      case 'query':
        return inQuery(one, day, known);
      case 'subcall':
        return inCall(one, day, known);
      case 'match':
        return inMatch(one, day, known);
      case 'with':
      case 'return':
        return inColumns(one, day, known);
      case 'property':
        return one.rule === undefined ? undefined : inProperty(one, day, known);
      default:
        return undefined;
    }
  });
}

/** Each branch knows what is known outside; the clauses of one come one after the other. */
function inQuery(query: Query, day: Day, known: Known): Query {
  const branches = query.branches.map((clauses) => {
    const inner: Known = new Set(known);
    return clauses.map((clause) => put(clause, day, inner));
  });
  return Object.freeze({ ...query, branches });
}

/** What a subquery returns is known after it, where it was known inside each branch. */
function inCall(clause: Extract<Clause, { kind: 'subcall' }>, day: Day, known: Known): Clause {
  const inners = clause.query.branches.map(() => new Set(known));
  const branches = clause.query.branches.map((clauses, index) =>
    clauses.map((one) => put(one, day, inners[index] ?? known)),
  );
  for (const { as } of columnsOf(branches[0])) if (inners.every((inner) => inner.has(as))) known.add(as);
  return Object.freeze({ ...clause, query: { ...clause.query, branches } });
}

const columnsOf = (clauses: readonly Clause[] | undefined): readonly Column[] => {
  const last = clauses?.at(-1);
  return last?.kind === 'return' ? last.columns : [];
};

/** A name that is given to what is known is known too; one that is given to something else is not any more. */
function inColumns<T extends Extract<Clause, { kind: 'with' | 'return' }>>(
  clause: T,
  day: Day,
  known: Known,
): T {
  const then = inside(clause, (one) => put(one, day, known));
  const before = new Set(known);
  for (const { value, as } of clause.columns) {
    if (before.has(value as Name)) known.add(as);
    else known.delete(as);
  }
  return then;
}

function inMatch(clause: Match, day: Day, known: Known): Match {
  const tests: Expression[] = [];
  const patterns = clause.patterns.map((pattern) => {
    const parts = pattern.parts.map((part) => {
      const own = put(part, day, known);
      if (own.variable !== undefined && known.has(own.variable)) return own;
      if (clause.lookUp && (own.kind === 'hop' || own.variable === undefined)) return own;
      const one = named<NodePattern | HopPattern>(own);
      known.add(one.variable);
      tests.push(partReported(one, day));
      return one;
    });
    return Object.freeze({ ...pattern, parts });
  });
  const where = clause.where && put(clause.where, day, known);
  const all = [...tests, ...conjuncts(where)];
  return Object.freeze({ ...clause, patterns, where: all.length === 0 ? undefined : allOf(all) });
}

/** Of several relationships one after the other, each must have been reported. */
function partReported(
  part: (NodePattern | HopPattern) & { readonly variable: Name },
  { day }: Day,
): Expression {
  if (part.kind === 'node' || part.length === undefined) return reported(part.variable, day);
  const item = variable('s');
  return { kind: 'quantifier', quantifier: 'all', item, list: part.variable, where: reported(item, day) };
}

/** `coalesce(v0.reportedOn, '') <= $p0` */
const reported = (name: Name, day: Expression): Expression =>
  operation('<=', call('coalesce', property(name, 'reportedOn'), literal('')), day);

function inProperty(
  one: Extract<Node, { kind: 'property' }>,
  day: Day,
  known: Known,
): Expression | undefined {
  const history = one.rule === undefined ? undefined : day.mapping.rule(one.rule).history;
  return history && fill(history, { this: put(one.of, day, known), asOf: day.day }).piece;
}
