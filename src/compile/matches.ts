import type { Clause, Expression, Query } from '../cypher/ast.ts';
import { query, variable } from '../cypher/build.ts';
import { clauses, expression } from '../cypher/template.ts';
import { invariant } from '../errors.ts';
import { nameKey, nearPrefix } from '../model/naming.ts';
import type { Input } from './input.ts';
import { derivedItems } from './items.ts';
import { inOrderOf, listed, readPage } from './list.ts';
import { buildObject, planMany } from './object.ts';
import type { FieldRequest, Reading } from './plan.ts';

/** Finds all entities of a name key, with the relationship that tells how it names them. */
const matchesOf = (key: Expression, names: Expression): readonly Clause[] =>
  clauses`MATCH (:Name {key: ${key}})-[${names}:NAMES]->(:Entity)`;

/** Plans `resolve(name:)`: all that a name can mean, and what is near where it means nothing. */
export function planMatchesOfName({ scope, row, selected }: FieldRequest): Reading {
  const name = selected.arguments.name;
  invariant(name, 'resolve takes a name');
  const text = (variables: Parameters<Input['read']>[0]) => String(name.read(variables));
  const key = scope.parameter((variables) => nameKey(text(variables)));
  const object = buildObject({ scope, row, element: null, selection: selected.selection }, (asked) => {
    switch (asked.selected.name) {
      case '__typename':
        return { kind: 'typename' };
      case 'name':
        return { kind: 'variable', read: text };
      case 'ambiguous': {
        const several = expression`COUNT { MATCH (:Name {key: ${key}})-[:NAMES]->(:Entity) } > 1`;
        return { kind: 'value', cell: row.addExpression(several), shape: 'required' };
      }
      case 'matches':
        return planMatches(asked, key);
      case 'suggestions':
        return planSuggestions(asked, key, text);
    }
    invariant(false, `${asked.typeName}.${asked.selected.name} is not planned`);
  });
  return { kind: 'here', object };
}

function planMatches(request: FieldRequest, key: Expression): Reading {
  const names = variable('r');
  const found: Query = query([...matchesOf(key, names), ...clauses`RETURN ${names}`]);
  const mapping = { kind: 'cypher' as const, query: found, column: names, edge: undefined };
  return planMany(request, (typeName) => derivedItems(request.scope, { mapping, typeName }));
}

/** Names near to one that nothing has; ranked when the answer is read. */
function planSuggestions(
  request: FieldRequest,
  key: Expression,
  text: (variables: Parameters<Input['read']>[0]) => string,
): Reading {
  const { scope, row } = request;
  const page = readPage(request);
  const prefix = scope.parameter((variables) => nearPrefix(nameKey(text(variables))));
  const near = variable('v');
  const found = clauses`
    MATCH (name:Name)-[:NAMES]->(:Entity)
    WHERE (name.key CONTAINS ${key} OR ${key} CONTAINS name.key OR name.key STARTS WITH ${prefix})
      AND NOT EXISTS { MATCH (:Name {key: ${key}})-[:NAMES]->(:Entity) }
    WITH DISTINCT name.key AS ${near}`;
  const cell = row.add(
    listed({
      items: { clauses: found, conditions: [], element: { variable: near }, repeats: false },
      order: inOrderOf(near),
      limit: scope.parameter(() => scope.limits.pageSizeMax),
      cells: [{ kind: 'expression', expression: near }],
    }),
  );
  return { kind: 'near', cell, name: text, size: page.size };
}
