import type { Clause, Expression, Match, Parameter, Query, Variable } from './ast.ts';
import { allOf, anyOf, bindings, conjuncts, inside, list, literal, query, someIn, unwind } from './build.ts';

/**
 * The last pass before a query is printed: the same question in the forms that Grafeo 0.6.0 answers rightly, and soon, at
 * every size. Neo4j takes either form. `test/engine/` holds the engine to what is said here, and is the check on
 * another version of it.
 *
 * 1. A CALL hands the rows of one owner on as one chunk, however long. DISTINCT takes 2,048 rows of it, and a filter
 *    fails beyond 65,535. So the chunk is cut up first:
 *
 *        CALL () { … RETURN v0 }                  CALL () { … RETURN v0 }
 *        WITH DISTINCT v0                         UNWIND [1] AS cut
 *                                                 WITH DISTINCT v0
 *
 * 2. An EXISTS that is one of the conditions of a WHERE, inside a subquery that runs for each row, is joined over the
 *    whole graph anew for each row. One in another becomes one, whose matches stand side by side; what cannot be
 *    joined, as with NOT, is asked row by row where it is not the whole of a condition:
 *
 *        EXISTS { MATCH a WHERE EXISTS { MATCH b WHERE t } }            EXISTS { MATCH a MATCH b WHERE t }
 *        EXISTS { MATCH a WHERE NOT EXISTS { MATCH b WHERE t } }        EXISTS { MATCH a WHERE NOT EXISTS { … } OR $no }
 *
 *    where `$no` is false, and a parameter since an engine would leave a literal out.
 */
export function sized(whole: Query, no: Parameter): Query {
  return inQuery(whole, { no, perRow: false, bound: new Set() });
}

/** Where a query stands: whether it runs once for each row of another, and what is bound around it. */
type Place = { readonly no: Parameter; readonly perRow: boolean; readonly bound: ReadonlySet<Variable> };

function inQuery({ branches }: Query, place: Place): Query {
  return query(...branches.map((clauses) => cutUp(inClauses(clauses, place))));
}

function inClauses(clauses: readonly Clause[], { no, perRow, bound: around }: Place): readonly Clause[] {
  const bound = new Set(around);
  return clauses.map((clause) => {
    const done = inClause(clause, { no, perRow, bound });
    for (const name of bindings(clause)) if (name.kind === 'variable') bound.add(name);
    return done;
  });
}

function inClause(clause: Clause, place: Place): Clause {
  if (clause.kind === 'subcall') {
    const { perRow: around, bound } = place;
    const perRow = around || (bound.size > 0 && someIn(clause.query, (one) => bound.has(one as Variable)));
    return { ...clause, query: inQuery(clause.query, { ...place, perRow }) };
  }
  const done = withSubqueries(clause, place.no);
  return place.perRow ? rowByRow(done, place.no) : done;
}

/** A clause with each EXISTS and COUNT in it put in the forms of above. */
function withSubqueries<T extends Clause>(clause: T, no: Parameter): T {
  return inside(clause, (piece) => {
    if (piece.kind !== 'subquery') return undefined;
    const clauses = (piece.query.branches[0] ?? []).map((one) => withSubqueries(one, no));
    const joined = piece.of === 'EXISTS' ? joinedUp(clauses) : clauses;
    return { ...piece, query: query(joined.map((one) => rowByRow(one, no))) };
  });
}

const isExists = (test: Expression) => test.kind === 'subquery' && test.of === 'EXISTS';

/** The matches of an EXISTS with those of each EXISTS that is one of its conditions; all conditions stand at the last. */
function joinedUp(clauses: readonly Clause[]): readonly Clause[] {
  const matches = clauses.filter((one) => one.kind === 'match' && !one.optional);
  if (matches.length < clauses.length) return clauses;
  const tests: Expression[] = [];
  const joined = matches.flatMap((one) => matchesOf(one as Match, tests));
  const where = tests.length === 0 ? undefined : allOf(tests);
  return joined.map((one, index) => ({ ...one, where: index === joined.length - 1 ? where : undefined }));
}

/** A match, and those of each EXISTS among its conditions that only matches; other conditions are added to `tests`. */
function matchesOf(one: Match, tests: Expression[]): readonly Match[] {
  const behind = conjuncts(one.where).flatMap((test) => {
    const clauses = test.kind === 'subquery' && isExists(test) ? (test.query.branches[0] ?? []) : [];
    const matches = clauses.filter((clause) => clause.kind === 'match');
    if (matches.length === 0 || matches.length < clauses.length) tests.push(test);
    else for (const match of matches) tests.push(...conjuncts(match.where));
    return matches.length < clauses.length ? [] : matches;
  });
  return [one, ...behind];
}

function rowByRow<T extends Clause>(clause: T, no: Parameter): T {
  if (!('where' in clause) || clause.where === undefined) return clause;
  const tests = conjuncts(clause.where).map((test) => {
    const asked = test.kind === 'operation' && test.operator === 'NOT' ? test.operands[0] : test;
    return asked && isExists(asked) ? anyOf([test, no]) : test;
  });
  return { ...clause, where: allOf(tests) };
}

const AGGREGATES: ReadonlySet<string> = new Set(['count', 'collect', 'sum', 'min', 'max', 'avg']);

const aggregates = (value: Expression): boolean => value.kind === 'call' && AGGREGATES.has(value.name);

/** Clauses with the chunk of a CALL cut up before what would take only a part of it. */
function cutUp(clauses: readonly Clause[]): readonly Clause[] {
  let isLong = false;
  let cuts = 0;
  return clauses.flatMap((clause) => {
    const isCut = isLong && takesPart(clause);
    isLong =
      clause.kind === 'subcall' ? isLong || givesMany(clause.query) : isLong && !isCut && keepsChunk(clause);
    return isCut ? [unwind(list([literal(1)]), cutName(cuts++)), clause] : [clause];
  });
}

/** Named by itself, so that no other name of a statement hangs on where it is cut. */
const cutName = (cuts: number): Variable => ({
  kind: 'variable',
  hint: 'cut',
  name: cuts === 0 ? 'cut' : `cut${cuts}`,
});

/** Whether a clause goes wrong on a long chunk; an ORDER BY cuts it up before the WHERE behind it. */
function takesPart(clause: Clause): boolean {
  if (clause.kind === 'match') return clause.where !== undefined;
  if (clause.kind === 'return') return clause.distinct === true;
  if (clause.kind !== 'with') return false;
  return clause.distinct === true || (clause.where !== undefined && (clause.order ?? []).length === 0);
}

/** Whether a chunk is as long behind a clause as before it: new names and a LIMIT leave it as it is. */
function keepsChunk(clause: Clause): boolean {
  if (clause.kind !== 'with') return false;
  return (clause.order ?? []).length === 0 && !clause.columns.some(({ value }) => aggregates(value));
}

/** Whether a subquery can give more than one row. */
function givesMany({ branches }: Query): boolean {
  const [clauses = [], ...others] = branches;
  const last = clauses.at(-1);
  if (others.length > 0 || last?.kind !== 'return') return true;
  return !last.columns.every(({ value }) => aggregates(value));
}
