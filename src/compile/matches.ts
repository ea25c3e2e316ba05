import type { Clause, Expression, Query } from '../cypher/ast.ts';
import { query, variable } from '../cypher/build.ts';
import { clauses, expression } from '../cypher/template.ts';
import { invariant } from '../errors.ts';
import { nameKey, nearPrefix } from '../model/naming.ts';
import { near, type Reading, told } from './answer.ts';
import { planMany } from './field.ts';
import type { Variables } from './input.ts';
import { bound, derivedItems } from './items.ts';
import { inOrderOf, listed, readPage } from './list.ts';
import { addCell, planParts, planValue, rowOf, wholeOf } from './object.ts';
import type { FieldRequest } from './plan.ts';

/** Finds all entities of a name key, with the relationship that tells how it names them. */
const matchesOf = (key: Expression, names: Expression): readonly Clause[] =>
  clauses`MATCH (:Name {key: ${key}})-[${names}:NAMES]->(:Entity)`;

/** Plans `resolve(name:)`: all that a name can mean, and what is near where it means nothing. */
export function planMatchesOfName(request: FieldRequest): Reading {
  const { scope, selected } = request;
  const { name } = selected.arguments;
  invariant(name, 'resolve takes a name');
  const text = (variables: Variables) => String(name.read(variables));
  const key = scope.parameter((variables) => nameKey(text(variables)));
  const several = expression`COUNT { MATCH (:Name {key: ${key}})-[:NAMES]->(:Entity) } > 1`;
  return planParts(request, {
    name: () => told(text),
    ambiguous: (asked) => planValue(asked, several),
    matches: (asked) => planMatches(asked, key),
    suggestions: (asked) => planSuggestions(asked, key, text),
  });
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
  text: (variables: Variables) => string,
): Reading {
  const { scope, row } = request;
  const { size } = readPage(request);
  const prefix = scope.parameter((variables) => nearPrefix(nameKey(text(variables))));
  const name = variable('v');
  const found = clauses`
    MATCH (name:Name)-[:NAMES]->(:Entity)
    WHERE (name.key CONTAINS ${key} OR ${key} CONTAINS name.key OR name.key STARTS WITH ${prefix})
      AND NOT EXISTS { MATCH (:Name {key: ${key}})-[:NAMES]->(:Entity) }
    WITH DISTINCT name.key AS ${name}`;
  const limit = scope.parameter(() => scope.limits.pageSizeMax);
  const list = listed({ items: bound(name, found), order: inOrderOf(name), limit }, wholeOf(rowOf(name)));
  return near(addCell(row, list), text, size);
}
