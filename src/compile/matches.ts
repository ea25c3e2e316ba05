import type { Clause, Expression, Variable } from '../cypher/ast.ts';
import { query, variable } from '../cypher/build.ts';
import { clauses, expression } from '../cypher/template.ts';
import { invariant } from '../errors.ts';
import { reasons } from '../model/candidate/rules.ts';
import type { Variables } from './input.ts';
import { derivedItems } from './items.ts';
import { inOrderOf, listed, readPage } from './list.ts';
import { planName } from './names.ts';
import { buildObject, planMany, planObject } from './object.ts';
import type { FieldRequest, Meaning, Reading, ReadText } from './plan.ts';

/**
 * `resolve(name:)`: what a text means as a name, told and not taken. The reader of names has read it before the statement
 * runs; the statement shows the things.
 */

/** What was read of the text. */
type Told = (variables: Variables) => ReadText;

/** Plans `resolve(name:)`. */
export function planMatchesOfName({ scope, row, selected }: FieldRequest): Reading {
  const { name } = selected.arguments;
  invariant(name, 'resolve takes a name');
  const key = planName(scope, name, { argument: 'name', wanted: {}, several: 'told' });
  const told: Told = (variables) => {
    const [read] = (variables[key] as Meaning).texts;
    invariant(read, 'a name that was asked for is read');
    return read;
  };
  const object = buildObject({ scope, row, element: null, selection: selected.selection }, (asked) => {
    switch (asked.selected.name) {
      case '__typename':
        return { kind: 'typename' };
      case 'name':
        return { kind: 'variable', read: (variables) => name.read(variables) };
      case 'outcome':
        return { kind: 'variable', read: (variables) => told(variables).reading.kind };
      case 'ambiguous':
        return { kind: 'variable', read: (variables) => told(variables).reading.kind === 'AMBIGUOUS' };
      case 'matches':
        return planMatches(asked, told);
      case 'suggestions':
        return planSuggestions(asked, told);
    }
    invariant(false, `${asked.typeName}.${asked.selected.name} is not planned`);
  });
  return { kind: 'here', object };
}

/** The relationships by which a name names things. */
function planMatches(request: FieldRequest, told: Told): Reading {
  const { scope } = request;
  const names = variable('r');
  const key = scope.parameter((variables) => told(variables).key);
  const found = query(clauses`MATCH (:Name {key: ${key}})-[${names}:NAMES]->(:Entity) RETURN ${names}`);
  const mapping = { kind: 'cypher' as const, query: found, column: names, edge: undefined };
  return planMany(request, (typeName) => derivedItems(scope, { mapping, typeName }));
}

/** What a text may mean: the things of the candidates, in their order. */
function planSuggestions(request: FieldRequest, told: Told): Reading {
  const { scope, row, selected } = request;
  const page = readPage(request);
  const candidates = (variables: Variables) => {
    const { reading } = told(variables);
    return reading.kind === 'UNKNOWN' ? reading.candidates.slice(0, page.size(variables)) : [];
  };
  const ids = scope.parameter((variables) => candidates(variables).map(({ thing }) => thing.id));
  const [item, place] = [variable('v'), variable('i')];
  const object = buildObject({ scope, element: null, selection: selected.selection }, (asked) =>
    planSuggestion(asked, { item, place, candidates }),
  );
  const items = {
    clauses: thingsOf(ids, item, place),
    conditions: [],
    element: { variable: item },
    repeats: false,
  };
  const limit = scope.parameter(page.size);
  const cell = row.add(listed({ items, order: inOrderOf(place), limit, cells: object.cells }));
  return { kind: 'list', cell, object, size: page.size };
}

/** Each of some things by its id, with its place among them. */
const thingsOf = (ids: Expression, item: Variable, place: Variable): readonly Clause[] =>
  clauses`UNWIND range(0, size(${ids}) - 1) AS ${place} MATCH (${item}:Entity {id: ${ids}[${place}]})`;

/** A candidate of a text: its thing, its place among the candidates, and where these are read. */
type Suggested = {
  readonly item: Variable;
  readonly place: Variable;
  readonly candidates: (variables: Variables) => readonly { readonly reason: keyof typeof reasons }[];
};

function planSuggestion(
  { scope, row, typeName, selected }: FieldRequest,
  { item, place, candidates }: Suggested,
): Reading {
  const { name } = selected;
  if (name === '__typename') return { kind: 'typename' };
  if (name === 'entity') {
    const object = planObject(scope, { variable: item }, selected.selection);
    return { kind: 'inline', cell: row.add({ kind: 'object', cells: object.cells }), object };
  }
  invariant(
    name === 'reason' || name === 'because' || name === 'score',
    `${typeName}.${name} is not planned`,
  );
  const part = (variables: Variables, at: number) => {
    const reason = candidates(variables)[at]?.reason;
    invariant(reason, 'a thing that is suggested is a candidate');
    if (name === 'reason') return reason;
    return name === 'score' ? reasons[reason].score : reasons[reason].words;
  };
  return { kind: 'found', cell: row.addExpression(expression`${place}`), part };
}
