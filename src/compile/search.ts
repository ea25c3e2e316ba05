import { getNamedType } from 'graphql';
import type { Clause, Expression, Variable } from '../cypher/ast.ts';
import { allOf, subcall, variable } from '../cypher/build.ts';
import { clauses, expression } from '../cypher/template.ts';
import { invariant } from '../errors.ts';
import { type SearchedIn, type SearchHit, textIndexes } from '../model/search.ts';
import type { Value } from '../store/store.ts';
import { leftIn } from './begin.ts';
import type { Variables } from './input.ts';
import { inOrderOf, listed, readPage } from './list.ts';
import { buildObject, planObject } from './object.ts';
import type { FieldRequest, Reading, Scope } from './plan.ts';

/** How many texts of each kind an engine is asked for, as a multiple of the hits wanted. */
const TEXTS_PER_HIT = 10;

/** How many texts of each kind at least where types or a day leave some of them out again. */
const TEXTS_MIN = 1_000;

/** Plans `search(text:)`: the hits of a full-text search are parameters of the statement, which reads what they are of. */
export function planSearch(request: FieldRequest): Reading {
  const { scope, row, typeName: owner, selected } = request;
  const coordinate = `${owner}.${selected.name}`;
  const { text, types } = selected.arguments;
  invariant(text, `${coordinate} takes a text`);
  const page = readPage(request);
  const hits = `search ${scope.searches.length}`;
  const least = types?.present || scope.asOf !== undefined ? TEXTS_MIN : 0;
  const limit = (variables: Variables) => Math.max(least, page.size(variables) * TEXTS_PER_HIT);
  scope.searches.push({ hits, text: (variables) => String(text.read(variables)), limit });
  const [item, rank] = [variable('v'), variable('i')];
  const conditions = types?.present
    ? [
        expression`any(label IN labels(${item}) WHERE label IN ${scope.parameter((v) => types.read(v) as Value)})`,
      ]
    : [];
  const { selection } = selected;
  const object = buildObject({ scope, element: null, selection }, (asked) =>
    planHit(asked, { item, rank, hits }),
  );
  invariant(getNamedType(selected.type).name === 'SearchHit', `${coordinate} gives hits`);
  const found = foundBy(scope, { hits, item, rank });
  const items = {
    clauses: found,
    conditions,
    element: { variable: item },
    repeats: false,
  };
  const read = scope.parameter(page.size);
  const cell = row.add(listed({ items, order: inOrderOf(rank), limit: read, cells: object.cells }));
  return { kind: 'list', cell, object, size: page.size };
}

/** The hits of a search, where the variables hold them. */
const hitsIn = (variables: Variables, hits: string) => variables[hits] as readonly SearchHit[];

/** A node that a search found, its place among the hits, and where the variables hold these. */
type Hit = { readonly item: Variable; readonly rank: Variable; readonly hits: string };

function planHit({ scope, row, typeName, selected }: FieldRequest, { item, rank, hits }: Hit): Reading {
  if (selected.name === '__typename') return { kind: 'typename' };
  if (selected.name === 'node') {
    const object = planObject(scope, { variable: item }, selected.selection);
    return { kind: 'inline', cell: row.add({ kind: 'object', cells: object.cells }), object };
  }
  const part = selected.name;
  invariant(part === 'score' || part === 'matched' || part === 'text', `${typeName}.${part} is not planned`);
  const cell = row.addExpression(rank);
  return { kind: 'found', cell, part: (variables, at) => hitsIn(variables, hits)[at]?.[part] ?? null };
}

/** The nodes that the hits are of, each with the place of its best hit. */
function foundBy(scope: Scope, { hits, item, rank }: Hit): readonly Clause[] {
  const index = variable('i');
  // A thing has a variable of its own: as of a day it has a state, and texts have none.
  const [thing, text] = [variable('v'), variable('v')];
  const shown = allOf(leftIn(scope, 'Entity', { variable: thing }));
  const matched: { readonly [place in SearchedIn]: (key: Expression) => readonly Clause[] } = {
    names: (key) => clauses`MATCH (:Name {key: ${key}})-[:NAMES]->(${thing}:Entity) WHERE ${shown}`,
    claims: (key) => clauses`MATCH (${text}:Claim {id: ${key}})`,
    sentences: (key) => clauses`MATCH (${text}:Sentence {id: ${key}})`,
  };
  const branches = (Object.keys(textIndexes) as SearchedIn[]).map((place) => {
    const found = (variables: Variables) =>
      hitsIn(variables, hits)
        .map((hit, at) => ({ hit, at }))
        .filter(({ hit }) => hit.in === place);
    const keys = scope.parameter((variables) => found(variables).map(({ hit }) => hit.key));
    const places = scope.parameter((variables) => found(variables).map(({ at }) => at));
    return [
      ...clauses`UNWIND range(0, size(${keys}) - 1) AS ${index}`,
      ...matched[place](expression`${keys}[${index}]`),
      ...clauses`RETURN ${place === 'names' ? thing : text} AS ${item}, ${places}[${index}] AS ${rank}`,
    ];
  });
  return [subcall(...branches), ...clauses`WITH ${item}, min(${rank}) AS ${rank}`];
}
