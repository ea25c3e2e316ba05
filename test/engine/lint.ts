import type { Clause, Expression, Query } from '../../src/cypher/ast.ts';
import { rewrite } from '../../src/cypher/build.ts';
import { readQuery } from '../../src/cypher/read.ts';

/**
 * What is wrong with a statement on Grafeo once there are many rows, by its text alone: what goes wrong is told at the
 * head of `src/cypher/sized.ts`, whose work this checks and shares nothing with.
 */

/** The faults of a statement, each in words; none where it holds at every size. */
export function faultsOf(text: string): readonly string[] {
  const parameters = new Set([...text.matchAll(/\$(\w+)/g)].map(([, name = '']) => name));
  const faults: string[] = [];
  look(readQuery(text.replaceAll('$', ''), { place: 'a statement', holes: parameters }), false, faults);
  return faults;
}

/** Goes through a query; gives whether one row of what is around it can give many. */
function look({ branches }: Query, perRow: boolean, faults: string[]): boolean {
  for (const clauses of branches) lookAt(clauses, perRow, faults);
  const last = branches[0]?.at(-1);
  return (
    branches.length > 1 || last?.kind !== 'return' || !last.columns.every(({ value }) => isAggregate(value))
  );
}

function lookAt(clauses: readonly Clause[], perRow: boolean, faults: string[]): void {
  let chunk: 'long' | 'short' = 'short';
  for (const clause of clauses) {
    if (clause.kind === 'subcall') {
      const gives = look(clause.query, perRow || (clause.imports ?? []).length > 0, faults);
      if (gives) chunk = 'long';
      continue;
    }
    inExpressions(clause, perRow, faults);
    if (clause.kind === 'match') {
      if (chunk === 'long' && clause.where) faults.push('the WHERE of a MATCH right behind a CALL');
      if (perRow && clause.optional) faults.push('an OPTIONAL MATCH that runs for each row');
      chunk = 'short';
    } else if (clause.kind === 'unwind') chunk = 'short';
    else {
      if (chunk === 'long' && clause.distinct) faults.push('DISTINCT right behind a CALL');
      if (clause.order?.length || clause.columns.some(({ value }) => isAggregate(value))) chunk = 'short';
      if (chunk === 'long' && clause.kind === 'with' && clause.where)
        faults.push('WITH … WHERE right behind a CALL');
    }
  }
}

const isAggregate = (value: Expression): boolean => {
  let found = false;
  rewrite(value, (one) => {
    if (one.kind === 'subquery') return one;
    found ||= one.kind === 'call' && /^(count|collect|sum|min|max|avg)$/i.test(one.name);
    return undefined;
  });
  return found;
};

/** What stands in the expressions of a clause: EXISTS and COUNT run for each row. */
function inExpressions(clause: Clause, perRow: boolean, faults: string[]): void {
  const where = 'where' in clause ? clause.where : undefined;
  const tests =
    where?.kind === 'operation' && where.operator === 'AND' ? where.operands : where ? [where] : [];
  for (const test of tests) {
    const bare = test.kind === 'operation' && test.operator === 'NOT' ? test.operands[0] : test;
    if (perRow && bare?.kind === 'subquery' && bare.of === 'EXISTS')
      faults.push('an EXISTS as one of the conditions of what runs for each row');
  }
  rewrite(clause, (one) => {
    if (one.kind !== 'subquery') return undefined;
    look(one.query, true, faults);
    return one;
  });
}
